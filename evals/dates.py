"""Dates in running text, rewritten in one form, so that the same day compares equal however written.

"14th of June 2022", "June 14, 2022", "14/06/2022" and "2022-06-14" all become "§14 june 2022", and
"14 and 15 June 2022" becomes "§14 june 2022 to §15 june 2022". The mark keeps the day of a date
from ever counting as a quantity.
"""

import re
from collections.abc import Callable

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT = {month[:3]: month for month in MONTHS} | {"sept": "september"}
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:{'|'.join(sorted(_SHORT, reverse=True))})\b\.?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_JOIN = r"\s*(?:,|and|&|to|until|-)\s*"

_ISO = re.compile(r"\b(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])\b")
_SLASHED = re.compile(
    r"\b(?P<d>0?[1-9]|[12]\d|3[01])(?P<s>[/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<y>(?:19|20)?\d\d)\b(?!\.\d)"
)
_DAY_FIRST = re.compile(
    rf"(?<!§)\b{_WEEKDAY}(?P<days>{_DAY}(?:{_JOIN}{_DAY})*)\s+(?:of\s+)?{_MONTH}(?!\w),?(?:\s+(?P<year>\d{{4}})\b)?"
)
_MONTH_FIRST = re.compile(
    rf"\b{_WEEKDAY}{_MONTH}\s+(?:(?P<day>{_DAY}),?\s+(?P<year>\d{{4}})|(?P<only>\d\d?(?:st|nd|rd|th)))\b"
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s+(?P<year>(?:19|20)\d\d)\b")
_WRITTEN = rf"§\d+ (?:{'|'.join(MONTHS)})"
_YEARLESS = re.compile(
    rf"(?P<date>{_WRITTEN})(?=\s*(?:to|and|until|-)\s*{_WRITTEN} (?P<year>\d{{4}}))"
)
_BETWEEN = re.compile(rf"(?P<date>{_WRITTEN}(?: \d{{4}})?)\s*(?:to|and|until|-)\s*(?=§)")
_YEARS = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s*[/-]\s*(?P<last>(?:20)?\d\d)\b(?![/-]?\d)")


def rewrite_dates(text: str) -> str:
    """`text` (case folded, plain hyphens) with its dates in one form. Days come before months, as
    they do in Britain: 03/04/2022 is the third of April."""
    for pattern, replace in _STEPS:
        text = pattern.sub(replace, text)
    return text


def _numeric(match: re.Match[str]) -> str:
    year = match["y"] if len(match["y"]) == 4 else "20" + match["y"]
    return f" §{int(match['d'])} {MONTHS[int(match['m']) - 1]} {year} "


def _month(match: re.Match[str]) -> str:
    word = match["month"].rstrip(".")
    return _SHORT.get(word, word)


def _day_first(match: re.Match[str]) -> str:
    year = f" {match['year']}" if match["year"] else ""
    days = [int(day) for day in re.findall(r"\d+", match["days"])]
    return " " + " to ".join(f"§{day} {_month(match)}{year}" for day in days) + " "


def _month_first(match: re.Match[str]) -> str:
    day = int(re.sub(r"\D", "", match["day"] or match["only"]))
    year = f" {match['year']}" if match["year"] else ""
    return f" §{day} {_month(match)}{year} "


def _month_year(match: re.Match[str]) -> str:
    return f"{_month(match)} {match['year']}"


def _give_year(match: re.Match[str]) -> str:
    return f"{match['date']} {match['year']}"


def _between(match: re.Match[str]) -> str:
    return f"{match['date']} to "


def _years(match: re.Match[str]) -> str:
    first, last = int(match["first"]), int(match["last"])
    last = last if last > 99 else first - first % 100 + last
    return f"{first} to {last}" if last == first + 1 else match[0]


_STEPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_ISO, _numeric),
    (_SLASHED, _numeric),
    (_MONTH_FIRST, _month_first),
    (_DAY_FIRST, _day_first),
    (_YEARLESS, _give_year),
    (_BETWEEN, _between),
    (_MONTH_YEAR, _month_year),
    (_YEARS, _years),
)
