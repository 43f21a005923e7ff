"""What inspectors judged, as the register holds it: each grade with the characters it stands on.

A grade is kept as printed, on the scale of its own framework, and never converted to another.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from docs_store.documents import Span

NOT_JUDGED = "not judged"
"""The grade of an area that the report says it did not judge."""


_REST_OF_GRADE = " to be good"


def same_grade(one: str, other: str) -> bool:
    """Whether two grades, each as printed, are one and the same: reports print "requires
    improvement to be good" and "requires improvement" for one grade of one scale."""
    return one.removesuffix(_REST_OF_GRADE) == other.removesuffix(_REST_OF_GRADE)


class Area(StrEnum):
    """What is graded, by the column of `judgements --csv` that it fills."""

    OVERALL = "overall_effectiveness"
    HELP_AND_PROTECTION = "help_and_protection"
    IN_CARE = "in_care_or_looked_after"
    CARE_LEAVERS = "care_leavers"
    IN_CARE_AND_CARE_LEAVERS = "in_care_combined_with_care_leavers"
    LEADERSHIP = "leadership"
    ADOPTION = "adoption"


class Basis(StrEnum):
    """On what a grade rests."""

    JUDGED = "judged"
    """The inspection that the document itself reports."""
    TOLD = "told"
    """What a document tells of an inspection other than the one it reports, if any."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One grade of one area of one inspection, as one document states it.

    `grade` is in lower case as printed ("requires improvement to be good", "adequate"), or
    `NOT_JUDGED`. `spans` are where it stands in the document: the row, heading or sentence that gives
    the grade first, and after it what names the period or disagrees.
    `council` is the one judged. `inspected_from` and `inspected_to` bound when the inspection took
    place: the days on site for a judged grade; for a told one the days, month or year that the
    document names (1 to 31 March 2017 for "March 2017"), None where it names none. `doubt` is one
    sentence where the document disagrees with itself, else "".
    """

    document_id: str
    council: str | None
    framework: str | None
    area: Area
    grade: str
    basis: Basis
    inspected_from: date | None
    inspected_to: date | None
    spans: tuple[Span, ...]
    doubt: str = ""
