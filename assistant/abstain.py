"""Is there enough to answer from? Returns a reason, never raises.

Similarity cannot tell an answerable question from a plausible one without an answer (measured:
AUC 0.41 to 0.52), so nothing here is a threshold on how near a passage is, except for questions
about something else altogether. The checks are structural: what the question names must occur.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answers import Hit, Status
from assistant.interpret import Interpretation
from assistant.words import STOP_WORDS, content_words

_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z’'-]{2,}(?:\s+[A-Z][a-z’'-]{2,})*")
_STEERING = re.compile(
    r"(?:^|[.!?:;]\s*)(?:please\s+|now\s+)*(?:ignore|disregard|forget)\b.{0,20}"
    r"\b(?:instructions?|prompts?|rules|guidelines|everything|above|you(?:r| were| have))\b"
    r"|\b(?:ignore|disregard) (?:all |any )?(?:of )?(?:your|my|(?:the )?previous|prior) "
    r"(?:instructions?|prompts?|rules)\b"
    r"|\b(?:system prompt|jailbreak|developer mode)\b|\bpretend (?:to be|you)\b",
    re.IGNORECASE | re.DOTALL,
)
_NEAR_ENOUGH = 0.30
_KNOWN_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer, as a status and as a sentence."""

    status: Status
    message: str


def refuse_question(text: str) -> Refusal | None:
    """A refusal for a question that tries to steer the assistant."""
    if _STEERING.search(text):
        return Refusal(
            Status.REFUSED_STEERING,
            "I only answer questions from the documents held here; "
            "ask about the inspections, visits or plans.",
        )
    return None


def refuse_evidence(
    text: str,
    interpretation: Interpretation,
    hits: Sequence[Hit],
    passages_with: Callable[[str], int],
) -> Refusal | None:
    """A refusal when nothing was found, when the question is about something else, or when it
    names somebody or something that no document mentions. `passages_with` counts the passages in
    which a word stands."""
    if not hits:
        return Refusal(Status.NO_EVIDENCE, "I can't find this in the documents.")
    is_new = not interpretation.is_followup
    if is_new and is_about_something_else(interpretation.standalone, hits, passages_with):
        return Refusal(
            Status.OUT_OF_SCOPE,
            "This does not seem to be about anything in the documents held here.",
        )
    missing = unknown_names(text, passages_with)
    if missing:
        return Refusal(
            Status.NO_EVIDENCE,
            f"I can't find this in the documents: none of them mentions {' or '.join(missing)}.",
        )
    return None


def is_about_something_else(
    text: str, hits: Sequence[Hit], passages_with: Callable[[str], int]
) -> bool:
    """True when no passage is near and most of the question's words stand in no passage."""
    wanted = content_words(text)
    known = sum(1 for word in wanted if passages_with(word))
    nearest = max((hit.parts.get("cosine", 0.0) for hit in hits), default=0.0)
    return nearest < _NEAR_ENOUGH and known <= _KNOWN_SHARE * len(wanted)


def unknown_names(text: str, passages_with: Callable[[str], int]) -> list[str]:
    """Proper names in a question of which no part stands in any passage."""
    found = []
    for match in _NAME.finditer(text):
        parts = [p for p in content_words(match.group()) if p not in STOP_WORDS]
        if parts and not any(passages_with(part) for part in parts):
            found.append(match.group())
    return list(dict.fromkeys(found))
