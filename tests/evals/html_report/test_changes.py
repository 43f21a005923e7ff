from evals.compare import compare
from evals.html_report.changes import changes_of
from evals.sheets import sheet_of
from tests.evals.fakes import Abstainer, Oracle


def test_lost_facts_come_with_both_answers(make_run):
    before, after = make_run(Oracle()), make_run(Abstainer())
    found = changes_of(compare(sheet_of(before), sheet_of(after)), before, after, show_test=False)
    assert (found.worse_count, found.better_count, found.hidden) == (3, 0, 1)
    first = found.worse[0]
    assert (first.id, first.expected, first.stage) == ("f1", "47", "not retrieved")
    assert first.before.said == ("There were 47 children without a social worker.",)
    assert first.before.places == (f"{before.corpus.documents['report.pdf'].title}, page 2",)
    assert first.after.message == "No answer (unanswerable no evidence)."
    assert ("number", 1, 0) in found.by_kind
    assert ("not retrieved", 0, 3) in found.losses


def test_a_baseline_keeps_no_answers(make_run):
    before, after = make_run(Oracle()), make_run(Abstainer())
    found = changes_of(compare(sheet_of(before), sheet_of(after)), None, after, show_test=True)
    assert found.worse[0].before.message == "A baseline keeps no answers."
    assert [one.id for one in found.worse] == ["f1", "f2", "f3"]
    assert found.hidden == 0


def test_measures_that_did_not_change_are_only_named(make_run):
    before, after = make_run(Oracle()), make_run(Oracle())
    found = changes_of(compare(sheet_of(before), sheet_of(after)), before, after, show_test=False)
    assert found.measures == []
    assert "passes" in found.unchanged
