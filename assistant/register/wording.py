"""Inspections, days and grades in words for a reader."""

from datetime import date

from assistant.answer_layout import day
from assistant.register.records import Inspection
from assistant.register.scales import label
from docs_store.documents import DocumentKind
from docs_store.judgements import Area, Judgement


def days(first: date | None, last: date | None) -> str:
    """The time between two days, as short as it can be said: a year, a month, "3 to 14 June 2019";
    "" where neither is known."""
    first, last = first or last, last or first
    if first is None or last is None:
        return ""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and _ends_month(last)
        return f"{last:%B %Y}" if whole else f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def _ends_month(when: date) -> bool:
    return date.fromordinal(when.toordinal() + 1).day == 1


def occasion(inspection: Inspection) -> str:
    """When an inspection was: "inspected 3 to 14 June 2019, published 12 August 2019"; for one only
    told of, that, and by what."""
    parts = []
    when = days(inspection.first_day, inspection.last_day)
    if when:
        parts.append(f"inspected {when}" if inspection.is_held else f"inspection of {when}")
    if inspection.published:
        parts.append(f"published {day(inspection.published)}")
    if not inspection.is_held:
        parts.append(f"told by {teller(inspection)}; its own report is not held")
    return ", ".join(parts) or "date not known"


def teller(inspection: Inspection) -> str:
    """The document that tells of an inspection: "the inspection report of 4 May 2022"."""
    document = inspection.document
    shown = document.dates.shown
    if document.kind in (DocumentKind.PRESS, DocumentKind.COUNCIL_NEWS):
        dated = f", {day(shown)}" if shown else ""
        return f"{document.source.publisher} ({document.kind.value}{dated})"
    return f"the {document.kind.value}" + (f" of {day(shown)}" if shown else "")


def said(inspection: Inspection, judgement: Judgement) -> str:
    """A grade as a statement: council, area, grade, and when."""
    area = label(judgement.area, inspection.framework)
    return f"{inspection.council}, {area}: {judgement.grade} ({occasion(inspection)})"


def capital(text: str) -> str:
    """`text` with its first letter a capital."""
    return text[:1].upper() + text[1:]


def listed(names: list[str], last: str = "and") -> str:
    """ "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def short_label(area: Area, framework: str | None) -> str:
    """What an area is called in a short answer."""
    return label(area, framework).removesuffix(" (one grade)")
