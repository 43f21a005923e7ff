"""The framework that an inspectorate's document was written under, and which monitoring visit a
letter reports."""

import re
from datetime import date

from docs_store.documents import Dates
from docs_store.documents import DocumentKind as Kind

_SIF_BEGAN, _ILACS_BEGAN = date(2013, 11, 1), date(2018, 1, 1)
_OF_KIND = {
    Kind.FOCUSED_VISIT_LETTER: "ILACS",
    Kind.JTAI_LETTER: "JTAI",
    Kind.SEND_REPORT: "SEND",
}
_SIGNS = (
    (
        "SIF",
        re.compile(
            r"\bsingle inspection\b|\bhelp and protection,? (?:and )?(?:for )?children looked after and care leavers\b|"
            r"\breview of the effectiveness of the (?:local )?safeguarding children board\b|"
            r"\bchildren looked after and achieving permanence\b",
            re.IGNORECASE,
        ),
    ),
    (
        "ILACS",
        re.compile(
            r"\bILACS\b|\bimpact of leaders on social work practice\b|"
            r"\binspection of (?:[\w,&’' -]{1,60} )?(?:local authority )?children[’']s (?:social care )?services\b",
            re.IGNORECASE,
        ),
    ),
    (
        "pre-SIF",
        re.compile(
            r"\barrangements for the protection of children\b|\bsafeguarding and looked[- ]after children services\b",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_NTH = rf"(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_VISITS = (
    re.compile(
        rf"\b(?:this|it|visit) (?:was|is) (?:\w+ ){{0,4}}?the (?:\w+[’']s )?{_NTH}\b(?: \w+){{0,3}}? visit\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_NTH}(?: \w+){{0,2}}? monitoring visit\b", re.IGNORECASE),
    re.compile(r"\bmonitoring visit (?:no\.? |number )?(?P<nth>\d{1,2})\b(?! \w+ 20)", re.IGNORECASE),
)  # fmt: skip
_LETTER_OPENS = 4000


def framework_of(kind: Kind, text: str, dates: Dates) -> str | None:
    """The framework of a document of that kind that opens with `text` (white space folded): by what
    it says of itself and by the day the work was done; None for papers, news and the unknown.

    SIF ran from November 2013, ILACS from January 2018; monitoring visits changed with them.
    """
    if kind in _OF_KIND:
        return _OF_KIND[kind]
    day = dates.on_site_from or dates.shown
    if kind is Kind.MONITORING_LETTER:
        return _in_force(day) if day and day >= _SIF_BEGAN else None
    if kind is not Kind.INSPECTION_REPORT:
        return None
    said = {name for name, sign in _SIGNS if sign.search(text[:_LETTER_OPENS])}
    by_day = _in_force(day) if day else None
    if by_day in said or not said:
        return by_day if said else None
    return next(name for name, _ in _SIGNS if name in said)


def _in_force(day: date) -> str:
    if day >= _ILACS_BEGAN:
        return "ILACS"
    return "SIF" if day >= _SIF_BEGAN else "pre-SIF"


def visit_in(text: str) -> int | None:
    """The number of the monitoring visit that a letter opening with `text` reports: "This was the
    fourth monitoring visit" → 4. An earlier visit that it recalls counts less."""
    for pattern in _VISITS:
        found = pattern.search(text[:_LETTER_OPENS])
        if found:
            return _number(found["nth"].lower())
    return None


def _number(nth: str) -> int:
    return _ORDINALS.index(nth) + 1 if nth in _ORDINALS else int(nth.rstrip("dhnrst"))


def ordinal(number: int) -> str:
    """ "fourth" for 4; "21st" beyond twenty."""
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"
