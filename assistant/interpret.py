"""From what was typed to what is looked for: the standalone question, its form, its scope."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answers import Question, Scope
from assistant.words import content_words, words
from docs_store.documents import Document


class Form(StrEnum):
    """What kind of thing the question asks for."""

    DATE = "date"
    NUMBER = "number"
    WHO = "who"
    YES_NO = "yes_no"
    LIST = "list"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What will be looked for. `standalone` is the question as it would be asked by itself;
    `is_followup` says that it was completed from the history."""

    standalone: str
    form: Form
    scope: Scope
    is_followup: bool


_FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = tuple(
    (form, re.compile(pattern, re.IGNORECASE))
    for form, pattern in (
        (
            Form.DATE,
            r"\bwhen\b|\bwhat (?:date|year|month|day)\b|\bwhich (?:year|month|day)\b|\bsince what year\b",
        ),
        (
            Form.NUMBER,
            r"\bhow (?:many|much|long|big|large|old|often|far)\b|\bwhat (?:percentage|proportion|share|number|figure|rate|cost)\b|%|\bnumber of\b|\bpercent|\bhow few\b",
        ),
        (
            Form.WHO,
            r"\bwho(?:se|m)?\b|\bname of\b|\bwhich (?:inspectors?|councillors?|person|officer|director)\b|\bnames?\b",
        ),
        (
            Form.LIST,
            r"\blist\b|\bwhat (?:are|were) the\b|\bwhich (?:areas|things|teams|services)\b|\bname (?:all|the)\b|\bgive me (?:all|the)\b|\bwhat (?:\w+ ){0,3}(?:things|areas|recommendations|priorities|actions|reasons|ways)\b",
        ),
        (
            Form.YES_NO,
            r"^\W*(?:(?:so|and|but|ok|right|well)\W+)*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isn|aren|wasn|weren|didn|doesn|don|hasn|haven)(?:['’]t)?\b",
        ),
    )
)

_LEANS_ON = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "his",
        "their",
        "its",
        "that",
        "this",
        "those",
        "these",
        "one",
        "ones",
        "same",
    ]
)
_OPENS_FOLLOWUP = re.compile(
    r"^\W*(?:and|but|so|what about|how about|ok|why|since when|who else|which one|how come)\b",
    re.IGNORECASE,
)


def interpret(question: Question, documents: Sequence[Document]) -> Interpretation:
    """Complete a follow-up from its history, see what form of answer is wanted, and where to look.

    A council is in scope when the question, or else the history, names one that is held.
    """
    text = " ".join(question.text.split())
    is_followup = bool(question.history) and leans_on_history(text)
    standalone = _completed(text, _leant_on(question.history)) if is_followup else text
    return Interpretation(
        standalone=standalone,
        form=form_of(text),
        scope=Scope(councils=_councils(text, question.history, documents)),
        is_followup=is_followup,
    )


def form_of(text: str) -> Form:
    """The form of answer that a question asks for."""
    for form, pattern in _FORMS:
        if pattern.search(text):
            return form
    return Form.OTHER


def leans_on_history(text: str) -> bool:
    """True when a question cannot be understood without the ones before it: it has hardly a
    content word, or a pronoun without what it stands for, or opens as a follow-up does."""
    content = content_words(text)
    leaning = _LEANS_ON & set(words(text))
    return (
        len(content) <= 2
        or (bool(leaning) and len(content) <= 7)
        or (bool(_OPENS_FOLLOWUP.search(text)) and len(content) <= 5)
    )


_YEAR = re.compile(r"\b(?:in |of |the )?(?:19|20)\d\d\b")


def _completed(text: str, needed: Sequence[str]) -> str:
    """A follow-up after the questions it needs; a year that it names replaces theirs."""
    if _YEAR.search(text):
        needed = [" ".join(_YEAR.sub("", said).split()) for said in needed]
    return " ".join([*needed, text])


def _leant_on(history: Sequence[str]) -> list[str]:
    """The questions a follow-up needs: back to the last that can be understood by itself."""
    needed: list[str] = []
    for said in reversed(history):
        needed.insert(0, " ".join(said.split()))
        if not leans_on_history(said):
            break
    return needed


def _councils(text: str, history: Sequence[str], documents: Sequence[Document]) -> tuple[str, ...]:
    held = {document.council for document in documents if document.council}
    if len(held) < 2:
        return ()
    for said in (text, *reversed(history)):
        named = _named(said, held)
        if named:
            return named
    return ()


def _named(text: str, councils: set[str]) -> tuple[str, ...]:
    """The councils that a text names; a name inside a longer one that is named does not count. The
    s of a possessive counts without its apostrophe too: few type it."""
    left, found = f" {' '.join(words(text))} ", []
    for council in sorted(councils, key=len, reverse=True):
        left, times = re.subn(f" {re.escape(' '.join(words(council)))}s? ", "  ", left)
        if times:
            found.append(council)
    return tuple(found)
