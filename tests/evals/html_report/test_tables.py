from evals.html_report.measure_words import GROUPS
from evals.html_report.tables import bands, figure_of, headline, slices, tiles
from evals.summary import HEADLINE
from tests.evals.fakes import Abstainer, Oracle


def test_every_headline_measure_is_explained():
    assert set(HEADLINE) == {name for group in GROUPS.values() for name in group}


def test_a_measure_is_written_with_its_interval():
    found = figure_of("passes", {"n": 9, "mean": 0.5, "low": 0.25, "high": 0.75})
    assert (found.shown, found.interval, found.count) == ("50%", "25%–75%", 9)
    assert (
        figure_of("passage mrr", {"n": 1, "mean": 0.5, "low": None, "high": None}).shown == "0.50"
    )


def test_an_undefined_measure_is_a_dash_and_not_a_zero():
    assert figure_of("passes", None).shown == "–"
    assert figure_of("passes", None).mean is None


def test_less_is_better_is_known():
    assert figure_of("over-refusal", None).is_lower_better
    assert not figure_of("passes", None).is_lower_better


def test_the_assistant_stands_between_its_floors_and_its_ceiling(make_run):
    passes = bands(make_run(Oracle()).summary)[0]
    assert passes.assistant.mean == 1.0
    assert passes.ceiling.mean == 1.0
    means = [floor.mean or 0.0 for floor in passes.floors]
    assert means == sorted(means)
    assert {floor.name for floor in passes.floors} >= {"always abstain", "shuffled gold"}


def test_measures_that_no_fact_defines_are_left_out(make_run):
    names = [one.name for group in headline(make_run(Oracle()).summary).values() for one in group]
    assert "passes" in names
    assert "in force" not in names  # no fact of the pack asks about a day in the past


def test_only_slices_that_tell_facts_apart_are_shown(make_run):
    found = slices(make_run(Abstainer()).summary)
    assert [row.value for row in found["kind"]] == ["conflict", "number", "unanswerable", "who"]
    assert [row.figures[0].shown for row in found["kind"]] == ["0%", "0%", "100%", "0%"]


def test_the_first_tile_is_the_share_that_passes(make_run):
    assert tiles(make_run(Abstainer()).summary)[0].shown == "25%"
