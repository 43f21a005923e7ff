import pytest

from evals.estimates import LEAST_CLUSTERS
from evals.paired import delta, holm, mcnemar_p, permutation_p


def alone(values):
    return list(range(len(values)))


def test_a_difference_is_that_of_the_facts_both_have():
    found = delta([1.0, 0.0, None, 1.0], [1.0, 1.0, 1.0, None], ["a", "b", "c", "d"])
    assert found is not None
    assert (found.n, found.before, found.after, found.difference) == (2, 0.5, 1.0, 0.5)
    assert (found.gained, found.lost) == (1, 0)


def test_without_a_fact_that_both_have_there_is_no_difference():
    assert delta([None, 1.0], [1.0, None], ["a", "b"]) is None


def test_one_fact_has_no_interval():
    found = delta([1.0], [0.0], ["a"])
    assert found is not None
    assert found.interval is None
    assert found.p == found.mcnemar == 1.0


def test_mcnemar_is_the_binomial_worked_out_by_hand():
    # 1 up and 5 down of 6: (C(6,0) + C(6,1)) * 2 / 2^6 = 14 / 64
    assert mcnemar_p(1, 5) == pytest.approx(14 / 64)
    # 8 down of 8: 2 / 2^8
    assert mcnemar_p(0, 8) == pytest.approx(2 / 256)
    assert mcnemar_p(0, 0) == mcnemar_p(3, 3) == 1.0


def test_the_permutation_is_exact_for_few():
    # four facts fall by one: all four signs agree in 2 of 16 ways
    assert permutation_p([-1.0] * 4 + [0.0] * 96, alone([0] * 100)) == pytest.approx(2 / 16)
    assert permutation_p([0.0] * 5, alone([0] * 5)) == 1.0


def test_for_what_is_0_or_1_the_permutation_agrees_with_mcnemar():
    gaps = [1.0] * 2 + [-1.0] * 9 + [0.0] * 20
    assert permutation_p(gaps, alone(gaps)) == pytest.approx(mcnemar_p(2, 9), abs=1e-9)


def test_councils_are_swapped_whole():
    # thirty facts of ten councils, of which two fell: 2 * 2 / 2^2 ways are as far from nought
    councils = [f"c{n // 3}" for n in range(3 * LEAST_CLUSTERS)]
    gaps = [-1.0 if council in ("c0", "c1") else 0.0 for council in councils]
    assert permutation_p(gaps, councils) == pytest.approx(0.5)
    assert permutation_p(gaps, alone(gaps)) == pytest.approx(2 / 64)


def test_the_interval_covers_the_difference_and_repeats():
    before, after = [0.0] * 100, [1.0] * 20 + [0.0] * 80
    found = delta(before, after, alone(before))
    assert found is not None
    assert found.interval is not None
    low, high = found.interval
    # the standard error of .2 over 100 is .04
    assert low == pytest.approx(0.2 - 1.96 * 0.04, abs=0.015)
    assert high == pytest.approx(0.2 + 1.96 * 0.04, abs=0.015)
    assert delta(before, after, alone(before)) == found


def test_mcnemar_is_for_what_is_0_or_1():
    found = delta([0.5, 1.0], [1.0, 1.0], ["a", "b"])
    assert found is not None
    assert found.mcnemar is None


def test_holm_is_that_worked_out_by_hand():
    # sorted .01 .02 .04: 3 * .01, then 2 * .02, then 1 * .04 which may not be below .04
    assert holm([0.04, 0.01, 0.02]) == pytest.approx([0.04, 0.03, 0.04])
    assert holm([0.5, 0.9]) == [1.0, 1.0]
    assert holm([]) == []
