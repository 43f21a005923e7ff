import pytest

from evals.estimates import LEAST_CLUSTERS, Estimate, cluster_sums, estimate


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


def test_values_that_come_in_councils_have_a_wider_interval():
    # twenty councils, each all right or all wrong: there are twenty observations, not a hundred
    values = [float(council % 2) for council in range(20) for _ in range(5)]
    councils = [f"council {council}" for council in range(20) for _ in range(5)]
    single, clustered = estimate(values), estimate(values, councils)
    assert clustered.mean == single.mean == 0.5
    # standard error .5 / sqrt(20) = .112
    assert clustered.high == pytest.approx(0.5 + 1.96 * 0.112, abs=0.04)
    assert single.high == pytest.approx(0.598, abs=0.015)


def test_few_clusters_are_not_resampled_as_such():
    few = ["a", "b"] * LEAST_CLUSTERS
    assert estimate([1.0, 0.0] * LEAST_CLUSTERS, few) == estimate([1.0, 0.0] * LEAST_CLUSTERS)


def test_cluster_sums_are_sums_and_counts():
    labels = [str(n) for n in range(LEAST_CLUSTERS)] + ["0"]
    sums, counts = cluster_sums([1.0] * LEAST_CLUSTERS + [0.5], labels)
    assert (sums[0], counts[0]) == (1.5, 2.0)
    assert (sums[1:], counts[1:]) == ([1.0] * 9, [1.0] * 9)
