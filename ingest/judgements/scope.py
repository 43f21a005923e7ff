"""Of which area a told verdict is, by the words around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docs_store.judgements import Area
from ingest.judgements.grades import GRADE, as_printed
from ingest.judgements.periods import periods_in
from ingest.judgements.subjects import areas_named
from ingest.judgements.verdicts import Verdict

_TAIL = re.compile(
    r"[’”'\"]?\s+(?:for|in|across|with\s+regard\s+to)\s+(?P<of>[^.;,()]{2,80})", re.IGNORECASE
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
    found = _TAIL.match(tail)
    of = found["of"] if found else ""
    is_named = bool(of) and not _OF_NONE.match(of) and not _opens_with_period(of)
    if found is None or not is_named:
        area = _of_subject(verdict, above)
        if area:
            yield Graded(area, verdict.grade)
        return
    first = _FIRST_OF_TWO.match(of)
    area = _area_in(first["of"] if first else of)
    if area:
        yield Graded(area, verdict.grade)
    another = _AND_ANOTHER.match(tail, found.start("of") + first.end("of")) if first else None
    if another and (area := _area_in(another["of"])):
        yield Graded(area, as_printed(another["grade"]))


def _of_subject(verdict: Verdict, above: str) -> Area | None:
    """The area of the subject; all of a council's services where it names none. An inspection of
    services for looked after children alone judged those; any other, all that it inspected."""
    areas = areas_named(verdict.subject[-120:])
    if not areas:
        areas = [area for area in areas_named(above) if area is Area.IN_CARE]
        return Area.IN_CARE if areas and len(areas_named(above)) == 1 else Area.OVERALL
    return areas[0] if len(areas) == 1 else None


def _area_in(of: str) -> Area | None:
    if _OF_ALL.match(of):
        return Area.OVERALL
    areas = areas_named(of)
    return areas[0] if len(areas) == 1 else None


def _opens_with_period(of: str) -> bool:
    first = next(periods_in(of), None)
    return first is not None and first.start <= 6
