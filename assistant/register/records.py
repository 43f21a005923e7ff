"""The register: every inspection known of, with its grades and what other documents say of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from docs_store.documents import Document
from docs_store.judgements import Area, Judgement

_UNTIL_PUBLISHED = timedelta(days=120)


@dataclass(frozen=True, slots=True, eq=False)
class Inspection:
    """One inspection of one council, itself and no other (so two are never equal).

    `document` is its own report where `is_held`, else the document that tells of it and counts most.
    `grades` are those of that document. `claims` are what other documents tell of the same
    inspection. `first_day` and `last_day` bound the time on site, None where it is not known.
    """

    council: str
    framework: str | None
    first_day: date | None
    last_day: date | None
    document: Document
    is_held: bool
    grades: Mapping[Area, Judgement]
    claims: tuple[Judgement, ...] = ()

    @property
    def published(self) -> date | None:
        """When its report was published; None where the report is not held or the day not known."""
        return self.document.dates.published if self.is_held else None

    @property
    def day(self) -> date:
        """The day it is put in order by: the last on site, else the day its document is known by."""
        return self.last_day or self.first_day or self.document.dates.shown or date.min

    @property
    def known_from(self) -> date:
        """The day from which its grades were in force for the public."""
        return self.published or self.day

    @property
    def grades_both_in_one(self) -> bool:
        """True when children in care and care leavers have one grade together."""
        return Area.IN_CARE_AND_CARE_LEAVERS in self.grades

    def is_at(self, first: date | None, last: date | None) -> bool:
        """True when it may have been between two days. An inspection whose report is held is spoken
        of by any day until its publication (or four months, where that is not known)."""
        start, end = self.first_day or self.last_day, self.last_day
        if start is None or end is None or first is None:
            return False
        if self.is_held:
            end = max(end, self.published or end + _UNTIL_PUBLISHED)
        return first <= end and (last or first) >= start

    def judgement(self, area: Area) -> Judgement | None:
        """The judgement that covers an area: its own, or the one it shares."""
        found = self.grades.get(area)
        if found is None and area in (Area.IN_CARE, Area.CARE_LEAVERS):
            return self.grades.get(Area.IN_CARE_AND_CARE_LEAVERS)
        return found


@dataclass(frozen=True, slots=True)
class Register:
    """The inspections of each council in order of time, the oldest first; the inspectors' names."""

    inspections: Mapping[str, tuple[Inspection, ...]]
    documents: Mapping[str, Document]

    @property
    def councils(self) -> tuple[str, ...]:
        """The councils of which an inspection's own report is held, by name."""
        return tuple(name for name in sorted(self.inspections) if self.held(name))

    @property
    def people(self) -> frozenset[str]:
        """Who led the inspections held."""
        return frozenset(name for one in self.all_held() for name in one.document.inspectors)

    def of(self, council: str) -> tuple[Inspection, ...]:
        """Every inspection known of a council, in order of time."""
        return self.inspections.get(council, ())

    def held(self, council: str) -> tuple[Inspection, ...]:
        """Those whose own report is held."""
        return tuple(one for one in self.of(council) if one.is_held)

    def all_held(self) -> Iterable[Inspection]:
        """Every inspection whose report is held, by council and in order of time."""
        return (one for name in sorted(self.inspections) for one in self.held(name))


def in_order(inspections: Iterable[Inspection]) -> tuple[Inspection, ...]:
    """Inspections in order of time."""
    return tuple(sorted(inspections, key=lambda one: (one.day, one.document.id)))


def by_area(judgements: Sequence[Judgement]) -> dict[Area, Judgement]:
    """The judgements by area in the areas' own order, the first of each."""
    found: dict[Area, Judgement] = {}
    for area in Area:
        of_area = [judgement for judgement in judgements if judgement.area is area]
        if of_area:
            found[area] = of_area[0]
    return found
