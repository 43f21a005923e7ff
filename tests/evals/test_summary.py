import pytest

from assistant.answers import Status
from evals.misses import Stage
from evals.summary import Estimate, Scored, by_kind, confusion, estimate, latency, summarise
from tests.evals.fakes import make_fact, make_record, make_unanswerable


def scored(fact, record=None, stage=None, **scores):
    return Scored(fact, record or make_record("x"), scores, stage)


def test_a_mean_leaves_out_what_is_undefined():
    found = estimate([1.0, None, 0.0, 1.0, None])
    assert found.n == 3
    assert found.mean == pytest.approx(2 / 3)


def test_a_measure_defined_for_no_fact_has_no_mean():
    assert estimate([None, None]) == Estimate(0, None)


def test_one_value_has_no_interval():
    assert estimate([1.0]) == Estimate(1, 1.0)


def test_the_interval_is_the_bootstrap_one_and_repeats():
    values = [1.0] * 50 + [0.0] * 50
    found = estimate(values)
    # the standard error of a proportion of .5 over 100 is .05: plus and minus 1.96 of them
    assert found.low == pytest.approx(0.402, abs=0.015)
    assert found.high == pytest.approx(0.598, abs=0.015)
    assert estimate(values) == found


def test_equal_values_have_an_interval_of_no_width():
    assert estimate([1.0, 1.0, 1.0]) == Estimate(3, 1.0, 1.0, 1.0)


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


def test_a_summary_is_by_kind_and_in_all():
    found = summarise(
        [
            scored(make_fact(), stage=Stage.NOT_STATED, correct=0.0),
            scored(make_fact(), correct=1.0),
            scored(make_fact(kind="who"), correct=1.0),
        ]
    )
    assert found["facts"] == 3
    assert found["measures"]["correct"]["mean"] == pytest.approx(2 / 3)
    assert found["by_kind"]["number"]["facts"] == 2
    assert found["by_kind"]["number"]["measures"]["correct"]["mean"] == 0.5
    assert found["by_kind"]["who"]["measures"]["correct"]["low"] is None
    assert found["lost_at"] == {"not stated": 1}


def test_kinds_come_in_order():
    assert list(by_kind([scored(make_fact(kind="who")), scored(make_fact())])) == ["number", "who"]
