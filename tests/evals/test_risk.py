import pytest

from evals.risk import Curve, risk_coverage


def test_points_are_those_worked_out_by_hand():
    # of five questions four are answered; by falling confidence: right, wrong, right, wrong
    curve = risk_coverage([(0.9, True), (0.8, False), (0.7, True), (0.6, False)], 5)
    assert [coverage for coverage, _ in curve.points] == pytest.approx([0.2, 0.4, 0.6, 0.8])
    assert [risk for _, risk in curve.points] == pytest.approx([0, 1 / 2, 1 / 3, 1 / 2])
    # each point covers a quarter of the answers
    assert curve.area == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4)
    # at best: right, right, wrong, wrong
    assert curve.least == pytest.approx((0 + 0 + 1 / 3 + 1 / 2) / 4)


def test_equal_confidences_are_let_in_together():
    curve = risk_coverage([(0.5, False), (0.5, True), (0.9, True)], 4)
    assert curve.points == ((0.25, 0.0), (0.75, 1 / 3))
    assert curve.area == pytest.approx((0.25 * 0 + 0.5 / 3) / 0.75)


def test_confidence_that_knows_all_has_the_least_area():
    curve = risk_coverage([(0.9, True), (0.2, False)], 2)
    assert curve.area == curve.least
    assert curve.area == pytest.approx(0.25)


def test_without_an_answer_there_is_no_curve():
    assert risk_coverage([], 3) == Curve((), None, None)
