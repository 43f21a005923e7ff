"""A question that the register can answer, as plain data."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from docs_store.judgements import Area


class Ask(StrEnum):
    """What is asked of the register."""

    GRADE = "grade"
    CHANGE = "change"
    """How grades moved from inspection to inspection."""
    FIRST = "first"
    """When a council first had a grade."""
    LAST = "last"
    """When a council last had a grade."""
    COMPARE = "compare"
    MOVED = "moved"
    """Which councils went up, down, or from one grade to another."""
    AREAS = "areas"
    """Which areas of one inspection had a grade, or the best or the worst."""
    LIST = "list"
    COUNT = "count"
    WHO_LED = "who_led"
    LED_BY = "led_by"
    PUBLISHED = "published"
    INSPECTED = "inspected"
    VISIT_GRADE = "visit_grade"
    """The grade of a monitoring visit: there is none."""


class When(StrEnum):
    """How a question places what it asks in time."""

    LATEST = "latest"
    PREVIOUS = "previous"
    """The inspection before the latest, or before the one that was spoken of."""
    FIRST = "first"
    DURING = "during"
    """Inspected or published within the days given."""
    AS_OF = "as_of"
    """In force on the last of the days given."""
    ON = "on"
    """On one day: the inspection or report of that day, else what was in force on it."""
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in time. `start` and `end` are its first and last day, None where it is open.

    `is_said` is False where the question names no time and the latest is meant.
    """

    when: When = When.LATEST
    start: date | None = None
    end: date | None = None
    is_said: bool = False


NOW = Moment()


@dataclass(frozen=True, slots=True)
class RegisterQuestion:
    """What is asked, of whom, of what and for when.

    `areas` () means overall effectiveness; `is_every_area` all of an inspection's. `grades` are the
    grades named, as printed ("requires improvement" stands for both its forms). `superlative` is
    "best" or "worst" where that is asked, `direction` "up" or "down". `moments` are the times named, one or more.
    `lists_inspections` says that inspections are counted or listed rather than councils;
    `by_publication` that a time is that of publication; `asks_who_led` that a grade is asked for and
    who led as well; `asks_pass` that the question speaks of passing and failing.
    `taken_as` are misspelt councils, as typed and as understood.
    """

    ask: Ask
    councils: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()
    is_every_area: bool = False
    grades: tuple[str, ...] = ()
    moments: tuple[Moment, ...] = (NOW,)
    superlative: str = ""
    direction: str = ""
    is_yes_no: bool = False
    lists_inspections: bool = False
    person: str = ""
    framework: str = ""
    by_publication: bool = False
    asks_who_led: bool = False
    asks_pass: bool = False
    taken_as: tuple[tuple[str, str], ...] = ()

    @property
    def moment(self) -> Moment:
        """The time asked about, the first where several are named."""
        return self.moments[0]
