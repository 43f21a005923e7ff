"""When a sentence says that something took place: days, a month or a year, with their bounds."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_YEAR = r"(?:19|20)\d\d(?![\d/]|[–-]\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_PERIOD = re.compile(
    rf"(?<![\d/–-])(?:"
    rf"(?P<d1>{_DAY})(?:\s+(?P<m1>{_MONTH}))?(?:,?\s+(?P<y1>{_YEAR}))?\s*(?:to|–|—|-|and|until)\s*"
    rf"(?P<d2>{_DAY})\s+(?P<m2>{_MONTH}),?\s+(?P<y2>{_YEAR})"
    rf"|(?P<day>{_DAY})\s+(?P<dm>{_MONTH}),?\s+(?P<dy>{_YEAR})"
    rf"|(?P<month>{_MONTH}),?\s+(?P<my>{_YEAR})"
    rf"|(?P<year>{_YEAR}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A period named at characters `start` to `end` of a sentence: from its first day to its last."""

    start: int
    end: int
    first: date
    last: date


def periods_in(text: str) -> Iterator[Period]:
    """The periods that `text` names, in order; "2016/17" and "2016–17" are years of accounts and
    name none."""
    for found in _PERIOD.finditer(text):
        try:
            first, last = _bounds(found)
        except ValueError:
            continue
        yield Period(found.start(), found.end(), first, last)


def _bounds(found: re.Match[str]) -> tuple[date, date]:
    """Raises ValueError where there is no such day."""
    if found["year"]:
        return date(int(found["year"]), 1, 1), date(int(found["year"]), 12, 31)
    if found["month"]:
        year, month = int(found["my"]), _month(found["month"])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if found["day"]:
        day = date(int(found["dy"]), _month(found["dm"]), _number(found["day"]))
        return day, day
    last = date(int(found["y2"]), _month(found["m2"]), _number(found["d2"]))
    month = _month(found["m1"] or found["m2"])
    year = int(found["y1"] or last.year) - (found["y1"] is None and month > last.month)
    first = date(year, month, _number(found["d1"]))
    if first > last:
        raise ValueError
    return first, last


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()) + 1


def _number(day: str) -> int:
    return int(day.rstrip("dhnrst"))
