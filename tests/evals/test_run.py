import json

import pytest

from evals.asking import Choice
from evals.run import run_pack
from tests.evals.fakes import Abstainer, Breaker, Oracle, facts, make_corpus, make_pack


def ran(assistant, tmp_path, **given):
    choice = given.pop("choice", Choice())
    return run_pack(
        make_pack(), choice, assistant, make_corpus(), out=tmp_path, config={"x": 1}, **given
    )


def means(run):
    return {name: found["mean"] for name, found in run.summary["measures"].items()}


def test_an_oracle_scores_one_in_everything(tmp_path):
    found = means(ran(Oracle(), tmp_path))
    bad = {"wrong fact", "over-refusal", "cites forbidden"}
    # two gold passages cannot both be first; the news has no pages and no PDF behind it; no fact
    # is about a day; the oracle's ranking has no parts
    limited = {"quote fidelity in original", "in force", "words count", "meaning counts"} | {
        f"{level} recall@1" for level in ("passage", "page", "document")
    }
    assert {n for n, v in found.items() if n not in bad | limited and v != 1.0} == set()
    assert found["over-refusal"] == 0.0
    assert found["wrong fact"] is None
    assert found["passage recall@1"] == pytest.approx((1 + 1 + 0.5) / 3)


def test_one_who_always_abstains_is_right_on_the_unanswerable_alone(tmp_path):
    run = ran(Abstainer(), tmp_path)
    found = means(run)
    assert found["abstains"] == 1.0
    assert found["over-refusal"] == 1.0
    assert found["correct"] == found["citation recall"] == found["passage success@50"] == 0.0
    assert found["citation precision"] is None
    assert found["quote fidelity"] is None
    assert run.summary["lost_at"] == {"not retrieved": 3}
    assert run.summary["abstention"]["answerable, refused"] == 3


def test_an_assistant_that_raises_has_not_answered_and_the_run_goes_on(tmp_path):
    run = ran(Breaker(), tmp_path)
    log = (run.folder / "problems.log").read_text()
    assert log.splitlines()[0] == "f1: RuntimeError: no luck"
    assert len(log.splitlines()) == 4
    assert {one.record.status.value for one in run.scored} == {"error_internal"}


def test_gold_that_is_not_on_its_page_is_logged(tmp_path):
    bad = facts()[0].model_copy(
        update={"gold": (facts()[0].gold[0].model_copy(update={"page": 9}),)}
    )
    run = run_pack(
        make_pack(facts=[bad]), Choice(), Oracle(), make_corpus(), out=tmp_path, config={}
    )
    assert "f1: gold is not on its page" in (run.folder / "problems.log").read_text()


def test_what_the_controls_rank_is_kept_and_scored(tmp_path):
    def rank(questions):
        return {"BM25 only": {key: ["report.pdf#2", "report.pdf#1"] for key in questions}}

    run = ran(Oracle(), tmp_path, rank=rank)
    kept = json.loads((run.folder / "summary.json").read_text())
    assert kept["controls"] == run.summary["controls"]
    # f1 at once, f2 in second place, f3 at once
    assert kept["controls"]["BM25 only"]["passage mrr"]["mean"] == (1 + 0.5 + 1) / 3
    lines = (run.folder / "controls.jsonl").read_text().splitlines()
    assert len(lines) == 4
    assert json.loads(lines[0]) == {
        "control": "BM25 only",
        "id": "f1",
        "ranked": ["report.pdf#2", "report.pdf#1"],
    }


def test_two_runs_of_the_same_score_the_same(tmp_path):
    one, other = (ran(Oracle(), tmp_path).folder / "scores.jsonl" for _ in range(2))
    assert one != other
    assert one.read_bytes() == other.read_bytes()
