import json

import pytest

from evals.facts import Kind
from evals.run import Choice, ask_all, run_pack
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
    # is about a day
    limited = {"quote fidelity in original", "in force"} | {
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


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        (Choice(), ["f1", "f2", "f3", "u1"]),
        (Choice(split="dev"), ["f1", "f3", "u1"]),
        (Choice(split="test"), ["f2"]),
        (Choice(kind=Kind.WHO), ["f2"]),
        (Choice(limit=2), ["f1", "f2"]),
        (Choice(split="dev", limit=2), ["f1", "f3"]),
    ],
)
def test_facts_are_chosen_by_split_kind_and_number(choice, ids):
    assert [fact.id for fact in choice.of(facts())] == ids


def test_progress_is_told_every_25_facts():
    told: list[str] = []
    ask_all([facts()[0]] * 60, Oracle(), told.append)
    assert told == ["25 of 60 facts asked", "50 of 60 facts asked"]


def test_what_is_added_to_the_summary_is_kept(tmp_path):
    run = ran(Oracle(), tmp_path, extra=lambda scored, rows: {"controls": {"n": len(rows)}})
    kept = json.loads((run.folder / "summary.json").read_text())
    assert kept["controls"] == {"n": 4}
    assert kept["measures"] == run.summary["measures"]
