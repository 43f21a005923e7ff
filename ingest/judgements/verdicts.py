"""Verdicts in running text: "was judged inadequate", "Ofsted rated the council good", "following a
judgement of inadequate". Only words that report a judgement made; what may come, was hoped for or
was denied is none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.judgements.grades import GRADE, as_printed
from ingest.judgements.subjects import is_object, is_pronoun, is_subject

_Q = r"[‘’“”'\"]?"
_SURE = r"(?:judged|rated|graded|deemed|declared|branded|labelled|classed|ranked)"
_LOOSE = r"(?:found|assessed)"
_JUDGING = r"(?:judging|rating|grading|finding|declaring)"
_TO_GRADE = r"(?:\s+(?:overall|again|still|as|to\s+be|to|being|by\s+Ofsted|by\s+inspectors))*"
_ENDS = (
    r"(?=\s*(?:$|[.,;:()’”'\"–—])|\s+(?:overall|by|in|at\s+(?:its|the|an?|their|that|this|every|each)|for|across"
    r"|following|after|during|and|but|when|on|under|with|last|this|again|because|due|since)\b)"
)
_G = rf"\s+{_Q}(?P<grade>{GRADE}){_Q}{_ENDS}"
_PASSIVE = re.compile(rf"\b(?:{_SURE}|(?P<loose>{_LOOSE})){_TO_GRADE}{_G}", re.IGNORECASE)
_ACTIVE = re.compile(
    rf"\b(?:{_SURE}|(?P<loose>{_LOOSE})|(?P<participle>(?:since|after|following)\s+{_JUDGING}))"
    rf"\s+(?P<object>(?:that\s+)?[^.;:()]{{2,90}}?)(?:\s+(?:as|to\s+be|to|were|was|(?P<now>are|is)|be))?{_G}",
    re.IGNORECASE,
)
_NOUN = re.compile(
    rf"\b(?:overall\s+)?(?:judge?ment|rating|verdict|grade|grading)\s+of{_G}"
    rf"|{_Q}\b(?P<before>{GRADE}){_Q}\s+(?:overall\s+)?(?:judge?ment|rating|verdict|grade)\b",
    re.IGNORECASE,
)
_GAVE = r"\bOfsted\s+(?:had\s+|has\s+)?(?:gave|given|handed|awarded)\s+"
_GIVEN = re.compile(
    rf"{_GAVE}(?P<worst>[^.;:,]{{3,60}}?)\s+(?:its|the|their)\s+(?:worst|lowest)(?:\s+possible)?\s+(?:rating|grade|judge?ment)\b"
    rf"|{_GAVE}(?P<object>[^.;:,]{{3,60}}?)\s+an?\s+{_Q}(?P<grade>{GRADE}){_Q}\s+(?:overall\s+)?(?:rating|grade|judge?ment)\b",
    re.IGNORECASE,
)
_WORST = "inadequate"
"""The lowest grade of every framework."""
_AUXILIARY = re.compile(
    r"(?P<aux>\b(?:was|were|been|is|are)|(?:since|after|following|despite)\s+being)"
    r"(?:\s+(?:now|previously|also|again|first|then|subsequently|already|formally|last|both|therefore|once|overall))*\s*$",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"\s+(?:had|has|have)(?:\s+(?:also|previously|already|once|then|first|last|again|both))*\s*$|\s+(?:previously|once|also|last)\s*$",
    re.IGNORECASE,
)
_INSPECTED_AND = re.compile(
    r"\s+(?:was|were|had\s+been|has\s+been|have\s+been)\s+(?:last\s+)?inspected\b[^.;:]{0,80}?\s+and\s*$",
    re.IGNORECASE,
)
_ACTOR = re.compile(
    r"\b(?:Ofsted|inspectors?|regulator|watchdog|inspectorate|inspection\b[^.;:]{0,80}?|which|that)"
    r"(?:\s+(?:had|has|have|also|then|previously|originally|again|last))*\s*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"[,\s]*\b(?:which|that|who)\s*$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:,–—]|\b(?:when|where|since|after|because|as|while|although|though)\b", re.IGNORECASE
)
_AT_A_VISIT = re.compile(r"\bvisit\b(?!.*\b(?:since|after|following|when|before)\b)", re.IGNORECASE)
_OPEN_OR_DENIED = re.compile(
    r"\b(?:if|unless|whether|could|would|should|might|(?-i:may)|will|can|must|aim\w*|hop(?:e|es|ed|ing)|expect\w*|target\w*|"
    r"avoid\w*|not|never|no\s+longer|nearly|almost|until|self|next)\b|n[’']t\b",
    re.IGNORECASE,
)
_INSPECTION = re.compile(r"\binspection\b", re.IGNORECASE)
_NOUN_OPENS = re.compile(
    r"\b(?:following|after|since|despite|receiv\w+|given|got|getting|awarded|with|its|the|a|an)\s*$|[’']s?\s*$",
    re.IGNORECASE,
)
_LEAVES_OPEN = re.compile(
    r"\b(?:if|unless|could|would|should|might|(?-i:may)|will|can|must|aim\w*|hop\w+|expect\w*|target\w*|ambition\w*|"
    r"likely|avoid\w*|not|never|no\s+longer|nearly|almost|from|until|maintain\w*|retain\w*|los(?:e|es|ing)|"
    r"achiev\w*|secur\w*|towards?|next|consistently|self)\b|n[’']t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade told at characters `start` to `end` of a sentence.

    `subject` is what was graded as far as the words say it; `points_back` says that they only point
    to what stands above ("it"), `is_loose` that they could also describe ("found to be good"), so
    that a date is wanted.
    """

    start: int
    end: int
    grade: str
    subject: str
    points_back: bool = False
    is_loose: bool = False


def verdicts_in(sentence: str) -> Iterator[Verdict]:
    """The verdicts on a council's services for children that `sentence` tells."""
    taken: set[int] = set()
    for read in (_passive, _active, _given, _noun):
        for verdict in read(sentence):
            if verdict.end not in taken and not _AT_A_VISIT.search(sentence[: verdict.start]):
                taken.add(verdict.end)
                yield verdict


def _passive(sentence: str) -> Iterator[Verdict]:
    for found in _PASSIVE.finditer(sentence):
        subject = _subject_of(sentence[: found.start()])
        if subject is not None:
            yield Verdict(
                found.start(), found.end("grade"), as_printed(found["grade"]), subject,
                points_back=not subject or is_pronoun(subject),
                is_loose=found["loose"] is not None,
            )  # fmt: skip


def _subject_of(before: str) -> str | None:
    """What stands before "judged" as its subject ("" for one that is only meant), where that is a
    council or its services and the words neither deny nor leave open that it was judged; else None."""
    inspected = _INSPECTED_AND.search(before)
    auxiliary = _AUXILIARY.search(before)
    if inspected:
        before = before[: inspected.start()]
    elif auxiliary is None:
        return _apposed(before)
    elif auxiliary["aux"].lower().endswith("being"):
        return ""
    else:
        before = _HAD.sub("", before[: auxiliary.start()].rstrip()).rstrip()
    relative = _RELATIVE.search(before)
    subject = _last_clause(before[: relative.start()] if relative else before)
    if not is_subject(subject, is_relative=relative is not None) or _OPEN_OR_DENIED.search(subject):
        return None
    return before if is_pronoun(subject) else subject


def _apposed(before: str) -> str | None:
    """The subject in "Amble council, rated inadequate in 2017," and "services previously judged good"."""
    bare = _HAD.sub("", before.rstrip()).rstrip()
    subject = _last_clause(bare.rstrip(" ,"))
    is_apposed = bare.endswith(",") or bare != before.rstrip()
    return subject if is_apposed and is_subject(subject, is_relative=True) else None


def _active(sentence: str) -> Iterator[Verdict]:
    for found in _ACTIVE.finditer(sentence):
        before = sentence[: found.start()]
        if not found["participle"] and not _ACTOR.search(before):
            continue
        if found["loose"] and found["now"] and not _INSPECTION.search(before):
            continue
        if is_object(found["object"]) and not _OPEN_OR_DENIED.search(_last_clause(before)):
            yield Verdict(
                found.start(), found.end("grade"), as_printed(found["grade"]), found["object"],
                points_back=is_pronoun(found["object"]),
                is_loose=found["loose"] is not None,
            )  # fmt: skip


def _given(sentence: str) -> Iterator[Verdict]:
    for found in _GIVEN.finditer(sentence):
        given = found["worst"] or found["object"]
        if is_object(given):
            grade = _WORST if found["worst"] else as_printed(found["grade"])
            yield Verdict(found.start(), found.end(), grade, given, points_back=is_pronoun(given))


def _noun(sentence: str) -> Iterator[Verdict]:
    for found in _NOUN.finditer(sentence):
        before = sentence[: found.start()]
        if _NOUN_OPENS.search(before) and not _LEAVES_OPEN.search(before[-60:]):
            grade = as_printed(found["grade"] or found["before"])
            yield Verdict(found.start(), found.end(), grade, "", points_back=True)


def _last_clause(text: str) -> str:
    cuts = [found.end() for found in _CLAUSE.finditer(text)]
    return text[cuts[-1] :].strip() if cuts else text.strip()
