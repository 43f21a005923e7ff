import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.fuse import fuse, standardise


def test_scores_are_standardised_to_mean_nought_and_spread_one() -> None:
    assert standardise([1, 2, 3]).tolist() == pytest.approx([-1.2247, 0, 1.2247], abs=1e-4)


def test_equal_or_no_scores_say_nothing() -> None:
    assert standardise([5, 5]).tolist() == [0, 0]
    assert standardise([]).tolist() == []


def test_the_fused_score_is_the_weighted_sum_of_its_parts() -> None:
    total, parts = fuse({"a": [1, 3], "b": [4, 0], "unused": [9, 1]}, {"a": 1.0, "b": 0.5})
    assert total.tolist() == [-0.5, 0.5]
    assert parts["a"].tolist() == [-1, 1]
    assert parts["b"].tolist() == [0.5, -0.5]
    assert "unused" not in parts


@given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=30))
def test_standardising_keeps_the_order(scores: list[float]) -> None:
    values = standardise(scores)
    order = np.argsort(scores, kind="stable")
    assert (np.diff(values[order]) >= -1e-5).all()
