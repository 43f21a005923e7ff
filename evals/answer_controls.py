"""Answers that need no assistant, scored like its own: the floors it must beat, and the ceiling.

always abstain       no question is answered
always answer        every question, with the first sentence of the passage ranked first
most common grade    every question, with the grade that the facts ask for most
shuffled gold        the assistant's own answers, held against other facts' gold
oracle page          every answerable question, with each vital nugget cited to its gold
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from assistant.answers import Status
from evals.citing import gold_for
from evals.corpus import Corpus
from evals.facts import Fact
from evals.identity import digest_of
from evals.nuggets import is_verdict
from evals.records import AnswerRecord, Cited, Said, from_row

Row = Mapping[str, Any]
Answerer = Callable[[Fact], AnswerRecord]
Held = tuple[Fact, AnswerRecord]
"""An answer and the fact it is held against."""

ORACLE = "oracle page"
_GRADES = re.compile(r"\b(outstanding|good|requires improvement|inadequate)\b")


def answer_controls(
    facts: Sequence[Fact], rows: Mapping[str, Row], corpus: Corpus
) -> dict[str, list[Held]]:
    """By control, its answers in the order of the facts. `rows` are the assistant's, by fact id."""
    grade = most_common_grade(facts)
    answerers: dict[str, Answerer] = {
        "always abstain": abstain,
        "always answer": lambda fact: first_sentence(fact, rows[fact.id]),
        "most common grade": lambda fact: _answer(fact.id, short=grade),
        ORACLE: lambda fact: oracle(fact, corpus),
    }
    held = {name: [(f, answer(f)) for f in facts] for name, answer in answerers.items()}
    shuffled = zip(shuffled_gold(facts), facts, strict=True)
    return held | {"shuffled gold": [(other, from_row(rows[own.id])) for other, own in shuffled]}


def abstain(fact: Fact) -> AnswerRecord:
    """No answer."""
    return AnswerRecord(fact.id, Status.NO_EVIDENCE)


def first_sentence(fact: Fact, row: Row) -> AnswerRecord:
    """The first sentence of the passage that the assistant ranked first; a bare yes without one."""
    first = next(iter(row["passages"]), None)
    if first is None:
        return _answer(fact.id, short="Yes")
    sentence = re.split(r"(?<=[.!?])\s", first["text"])[0]
    return _answer(fact.id, said=[(sentence, first["document"], first["page_first"], sentence)])


def most_common_grade(facts: Sequence[Fact]) -> str:
    """The grade that stands in most vital nuggets; "good" where none does."""
    nuggets = [nugget.text.lower() for fact in facts for nugget in fact.nuggets if nugget.is_vital]
    counts = Counter(grade for text in nuggets for grade in _GRADES.findall(text))
    return counts.most_common(1)[0][0] if counts else "good"


def shuffled_gold(facts: Sequence[Fact]) -> list[Fact]:
    """The same facts in the same order, each answerable one with another's nuggets and gold.

    The order of their digests, turned by one: nobody keeps their own, and every run agrees.
    """
    answerable = sorted((f for f in facts if f.is_answerable), key=lambda f: digest_of(f.id))
    turned = answerable[1:] + answerable[:1]
    given = {own.id: other for own, other in zip(answerable, turned, strict=True)}
    return [_with_gold_of(fact, given[fact.id]) if fact.id in given else fact for fact in facts]


def _with_gold_of(fact: Fact, other: Fact) -> Fact:
    return fact.model_copy(update={"nuggets": other.nuggets, "gold": other.gold})


def oracle(fact: Fact, corpus: Corpus) -> AnswerRecord:
    """The right answer: each vital nugget in its own words, with the gold for it."""
    if not fact.is_answerable:
        return abstain(fact)
    vital = [nugget for nugget in fact.nuggets if nugget.is_vital]
    verdicts = [nugget.text for nugget in vital if is_verdict(nugget)]
    said = [
        (nugget.text, gold.document, gold.page, gold.quote or "")
        for nugget in vital
        for gold in gold_for(fact, nugget, corpus)
    ]
    return _answer(fact.id, short=" ".join(verdicts[:1]), said=said)


def _answer(
    fact_id: str, *, short: str = "", said: Sequence[tuple[str, str, int | None, str]] = ()
) -> AnswerRecord:
    """An answer; each of `said` is a statement with the document, page and quote it cites."""
    return AnswerRecord(
        fact_id,
        Status.ANSWERED,
        short_answer=short,
        statements=tuple(Said(text, (n,)) for n, (text, *_) in enumerate(said, start=1)),
        citations=tuple(_citations(said)),
    )


def _citations(said: Sequence[tuple[str, str, int | None, str]]) -> Iterator[Cited]:
    for n, (_, document, page, quote) in enumerate(said, start=1):
        yield Cited(n, document, page, quote)
