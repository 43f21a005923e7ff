"""The times that a question names, taken out of it: years, months, days, and how each is meant."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from assistant.register.question import Moment, When

MARK = "\x00"
"""Stands in a text where a time stood."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"((?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)\.?"
)
_DAY = r"\b(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"((?:19|20)\d\d)(?![\d/])"
_TO = r"\s?(?:to|and|[-–—])\s?(?:the )?"
_DAYS = re.compile(rf"{_DAY}{_TO}{_DAY}(?: of)? {_MONTH},? {_YEAR}")
_DAYS_OF_TWO_MONTHS = re.compile(rf"{_DAY} {_MONTH}(?:,? {_YEAR})?{_TO}{_DAY} {_MONTH},? {_YEAR}")
_DAY_FIRST = re.compile(rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}")
_MONTH_FIRST = re.compile(rf"\b{_MONTH} {_DAY},? {_YEAR}")
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_SLASHES = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b")
_MONTHS_OF_YEAR = re.compile(rf"\b{_MONTH}/{_MONTH},? {_YEAR}")
_MONTH_OF_YEAR = re.compile(rf"\b{_MONTH},?(?: of)? {_YEAR}")
_PLAIN_YEAR = re.compile(
    r"(?:\b(?:early|mid|late|spring|summer|autumn|winter|(?:the )?(?:start|beginning|middle) of)[ -]"
    rf"(?:in |of )?)?\b(?<!/){_YEAR}(?:[’']s)?"
)
_MARKED = re.compile(rf"{MARK}(\d+){MARK}")
_FROM_TO = re.compile(
    rf"(?:between |from |){_MARKED.pattern} ?(?:and|to|until|up to|[-–—]) ?{_MARKED.pattern}"
)
_BEFORE = re.compile(
    r"\b(?:(?P<as_of>as (?:at|of|on)|in force (?:in|on|at|as at)|(?:at |by |until |up to )?(?:the )?end of|by|until"
    r"|up to)|(?P<since>since)|(?P<after>after)|(?P<before>before|prior to))(?: the)? ?$"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """A time as named. `is_day` says that it is a single day, named without "as at": it may be the
    day of a report, or a day on which a grade was in force."""

    moment: Moment
    is_day: bool = False


def times_in(text: str) -> tuple[str, tuple[Time, ...]]:
    """A text in lower case with a `MARK` for each time in it, and the times in order.

    A day that no calendar has stays in the text.
    """
    taken = _Taken()
    for pattern, take in _PATTERNS:
        text = pattern.sub(partial(taken.kept, take), text)
    text = _FROM_TO.sub(taken.joined, text)
    return taken.meant(text)


class _Taken:
    """Periods found so far, by the number that stands in the text in place of each."""

    def __init__(self) -> None:
        self.periods: list[tuple[date, date]] = []

    def kept(self, take: "_Take", match: re.Match[str]) -> str:
        try:
            self.periods.append(take(*match.groups()))
        except ValueError:
            return match[0]
        return f"{MARK}{len(self.periods) - 1}{MARK}"

    def joined(self, match: re.Match[str]) -> str:
        """ "between A and B", "from A to B", "A-B"; two plain times with "and" stay two."""
        first, last = self.periods[int(match[1])], self.periods[int(match[2])]
        is_range = match[0].startswith(("between ", "from ")) or " and " not in match[0]
        if not is_range or first[0] > last[1]:
            return match[0]
        self.periods.append((first[0], last[1]))
        return f"{MARK}{len(self.periods) - 1}{MARK}"

    def meant(self, text: str) -> tuple[str, tuple[Time, ...]]:
        """The text with plain marks, the word that says how a time is meant taken with it."""
        parts, found = _MARKED.split(text), []
        for at in range(1, len(parts), 2):
            before = _BEFORE.search(parts[at - 1])
            found.append(_time(self.periods[int(parts[at])], before))
            if before:
                parts[at - 1] = parts[at - 1][: before.start()] + " "
            parts[at] = f" {MARK} "
        return "".join(parts), tuple(found)


def _time(period: tuple[date, date], before: re.Match[str] | None) -> Time:
    start, end = period
    if before is None:
        return Time(Moment(When.DURING, start, end, is_said=True), is_day=start == end)
    if before["as_of"]:
        return Time(Moment(When.AS_OF, None, end, is_said=True))
    if before["before"]:
        return Time(Moment(When.AS_OF, None, start - timedelta(days=1), is_said=True))
    since = start if before["since"] else end + timedelta(days=1)
    return Time(Moment(When.DURING, since, None, is_said=True))


def _days(first: str, last: str, month: str, year: str) -> tuple[date, date]:
    return _date(first, month, year), _date(last, month, year)


def _days_of_two_months(*g: str) -> tuple[date, date]:
    first, month, year, last, last_month, last_year = g
    return _date(first, month, year or last_year), _date(last, last_month, last_year)


def _day(day: str, month: str, year: str) -> tuple[date, date]:
    return (_date(day, month, year),) * 2


def _month_first(month: str, day: str, year: str) -> tuple[date, date]:
    return _day(day, month, year)


def _iso(year: str, month: str, day: str) -> tuple[date, date]:
    return (date(int(year), int(month), int(day)),) * 2


def _slashes(day: str, month: str, year: str) -> tuple[date, date]:
    return _iso(year, month, day)


def _months(first: str, last: str, year: str) -> tuple[date, date]:
    return _month(first, year)[0], _month(last, year)[1]


def _month(name: str, year: str) -> tuple[date, date]:
    number = _MONTHS.index(name[:3]) + 1
    length = monthrange(int(year), number)[1]
    return date(int(year), number, 1), date(int(year), number, length)


def _whole_year(year: str) -> tuple[date, date]:
    return date(int(year), 1, 1), date(int(year), 12, 31)


def _date(day: str, month: str, year: str) -> date:
    return date(int(year), _MONTHS.index(month[:3]) + 1, int(day))


_Take = Callable[..., tuple[date, date]]
_PATTERNS: tuple[tuple[re.Pattern[str], _Take], ...] = (
    (_ISO, _iso),
    (_SLASHES, _slashes),
    (_DAYS_OF_TWO_MONTHS, _days_of_two_months),
    (_DAYS, _days),
    (_DAY_FIRST, _day),
    (_MONTH_FIRST, _month_first),
    (_MONTHS_OF_YEAR, _months),
    (_MONTH_OF_YEAR, _month),
    (_PLAIN_YEAR, _whole_year),
)
