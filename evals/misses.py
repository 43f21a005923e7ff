"""Where an answer that should have been right was lost: the first stage that lost it.

not parsed → not indexed → not retrieved → not selected → not stated → wrong fact
"""

from collections.abc import Sequence
from enum import StrEnum

from evals.corpus import Corpus
from evals.facts import Fact, Gold, Nugget
from evals.measures import correct, missing, wrong_facts
from evals.nuggets import is_stated
from evals.records import AnswerRecord


class Stage(StrEnum):
    """The stages of an answer in order, named by their loss."""

    NOT_PARSED = "not parsed"
    NOT_INDEXED = "not indexed"
    NOT_RETRIEVED = "not retrieved"
    REFUSED = "refused"
    NOT_SELECTED = "not selected"
    NOT_STATED = "not stated"
    WRONG_FACT = "wrong fact"
    NOT_ABSTAINED = "answered all the same"


_ORDER = list(Stage)


def lost_at(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Stage | None:
    """The first stage that lost the fact, or None where nothing was lost or can be judged.

    Each missing nugget is followed through the gold that states it (any one would do); the fact
    was lost where the first of them was.
    """
    if not fact.is_answerable:
        return Stage.NOT_ABSTAINED if record.is_answered else None
    if correct(fact, record, corpus) != 0.0:
        return None
    vital = missing([nugget for nugget in fact.nuggets if nugget.is_vital], record)
    if not vital:
        return Stage.WRONG_FACT if wrong_facts(fact, record) else None
    stages = [
        max(
            (_stage(gold, record, corpus) for gold in _golds(fact, nugget, corpus)),
            key=_ORDER.index,
        )
        for nugget in vital
        if fact.gold
    ]
    return min(stages, key=_ORDER.index) if stages else None


def _golds(fact: Fact, nugget: Nugget, corpus: Corpus) -> Sequence[Gold]:
    """The gold whose words state the nugget; all of it where none does by itself."""
    return [g for g in fact.gold if is_stated(nugget, [corpus.gold_text(g)])] or fact.gold


def _stage(gold: Gold, record: AnswerRecord, corpus: Corpus) -> Stage:
    if corpus.locate(gold) is None:
        return Stage.NOT_PARSED
    relevant = corpus.relevant_passages([gold])
    if not relevant:
        return Stage.NOT_INDEXED
    if not relevant & {hit.passage for hit in record.hits}:
        return Stage.NOT_RETRIEVED
    if not record.is_answered:
        return Stage.REFUSED
    is_cited = (gold.document, gold.page) in {(c.document, c.page) for c in record.cited}
    return Stage.NOT_STATED if is_cited else Stage.NOT_SELECTED
