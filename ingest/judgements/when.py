"""When a told verdict was given: the period named beside it, and no other date of the sentence."""

import re
from dataclasses import dataclass
from datetime import date

from ingest.judgements.periods import Period, periods_in
from ingest.judgements.verdicts import Verdict

_TAIL = 70
"""Characters between a grade and the period that belongs to it."""
_HEAD = 160
_PUBLISHED = re.compile(r"\bpublish\w*\b", re.IGNORECASE)
_GOES_ON = re.compile(r"[.;:,]|\b(?:and|but|since|until|before|by|to)\b", re.IGNORECASE)
_LEADS_TO_PERIOD = re.compile(
    r"(?:^|\b(?:in|of|during|at|on|from|following|after|the|its|their|early|late|mid)|\()\s*-?$",
    re.IGNORECASE,
)
_INSPECTED = re.compile(r"\b(?:inspect\w*|judged|judge?ment)\b[^.;]{0,60}$", re.IGNORECASE)
_INSPECTION_FOLLOWS = re.compile(r"\s+(?:\w+\s+){0,2}(?:inspection|judge?ment)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"\W*(?:in|during|on|at)\s+(?:the\s+|early\s+|late\s+|mid-?\s?)?$", re.IGNORECASE
)
_INSPECTION = re.compile(r"\binspection\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|before|until)\b", re.IGNORECASE)
_HELD = re.compile(
    r"\binspection\s+(?!of\b)(?:\w+\s+){0,3}?(?:was|took\s+place)\b"
    r"|\binspection\s+of\s+[^.;]{0,80}?(?:safeguarding|protection|looked[\s-]+after|children[’']s\s+(?:social\s+care\s+)?services"
    r"|services\s+for\s+children|council|local\s+authority(?![’']))[^.;]{0,60}?\b(?:was|took\s+place)\b",
    re.IGNORECASE,
)
_SIF, _ILACS = (date(2013, 11, 1), date(2018, 1, 1)), date(2018, 4, 1)


@dataclass(frozen=True, slots=True)
class When:
    """The period of a verdict, None where none is named or it is not sure which; `is_named` says that
    the sentence names some date, `is_of_sentence_above` that the period stands in the one above,
    `is_unclear_above` that the one above dates an inspection, and not this verdict."""

    period: Period | None = None
    is_named: bool = False
    is_of_sentence_above: bool = False
    is_unclear_above: bool = False


def when_judged(sentence: str, verdict: Verdict, above: str) -> When:
    """When the verdict in `sentence` was given; `above` is the sentence before it in its paragraph."""
    named = list(periods_in(sentence))
    after = next((period for period in named if period.start >= verdict.end), None)
    if after and _belongs_after(sentence, verdict, after):
        return When(after, is_named=True)
    before = next((period for period in reversed(named) if period.end <= verdict.start), None)
    if before and _belongs_before(sentence, verdict, before):
        return When(before, is_named=True)
    if named:
        return When(is_named=True)
    held = list(periods_in(above))
    if len(held) == 1 and _HELD.search(above) and not _PUBLISHED.search(above):
        return When(held[0], is_of_sentence_above=True)
    return When(is_unclear_above=bool(held) and _INSPECTION.search(above) is not None)


def _belongs_after(sentence: str, verdict: Verdict, period: Period) -> bool:
    """ "judged inadequate by Ofsted in March 2017", "judged good (2013)"."""
    between = sentence[verdict.end : period.start].lstrip("’”'\"")
    if len(between) > _TAIL or _PUBLISHED.search(between):
        return False
    leads = _LEADS_TO_PERIOD.search(between)
    return leads is not None and _GOES_ON.search(_without_agent(between)) is None


def _without_agent(between: str) -> str:
    return re.sub(r"\bby\s+(?:Ofsted|(?:the\s+)?inspect\w+)", "", between, flags=re.IGNORECASE)


def _belongs_before(sentence: str, verdict: Verdict, period: Period) -> bool:
    """ "Since the last inspection in March 2020, when services were judged", "In 2021, all services
    were judged"."""
    lead, gap = sentence[: period.start], sentence[period.end : verdict.start]
    if len(gap) > _HEAD or _SINCE.search(gap) or _PUBLISHED.search(lead[-40:]):
        return False
    return (
        _OPENS.fullmatch(lead) is not None
        or _INSPECTED.search(lead) is not None
        or _INSPECTION_FOLLOWS.match(gap) is not None
    )


def framework_at(period: Period) -> str | None:
    """The framework in force all through a period; None where it may have been either of two. A
    judgement is often dated by its publication, a few months after the inspection."""
    if period.last < _SIF[0]:
        return "pre-SIF"
    if period.first >= _ILACS:
        return "ILACS"
    return "SIF" if period.first >= _SIF[0] and period.last < _SIF[1] else None
