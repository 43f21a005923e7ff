import pytest

from evals.asking import Choice
from evals.errors import RunFileError
from evals.foreign import beside_ours, exported
from evals.run import run_pack
from evals.stored import load_run
from tests.evals.fakes import NEWS, REPORT, Oracle, make_corpus, make_pack


@pytest.fixture
def run(tmp_path):
    made = run_pack(make_pack(), Choice(), Oracle(), make_corpus(), out=tmp_path, config={})
    return load_run(made.folder)


def test_qrels_and_rankings_are_exported_at_each_level(run):
    qrels, rankings = exported(run, "document")
    assert qrels == {"f1": {REPORT}, "f2": {REPORT}, "f3": {REPORT, NEWS}}
    assert rankings["f1"] == (REPORT, NEWS)
    qrels, rankings = exported(run, "page")
    assert qrels["f1"] == {f"{REPORT}@2"}
    assert rankings["f1"][0] == f"{REPORT}@2"


def test_their_run_is_scored_beside_ours(run):
    theirs = {"f1": (f"{REPORT}#0", f"{REPORT}#2"), "f2": (f"{REPORT}#1",)}
    found = beside_ours(run, theirs, "passage")
    assert found["footnote"]["mrr"]["mean"] == 1.0
    # f1 second, f2 first, f3 not ranked at all
    assert found["theirs"]["mrr"]["mean"] == pytest.approx((1 / 2 + 1 + 0) / 3)
    assert found["theirs"]["success@1"]["mean"] == pytest.approx(1 / 3)


def test_a_run_of_something_else_is_refused(run):
    with pytest.raises(RunFileError, match="such as f1"):
        beside_ours(run, {"q1": ("x",)}, "passage")
