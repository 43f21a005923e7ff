import pytest

from assistant.answers import Status
from evals.misses import Stage
from evals.slices import slices_of
from evals.summary import Scored, confusion, curve_of, latency, lost_at_counts, summarise
from tests.evals.fakes import make_fact, make_record, make_unanswerable


def scored(fact, record=None, stage=None, **scores):
    return Scored(fact, record or make_record("x"), scores, stage, slices_of(fact, {}))


def test_latency_is_median_and_nearest_rank_95th_percentile():
    assert latency([float(n) for n in range(1, 101)]) == {"median": 50.5, "p95": 95.0}
    assert latency([3.0, None, 1.0]) == {"median": 2.0, "p95": 3.0}
    assert latency([None]) == {"median": None, "p95": None}


def test_the_confusion_matrix_counts_answerable_by_answered():
    silent = make_record(status=Status.NO_EVIDENCE)
    found = confusion(
        [
            scored(make_fact()),
            scored(make_fact(), silent),
            scored(make_unanswerable()),
            scored(make_unanswerable(), silent),
            scored(make_unanswerable(), silent),
        ]
    )
    assert list(found.values()) == [1, 1, 1, 2]


def test_a_summary_is_in_all_and_by_slice():
    found = summarise(
        [
            scored(make_fact(), stage=Stage.NOT_STATED, correct=0.0),
            scored(make_fact(), correct=1.0),
            scored(make_fact(kind="who"), correct=1.0),
        ]
    )
    assert found["facts"] == 3
    assert found["measures"]["correct"]["mean"] == pytest.approx(2 / 3)
    kinds = found["slices"]["kind"]
    assert list(kinds) == ["number", "who"]
    assert kinds["number"]["facts"] == 2
    assert kinds["number"]["measures"]["correct"]["mean"] == 0.5
    assert kinds["number"]["lost_at"] == {"not stated": 1}
    assert kinds["who"]["measures"]["correct"]["low"] is None
    assert found["lost_at"] == {"not stated": 1}
    assert found["slices"]["split"]["dev"]["facts"] == 3


def test_stages_are_counted_in_their_order():
    stages = [Stage.NOT_STATED, None, Stage.NOT_PARSED, Stage.NOT_STATED]
    assert list(lost_at_counts(stages).items()) == [("not parsed", 1), ("not stated", 2)]


def test_the_curve_is_of_the_answers_that_carry_a_confidence():
    found = curve_of(
        [
            scored(make_fact(), make_record("x", confidence=0.9), passes=1.0),
            scored(make_fact(), make_record("x", confidence=0.5), passes=0.0),
            scored(make_fact(), make_record("x"), passes=0.0),
            scored(make_fact(), make_record(status=Status.NO_EVIDENCE, confidence=0.7)),
        ]
    )
    assert found.points == ((0.25, 0.0), (0.5, 0.5))


def test_each_step_has_its_median_over_the_answers_that_took_it():
    timings = [{"retrieve": 1.0, "write": None}, {"retrieve": 3.0, "write": 5.0}]
    records = [make_record("x", timings_ms=ms) for ms in timings]
    found = summarise([scored(make_fact(), record) for record in records])
    assert found["latency_ms"]["steps"] == {"retrieve": 2.0, "write": 5.0}


def test_a_fact_is_resampled_with_its_council():
    fact = make_fact(council="Eastmere")
    assert Scored(fact, make_record(), {}, None, slices_of(fact, {})).cluster == "Eastmere"
    assert scored(make_fact()).cluster == "f1"
