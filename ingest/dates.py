"""Dates as these documents print them, day first: on site, signed, published, each by its own label."""

import re
from collections.abc import Iterator
from datetime import date

import dateparser

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
_M = rf"(?P<{{0}}>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
_D = r"(?P<{0}>\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s+of)?"
_Y = r"(?P<{0}>(?:19|20)\d\d)"
_TO = r"\s*(?:to|–|—|-|and|&|until)\s*"
_SINGLE = rf"{_WEEKDAY}{_D.format('d')}\s+{_M.format('m')},?\s+{_Y.format('y')}"
_SLASHED = r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>(?:19|20)\d\d)"
_DATE = re.compile(rf"\b{_SINGLE}\b", re.IGNORECASE)
_NUMERIC = re.compile(rf"(?<![\d/.]){_SLASHED}(?![\d/])")
_RANGE = re.compile(
    rf"\b{_WEEKDAY}{_D.format('d1')}(?:\s+{_M.format('m1')})?(?:,?\s+{_Y.format('y1')})?{_TO}"
    rf"{_WEEKDAY}{_D.format('d2')}\s+{_M.format('m2')},?\s+{_Y.format('y2')}\b",
    re.IGNORECASE,
)
_INSPECTED = re.compile(
    r"\b(?:inspection|visit)\s+dates?\s*:?\s|\bdates?\s+of\s+(?:inspection|visit)\s*:?\s",
    re.IGNORECASE,
)
_VISITED = re.compile(
    r"\b(?:visit|inspection)\b.{0,160}?\b(?:on|from|between|of|took place)\s+(?=\W?\w{0,9},?\s?\d)",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:report\s+published|published|publication\s+date|date\s+(?:of\s+publication|published)|posted|updated|issued)\s*(?:on|:)?\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:meeting\s+date|date\s+of\s+(?:the\s+)?meeting|meeting\s+held\s+(?:on|at)|meeting\s+of|held\s+on|committee\s+date|date)\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_FILE_DATE = re.compile(
    r"(\d{1,2})[ _-]([a-z]{3,9})[ _-]((?:19|20)\d\d)|((?:19|20)\d\d)-(\d\d)-(\d\d)", re.IGNORECASE
)


def on_site(text: str) -> tuple[date | None, date | None]:
    """First and last day on site: after "Inspection dates", else after "visit … on"."""
    for label in (_INSPECTED, _VISITED):
        for found in label.finditer(text[:6000]):
            days = list(_days_in(text[found.end() : found.end() + 110]))
            if days:
                return min(days), max(days)
    return None, None


def published(text: str) -> date | None:
    """The date printed after "Report published", "Posted on" and the like, near the start."""
    for found in _PUBLISHED.finditer(text[:6000]):
        day = first_date(text[found.end() : found.end() + 40], within=14)
        if day:
            return day
    return None


def meeting(text: str) -> date | None:
    """The date of the meeting that a committee paper is for."""
    for found in _MET.finditer(text[:3000]):
        day = first_date(text[found.end() : found.end() + 60], within=24)
        if day:
            return day
    return None


def standing_alone(lines: list[str]) -> date | None:
    """The first line that is nothing but a date, as at the head of a letter."""
    for line in lines:
        found = _DATE.search(line)
        if found and len(line.strip()) <= len(found[0]) + 8:
            return _date(found["d"], found["m"], found["y"])
    return None


def first_date(text: str, *, within: int = 10_000) -> date | None:
    """The first whole date of `text` that starts within so many characters."""
    for pattern in (_DATE, _NUMERIC):
        found = pattern.search(text)
        if found and found.start() <= within:
            return _date(found["d"], found["m"], found["y"])
    return None


def in_file_name(name: str) -> date | None:
    """A date written in a file's name: "01 april 2022", "2022-04-01"."""
    found = _FILE_DATE.search(name)
    if not found:
        return None
    if found[4]:
        return _date(found[6], found[5], found[4])
    return _date(found[1], found[2], found[3])


def in_words(text: str) -> date | None:
    """A date in any other form, day first; for values known to be dates."""
    parsed = dateparser.parse(text, settings={"DATE_ORDER": "DMY", "STRICT_PARSING": True})
    return parsed.date() if parsed else None


def _days_in(text: str) -> Iterator[date]:
    """The days of every range or date at the start of `text`, joined by "and" where in parts."""
    at = 0
    while at < len(text):
        found = _RANGE.search(text, at) or _NUMERIC.search(text, at) or _DATE.search(text, at)
        if not found or found.start() - at > 14:
            return
        groups = found.groupdict()
        if "d1" in groups:
            year = groups["y1"] or groups["y2"]
            first = _date(groups["d1"], groups["m1"] or groups["m2"], year)
            last = _date(groups["d2"], groups["m2"], groups["y2"])
            if first and last and first > last and not groups["y1"]:
                first = first.replace(year=first.year - 1)
            yield from (day for day in (first, last) if day)
        else:
            day = _date(groups["d"], groups["m"], groups["y"])
            if day:
                yield day
        at = found.end()
        if not re.match(r"\s*(?:and|&|,|;|to|–|-)", text[at:]):
            return


def _date(day: str | None, month: str | None, year: str | None) -> date | None:
    if not day or not month or not year:
        return None
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower().rstrip("."), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def as_text(day: date) -> str:
    """ "14 July 2022"."""
    return f"{day.day} {day:%B %Y}"
