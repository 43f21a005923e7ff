"""Of which area a told verdict is, by the words around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docs_store.judgements import Area
from ingest.judgements.grades import GRADE, as_printed
from ingest.judgements.periods import periods_in
from ingest.judgements.subjects import areas_named, is_bare, is_pronoun
from ingest.judgements.verdicts import Verdict

_TAIL = re.compile(
    r"[’”'\"]?\s+(?:for|in|across|with\s+regard\s+to)\s+(?P<of>[^.;,()]{2,80})", re.IGNORECASE
)
_OVERALL = re.compile(r"[’”'\"]?\s*overall\b", re.IGNORECASE)
_SERVICES = frozenset(
    (Area.HELP_AND_PROTECTION, Area.IN_CARE, Area.CARE_LEAVERS, Area.IN_CARE_AND_CARE_LEAVERS)
)
_OF_ALL = re.compile(
    r"(?:relation\s+to\s+|respect\s+of\s+)?(?:its\s+|their\s+|the\s+)?(?:overall|children[’']s\s+(?:social\s+care\s+)?services|"
    r"services\s+for\s+children|all\s+(?:areas|categories)|every\s+(?:area|category)|the\s+board)\b",
    re.IGNORECASE,
)
_OF_NONE = re.compile(
    r"(?:its|their|the|an?|our|this|that)?\s*(?:(?:last|latest|previous|most\s+recent|first|full|ILACS|SIF|single|Ofsted|subsequent|earlier|same|"
    r"early|late|mid|spring|summer|autumn|winter|\d{4})\W+)*(?:inspection|report|judge?ment|year|time|(?:19|20)\d\d)\b"
    r"|(?:more\s+than|over|nearly|almost|the\s+(?:first|second|third|last|past))\b|(?:\w+\s+)?years?\b|the\s+(?:county|city|borough|area)\b",
    re.IGNORECASE,
)
_AND_ANOTHER = re.compile(
    rf"\s*,?\s*(?:and|but)\s+[‘“'\"]?(?P<grade>{GRADE})[’”'\"]?\s+(?:for|in)\s+(?P<of>[^.;,()]{{3,60}})",
    re.IGNORECASE,
)
_FIRST_OF_TWO = re.compile(
    r"(?P<of>.{3,60}?)(?=\s*,?\s+(?:and|but)\s+[‘“'\"]?(?:" + GRADE + "))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Graded:
    """An area and the grade told of it."""

    area: Area
    grade: str


def graded_in(sentence: str, verdict: Verdict, above: str) -> Iterator[Graded]:
    """What `verdict` grades: what stands after the grade ("for children looked after"), else the
    subject, else what was inspected in the sentence `above`; nothing where that is not known."""
    tail = sentence[verdict.end :]
    overall = _OVERALL.match(tail)
    found = None if overall else _TAIL.match(tail)
    of = found["of"] if found else ""
    if overall:
        yield Graded(Area.OVERALL, verdict.grade)
        yield from _another(tail, overall.end())
    elif found is None or _OF_NONE.match(of) or _opens_with_period(of):
        area = _of_subject(sentence[: verdict.start], verdict, above)
        if area:
            yield Graded(area, verdict.grade)
    else:
        first = _FIRST_OF_TWO.match(of)
        area = _area_in(first["of"] if first else of)
        if area:
            yield Graded(area, verdict.grade)
        if first:
            yield from _another(tail, found.start("of") + first.end("of"))


def _another(tail: str, at: int) -> Iterator[Graded]:
    """What comes after "good overall" or "adequate for the one": "and outstanding for the other"."""
    found = _AND_ANOTHER.match(tail, at)
    area = _area_in(found["of"]) if found else None
    if found and area:
        yield Graded(area, as_printed(found["grade"]))


def _of_subject(before: str, verdict: Verdict, above: str) -> Area | None:
    """The area of the subject; all of a council's services where nothing names one; None where it is
    not certain. An inspection of services for looked after children alone judged those; any other,
    all that it inspected."""
    subject = verdict.subject
    if not subject or is_pronoun(subject) or is_bare(subject):
        named = set(areas_named(before)) - {Area.OVERALL}
        services = named & _SERVICES
        if len(services) > 1 or (named - services and not is_bare(subject)):
            return None
        if services:
            return services.pop()
    else:
        areas = areas_named(subject)
        if areas:
            return areas[0] if len(areas) == 1 else None
    return Area.IN_CARE if areas_named(above) == [Area.IN_CARE] else Area.OVERALL


def _area_in(of: str) -> Area | None:
    if _OF_ALL.match(of):
        return Area.OVERALL
    areas = areas_named(of)
    return areas[0] if len(areas) == 1 else None


def _opens_with_period(of: str) -> bool:
    first = next(periods_in(of), None)
    return first is not None and first.start <= 6
