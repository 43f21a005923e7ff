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
NOWHERE = [{"document": REPORT, "page": 2, "quote": "no such words"}]
WRONG = [{"text": "47"}, {"text": "45", "vital": False, "must_not": True}]


@pytest.mark.parametrize(
    ("fact", "record", "stage"),
    [
        (make_fact(), make_record("47"), None),
        (make_fact(gold=NOWHERE), make_record("x"), Stage.NOT_PARSED),
        (make_fact(), make_record("x", hits=[0, 1]), Stage.NOT_RETRIEVED),
        (make_fact(), make_record("x", hits=[2]), Stage.NOT_SELECTED),
        (make_fact(), make_record("x", hits=[2], cited=[RIGHT]), Stage.NOT_STATED),
        (make_fact(), make_record(hits=[2], status=Status.NO_EVIDENCE), Stage.REFUSED),
        (make_fact(nuggets=WRONG), make_record("47, 45", hits=[2]), Stage.WRONG_FACT),
        (make_fact(gold=[]), make_record("x"), None),
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
