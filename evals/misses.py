"""Where an answer that should have been right was lost: the first stage that lost it.

not parsed → not indexed → not retrieved → not selected → not stated → not cited, with what can go
wrong between them told apart: a history that was not used, a passage ranked below those that are
read, a refusal, a wrong fact beside the right one, and an answer where there is none.
"""

from enum import StrEnum

from assistant.words import content_words
from evals.citing import gold_for, is_quoted
from evals.corpus import Corpus
from evals.facts import Fact, Gold, Kind, Nugget
from evals.measures import missing, passes, wrong_facts
from evals.records import AnswerRecord


class Stage(StrEnum):
    """The stages of an answer in order, named by their loss."""

    CRASHED = "crashed"
    NOT_PARSED = "not parsed"
    NOT_INDEXED = "not indexed"
    HISTORY_UNUSED = "history not used"
    NOT_RETRIEVED = "not retrieved"
    RANKED_LOW = "ranked too low"
    REFUSED = "refused"
    NOT_SELECTED = "not selected"
    NOT_STATED = "not stated"
    WRONG_FACT = "wrong fact"
    NOT_CITED = "not cited"
    NOT_ABSTAINED = "answered all the same"


_ORDER = list(Stage)


def lost_at(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Stage | None:
    """The first stage that lost the fact, or None where nothing was lost or can be judged.

    Each missing nugget is followed through the gold that states it (any one would do); the fact
    was lost where the first of them was.
    """
    if passes(fact, record, corpus) != 0.0:
        return None
    if record.has_crashed or not fact.is_answerable:
        return Stage.CRASHED if record.has_crashed else Stage.NOT_ABSTAINED
    vital = [nugget for nugget in fact.nuggets if nugget.is_vital]
    lost = missing(vital, record)
    if not lost:
        return Stage.WRONG_FACT if wrong_facts(fact, record) else Stage.NOT_CITED
    stages = [_lost_nugget(nugget, fact, record, corpus) for nugget in lost if fact.gold]
    return min(stages, key=_ORDER.index) if stages else None


def _lost_nugget(nugget: Nugget, fact: Fact, record: AnswerRecord, corpus: Corpus) -> Stage:
    stages = [_stage(gold, record, corpus) for gold in gold_for(fact, nugget, corpus)]
    stage = max(stages, key=_ORDER.index)
    is_before = _ORDER.index(stage) <= _ORDER.index(Stage.NOT_INDEXED)
    return stage if is_before or _used_history(fact, record) else Stage.HISTORY_UNUSED


def _used_history(fact: Fact, record: AnswerRecord) -> bool:
    """False for a follow-up that was looked up without a word of the questions before it."""
    if fact.kind is not Kind.FOLLOWUP or not fact.history or not record.standalone:
        return True
    asked = set(content_words(fact.question))
    before = {word for said in fact.history for word in content_words(said)} - asked
    return bool(before & set(content_words(record.standalone)))


def _stage(gold: Gold, record: AnswerRecord, corpus: Corpus) -> Stage:
    if corpus.locate(gold) is None:
        return Stage.NOT_PARSED
    relevant = corpus.relevant_passages([gold])
    if not relevant:
        return Stage.NOT_INDEXED
    if is_quoted(record.cited, gold, corpus):
        return Stage.NOT_STATED
    ranks = [rank for rank, hit in enumerate(record.hits) if hit.passage in relevant]
    if not ranks:
        return Stage.NOT_RETRIEVED
    if record.read is not None and ranks[0] >= record.read:
        return Stage.RANKED_LOW
    return Stage.NOT_SELECTED if record.is_answered else Stage.REFUSED
