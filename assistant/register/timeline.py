"""What happened at a council, in order: inspections, visits, papers and news, with their grades.

Pure data: pages, charts and briefings are drawn from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.register.records import Inspection, Register
from assistant.register.scales import label
from docs_store.documents import Document, DocumentKind, Span
from docs_store.judgements import Judgement


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade on a timeline: the area as its framework calls it, the grade as printed, and where it
    stands, with the document that says so."""

    area: str
    label: str
    grade: str
    document_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One thing on a timeline.

    `kind` is that of its document ("inspection report", "press"), or "inspection told of" for one
    whose report is not held: `document_id` then names the document that tells of it. `when` is the
    day it is put in order by, None where no date is known; `visit` the number of a monitoring visit.
    `grades` are those the inspection gave; `claims` what other documents tell of it.
    """

    kind: str
    document_id: str
    title: str
    publisher: str
    when: date | None
    on_site_from: date | None
    on_site_to: date | None
    published: date | None
    framework: str | None
    visit: int | None
    inspectors: tuple[str, ...] = ()
    grades: tuple[Graded, ...] = ()
    claims: tuple[Graded, ...] = ()


TOLD = "inspection told of"


def timeline(council: str, register: Register) -> tuple[Event, ...]:
    """The events of a council in order of time, those without a date last."""
    of_report = {one.document.id: one for one in register.of(council) if one.is_held}
    events = [
        _of_document(document, of_report.get(document.id))
        for document in register.documents.values()
        if document.council == council
    ]
    events += [_told(one) for one in register.of(council) if not one.is_held]
    return tuple(sorted(events, key=lambda e: (e.when or date.max, e.kind, e.document_id)))


def to_json(events: Iterable[Event]) -> list[dict[str, Any]]:
    """The events as JSON objects; dates ISO."""
    return [_event_json(event) for event in events]


def _of_document(document: Document, inspection: Inspection | None) -> Event:
    dates = document.dates
    return Event(
        kind=document.kind.value,
        document_id=document.id,
        title=document.title,
        publisher=document.source.publisher,
        when=inspection.day if inspection else _ordered_by(document),
        on_site_from=inspection.first_day if inspection else dates.on_site_from,
        on_site_to=inspection.last_day if inspection else dates.on_site_to,
        published=dates.published or dates.signed,
        framework=document.framework,
        visit=document.visit,
        inspectors=document.inspectors,
        grades=_graded(inspection.grades.values(), inspection) if inspection else (),
        claims=_graded(inspection.claims, inspection) if inspection else (),
    )


def _ordered_by(document: Document) -> date | None:
    """Letters stand on the day of the visit, papers and news on that of their publication."""
    if document.kind in (DocumentKind.PRESS, DocumentKind.COUNCIL_NEWS):
        return document.dates.shown
    return document.dates.as_at


def _told(inspection: Inspection) -> Event:
    return Event(
        kind=TOLD,
        document_id=inspection.document.id,
        title=inspection.document.title,
        publisher=inspection.document.source.publisher,
        when=inspection.day,
        on_site_from=inspection.first_day,
        on_site_to=inspection.last_day,
        published=None,
        framework=inspection.framework,
        visit=None,
        grades=_graded(inspection.grades.values(), inspection),
        claims=_graded(inspection.claims, inspection),
    )


def _graded(judgements: Iterable[Judgement], inspection: Inspection) -> tuple[Graded, ...]:
    return tuple(
        Graded(
            area=judgement.area.value,
            label=label(judgement.area, inspection.framework),
            grade=judgement.grade,
            document_id=judgement.document_id,
            span=judgement.spans[0],
        )
        for judgement in judgements
    )


def _event_json(event: Event) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "document": event.document_id,
        "title": event.title,
        "publisher": event.publisher,
        "when": _iso(event.when),
        "on_site_from": _iso(event.on_site_from),
        "on_site_to": _iso(event.on_site_to),
        "published": _iso(event.published),
        "framework": event.framework,
        "visit": event.visit,
        "inspectors": list(event.inspectors),
        "grades": [_graded_json(one) for one in event.grades],
        "claims": [_graded_json(one) for one in event.claims],
    }


def _graded_json(graded: Graded) -> dict[str, Any]:
    return {
        "area": graded.area,
        "label": graded.label,
        "grade": graded.grade,
        "document": graded.document_id,
        "span": [graded.span.page, graded.span.start, graded.span.end],
    }


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None
