from itertools import pairwise

import pytest

from evals.html_report.charts import BOTTOM, LEFT, RIGHT, TOP, first_ranks, risk_chart, success
from evals.html_report.charts import success_chart as chart_of
from tests.evals.fakes import Oracle, make_unanswerable


def test_the_first_relevant_rank_counts_from_one():
    qrels = {"a": frozenset({"x", "y"}), "b": frozenset({"z"}), "c": frozenset({"w"})}
    assert first_ranks(qrels, {"a": ["q", "y", "x"], "b": ["z"]}) == [2, 1, None]


def test_success_is_the_share_found_within_k():
    assert success([2, 1, None, 7], 1) == 0.25
    assert success([2, 1, None, 7], 5) == 0.5
    assert success([2, 1, None, 7], 20) == 0.75


def test_an_oracle_is_a_line_along_the_top(make_run):
    chart = chart_of(make_run(Oracle()))
    assert chart is not None
    points = chart.lines[0].points.split()
    assert (points[0], points[-1]) == (f"{LEFT}.0,{TOP}.0", f"{RIGHT}.0,{TOP}.0")
    assert chart.rows[0] == ("this assistant", *["100%"] * 5)


def test_without_gold_there_is_nothing_to_plot(make_run):
    facts = (make_unanswerable(),)
    assert chart_of(make_run(Oracle(facts), facts=facts)) is None
    assert risk_chart([]) is None


def test_risk_is_drawn_over_coverage_and_read_off_at_each_tenth():
    chart = risk_chart([(0.05, 0.0), (0.2, 0.5), (0.5, 0.25)])
    assert chart is not None
    middle = BOTTOM - (BOTTOM - TOP) / 2
    assert chart.lines[0].points.split()[1] == f"{LEFT + 0.2 * (RIGHT - LEFT):.1f},{middle:.1f}"
    assert chart.rows == [("20%", "50%"), ("50%", "25%")]


def test_labels_of_lines_that_end_together_stand_apart(make_run):
    chart = chart_of(make_run(Oracle()))
    assert chart is not None
    heights = sorted(line.label_y for line in chart.lines)
    assert all(b - a >= 18 for a, b in pairwise(heights))
    assert heights[0] == pytest.approx(TOP)
