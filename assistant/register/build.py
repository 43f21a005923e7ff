"""From judgements as documents state them to inspections: what is told of an inspection is put to
it, and an inspection that is only told of is kept as such."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from assistant.register.records import Inspection, Register, by_area, in_order
from docs_store.documents import Document
from docs_store.judgements import Basis, Judgement, same_grade
from docs_store.sources import SourceRank

_MISDATED = timedelta(days=730)


def build_register(documents: Mapping[str, Document], judgements: Iterable[Judgement]) -> Register:
    """The register of these judgements. Judgements of documents not given are left out, and so are
    told ones that name no council or no time: they cannot be put to an inspection."""
    known = [j for j in judgements if j.document_id in documents]
    inspections: dict[str, list[Inspection]] = {}
    for inspection in _held(documents, known):
        _merge(inspections.setdefault(inspection.council, []), inspection)
    told = [j for j in known if j.basis is Basis.TOLD and j.council and j.inspected_from]
    for judgement in sorted(told, key=lambda j: _weight(documents[j.document_id])):
        _put(inspections.setdefault(judgement.council or "", []), judgement, documents)
    return Register({name: in_order(found) for name, found in inspections.items()}, documents)


def _held(documents: Mapping[str, Document], judgements: Iterable[Judgement]) -> list[Inspection]:
    of_document: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.basis is Basis.JUDGED and (
            judgement.council or _council(judgement, documents)
        ):
            of_document.setdefault(judgement.document_id, []).append(judgement)
    return [_inspection(documents[key], found) for key, found in sorted(of_document.items())]


def _council(judgement: Judgement, documents: Mapping[str, Document]) -> str | None:
    return documents[judgement.document_id].council


def _inspection(document: Document, judgements: list[Judgement]) -> Inspection:
    first = judgements[0]
    days = [day for j in judgements for day in (j.inspected_from, j.inspected_to) if day]
    return Inspection(
        council=first.council or document.council or "",
        framework=first.framework or document.framework,
        first_day=min(days, default=document.dates.on_site_from),
        last_day=max(days, default=document.dates.on_site_to),
        document=document,
        is_held=True,
        grades=by_area(judgements),
    )


def _merge(inspections: list[Inspection], new: Inspection) -> None:
    """Add an inspection; a second report of one already there becomes what is told of it."""
    for at, old in enumerate(inspections):
        if new.first_day and (old.first_day, old.last_day) == (new.first_day, new.last_day):
            inspections[at] = replace(old, claims=(*old.claims, *new.grades.values()))
            return
    inspections.append(new)


def _weight(document: Document) -> tuple[int, int, str]:
    """Heavier sources first, and of equal ones the later."""
    shown = document.dates.shown or date.min
    return -document.source.rank, -shown.toordinal(), document.id


def _put(inspections: list[Inspection], told: Judgement, documents: Mapping[str, Document]) -> None:
    """Put what is told to the inspection it speaks of, or keep it as an inspection not held."""
    meant = _meant(inspections, told, documents)
    if meant is None:
        inspections.append(_only_told(told, documents[told.document_id]))
        return
    at = inspections.index(meant)
    if (
        not meant.is_held
        and told.document_id == meant.document.id
        and told.area not in meant.grades
    ):
        grades = {**meant.grades, told.area: told}
        inspections[at] = _narrowed(replace(meant, grades=by_area(list(grades.values()))), told)
    elif told.document_id != meant.document.id:
        inspections[at] = _narrowed(replace(meant, claims=(*meant.claims, told)), told)


def _narrowed(inspection: Inspection, told: Judgement) -> Inspection:
    """An inspection only told of happened within the shorter of the times told."""
    if not inspection.is_at(told.inspected_from, told.inspected_to):
        return inspection
    if inspection.is_held or not (told.inspected_from and told.inspected_to):
        return inspection
    if inspection.first_day and inspection.last_day:
        known = inspection.last_day - inspection.first_day
        if told.inspected_to - told.inspected_from >= known:
            return inspection
    return replace(inspection, first_day=told.inspected_from, last_day=told.inspected_to)


def _only_told(told: Judgement, document: Document) -> Inspection:
    return Inspection(
        council=told.council or "",
        framework=told.framework,
        first_day=told.inspected_from,
        last_day=told.inspected_to,
        document=document,
        is_held=False,
        grades={told.area: told},
    )


def _meant(
    inspections: list[Inspection], told: Judgement, documents: Mapping[str, Document]
) -> Inspection | None:
    """The inspection that is told of: one at that time, of several one with that grade. What a
    source below the inspectorate tells at another time, within two years of an inspection with that
    very grade, is of that inspection under a wrong date."""
    others = [one for one in inspections if _is_apart(one, told)]
    there = [one for one in others if one.is_at(told.inspected_from, told.inspected_to)]
    if not there and documents[told.document_id].source.rank < SourceRank.INSPECTORATE:
        there = [one for one in others if _agrees(one, told) and _is_near(one, told)]
    found = [one for one in there if _agrees(one, told)] or there
    return max(found, key=lambda one: (one.is_held, one.day)) if found else None


def _is_near(inspection: Inspection, told: Judgement) -> bool:
    day = told.inspected_to or told.inspected_from
    return day is not None and abs(inspection.day - day) <= _MISDATED


def _is_apart(inspection: Inspection, told: Judgement) -> bool:
    """False for a document that tells of an inspection in the year of the one it reports: it does
    not mean its own."""
    return not (inspection.is_held and inspection.document.id == told.document_id)


def _agrees(inspection: Inspection, told: Judgement) -> bool:
    judged = inspection.grades.get(told.area)
    return judged is not None and same_grade(judged.grade, told.grade)
