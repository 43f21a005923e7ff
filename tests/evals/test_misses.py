from typing import Any

import pytest

from assistant.answers import Status
from evals.corpus import Corpus
from evals.misses import Stage, lost_at
from tests.evals.fakes import (
    CONFLICT,
    NEWS,
    REPORT,
    FakeCatalogue,
    make_corpus,
    make_fact,
    make_record,
    make_unanswerable,
)

RIGHT = (REPORT, 2, "There were 47 children without a social worker.")
BESIDE = (REPORT, 2, "Morale is good.")
ELSEWHERE = (REPORT, 1, "Lead inspector: Ann Lee.")
NOWHERE = [{"document": REPORT, "page": 2, "quote": "no such words"}]
WRONG = [{"text": "47"}, {"text": "45", "vital": False, "must_not": True}]


@pytest.mark.parametrize(
    ("fact", "record", "stage"),
    [
        (make_fact(), make_record("47", cited=[RIGHT]), None),
        (make_fact(), make_record(status=Status.ERROR_INTERNAL), Stage.CRASHED),
        (make_fact(gold=NOWHERE), make_record("x"), Stage.NOT_PARSED),
        (make_fact(), make_record("x", hits=[0, 1]), Stage.NOT_RETRIEVED),
        (make_fact(), make_record("x", hits=[0, 2], read=1), Stage.RANKED_LOW),
        (make_fact(), make_record("x", hits=[0, 2], read=2), Stage.NOT_SELECTED),
        (make_fact(), make_record("x", hits=[2], cited=[BESIDE]), Stage.NOT_SELECTED),
        (make_fact(), make_record("x", hits=[2], cited=[RIGHT]), Stage.NOT_STATED),
        (make_fact(), make_record(hits=[2], status=Status.NO_EVIDENCE), Stage.REFUSED),
        (make_fact(nuggets=WRONG), make_record("47, 45", hits=[2]), Stage.WRONG_FACT),
        (make_fact(), make_record("47", hits=[2]), Stage.NOT_CITED),
        (make_fact(), make_record("47", cited=[ELSEWHERE]), Stage.NOT_CITED),
        (make_fact(gold=[]), make_record("x"), None),
        (make_unanswerable(), make_record(status=Status.ERROR_INTERNAL), Stage.CRASHED),
        (make_unanswerable(), make_record("x"), Stage.NOT_ABSTAINED),
        (make_unanswerable(), make_record(status=Status.NO_EVIDENCE), None),
    ],
)
def test_a_miss_is_put_down_to_the_first_stage_that_lost_it(fact, record, stage):
    assert lost_at(fact, record, make_corpus()) is stage


class Unsplit(FakeCatalogue):
    """Pages without passages."""

    def passages_of(self, document_id):
        return ()


def test_gold_in_no_passage_is_not_indexed():
    long = [{"document": NEWS, "page": None, "quote": "Councillors said that"}]
    fact = make_fact(gold=long, nuggets=[{"text": "councillors"}])
    corpus = Corpus(Unsplit(), lambda _sha256: None)
    assert lost_at(fact, make_record("x"), corpus) is Stage.NOT_INDEXED


def test_a_missing_nugget_is_followed_through_the_gold_that_states_it():
    fact = make_fact(**CONFLICT)
    record = make_record("47", cited=[RIGHT], hits=[2])  # the 45 of the news was never found
    assert lost_at(fact, record, make_corpus()) is Stage.NOT_RETRIEVED


FOLLOWUP: dict[str, Any] = {
    "kind": "followup",
    "question": "How many had none?",
    "history": ["Which children have social workers?"],
}


@pytest.mark.parametrize(
    ("standalone", "hits", "stage"),
    [
        ("How many had none?", [0], Stage.HISTORY_UNUSED),
        ("How many had none?", [2], Stage.HISTORY_UNUSED),
        ("How many children had none?", [0], Stage.NOT_RETRIEVED),
        ("How many children had none?", [2], Stage.NOT_SELECTED),
        ("", [0], Stage.NOT_RETRIEVED),
    ],
)
def test_a_follow_up_looked_up_by_itself_was_lost_before_retrieval(standalone, hits, stage):
    record = make_record("x", hits=hits, standalone=standalone)
    assert lost_at(make_fact(**FOLLOWUP), record, make_corpus()) is stage


def test_a_follow_up_that_is_answered_all_the_same_lost_nothing():
    record = make_record("47", cited=[RIGHT], standalone="How many had none?")
    assert lost_at(make_fact(**FOLLOWUP), record, make_corpus()) is None


def test_what_a_reader_lost_comes_before_what_was_made_of_the_history():
    fact = make_fact(**(FOLLOWUP | {"gold": NOWHERE}))
    record = make_record("x", standalone="How many had none?")
    assert lost_at(fact, record, make_corpus()) is Stage.NOT_PARSED
