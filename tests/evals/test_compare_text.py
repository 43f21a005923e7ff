import pytest

from assistant.answers import Status
from evals.compare import compare
from evals.compare_text import compare_text
from evals.misses import Stage
from evals.summary import Scored
from tests.evals.fakes import REPORT, make_fact, make_record
from tests.evals.test_compare import AFTER, BEFORE

RIGHT = (REPORT, 2, "There were 47 children without a social worker.")


def answers(record):
    return {f"f{n}": Scored(make_fact(f"f{n}"), record, {}, Stage.NOT_RETRIEVED) for n in range(5)}


BEFORE_ANSWERS = answers(make_record(RIGHT[2], cited=[RIGHT]))
AFTER_ANSWERS = answers(make_record(status=Status.NO_EVIDENCE))


def text(**given):
    options = {"limit": 9, "show_test": False} | given
    return compare_text(compare(BEFORE, AFTER), BEFORE_ANSWERS, AFTER_ANSWERS, **options)


def test_what_passes_no_more_comes_first_then_what_passes_now():
    lines = text().splitlines()
    assert lines[0] == "one  →  other: 4 facts, matched by id"
    assert lines[2] == "PASS → FAIL: 2"
    assert lines[3].startswith("  f1 [number, not retrieved]: How many children")
    assert lines[4] == "    expected: 47"
    assert lines.index("FAIL → PASS: 1") > 4


def test_both_answers_stand_side_by_side_with_what_they_cite():
    left, _, right = text().splitlines()[5].partition("│")
    assert left.strip() == RIGHT[2]
    assert right.strip() == "(unanswerable_no_evidence)"
    assert "[report.pdf, page 2]" in text().splitlines()[6]


def test_the_test_split_is_counted_and_not_shown():
    assert "1 in the test split, not shown" in text()
    assert "f4" not in text()
    assert "f4" in text(show_test=True)


def test_no_more_are_shown_than_asked_for():
    assert "… and 1 more (--flips N shows more)" in text(limit=1, show_test=True)


def test_a_baseline_has_figures_and_no_answers():
    shown = compare_text(
        compare(BEFORE, AFTER), {}, AFTER_ANSWERS, limit=9, show_test=False
    ).splitlines()
    assert shown[5].startswith("    (a baseline keeps no answers)")
    bare = compare_text(compare(BEFORE, AFTER), {}, {}, limit=9, show_test=False)
    assert "  f1, not retrieved\n" in bare


def test_measures_that_changed_have_a_line_and_the_others_a_name():
    after = text().splitlines()
    correct = next(line for line in after if line.startswith("correct"))
    assert correct.split()[1:4] == ["0.750", "0.500", "-0.250"]
    same = compare_text(compare(BEFORE, BEFORE), {}, {}, limit=9, show_test=False)
    assert same.splitlines()[-1] == "unchanged: passes, correct"


@pytest.mark.parametrize("stage", ["not retrieved", "not cited"])
def test_losses_stand_before_and_after(stage):
    assert any(line.startswith(stage) for line in text().splitlines())
