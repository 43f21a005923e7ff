from dataclasses import replace

import pytest

from assistant.answers import Statement, Status
from evals.asking import Choice
from evals.baselines import bless, load_baseline
from evals.errors import NotComparable
from evals.gate import Verdict, gate
from evals.gate_file import PackDemands
from evals.run import run_pack
from evals.stored import load_run
from tests.evals.fakes import (
    Abstainer,
    Breaker,
    Oracle,
    facts,
    make_corpus,
    make_fact,
    make_pack,
)


def run_of(tmp_path, assistant=None, known=None):
    known = known or facts()
    config = {"documents": make_corpus().sha256, "measuring_sha256": "m"}
    made = run_pack(
        make_pack(facts=known),
        Choice(),
        assistant or Oracle(known),
        make_corpus(),
        out=tmp_path,
        config=config,
    )
    return load_run(made.folder)


@pytest.fixture
def baseline(tmp_path):
    """The oracle's run, blessed."""
    bless(run_of(tmp_path), "tiny", tmp_path / "baselines")
    return load_baseline("tiny", tmp_path / "baselines")


def demands(**given):
    return PackDemands.model_validate({"baseline": "tiny", **given})


def failed(found):
    return {check.name: check.found for check in found.checks if not check.is_met}


def test_a_run_as_good_as_its_baseline_passes(tmp_path, baseline):
    asked = demands(floors={"passes": 1.0}, margins={"correct": 0.0}, flips=0)
    found = gate(run_of(tmp_path), baseline, asked)
    assert failed(found) == {}
    assert found.verdict is Verdict.PASSED


def test_floors_and_margins_that_are_not_met_are_a_regression(tmp_path, baseline):
    asked = demands(
        floors={"passes": 0.5, "abstains": 1.0, "over-refusal": 0.1},
        margins={"correct": 0.9, "page success@5": 0.01, "citation precision": 0.5},
        flips=2,
    )
    found = gate(run_of(tmp_path, Abstainer()), baseline, asked)
    assert found.verdict is Verdict.REGRESSION
    expected = {
        "passes": "0.250",
        "over-refusal": "1.000",
        "correct": "0.000",
        "page success@5": "0.000",
        "citation precision": "–",
        "pass → fail": "3",
    }
    assert expected.items() <= failed(found).items()
    assert "abstains" not in failed(found)


def test_what_stays_within_its_margin_is_met(tmp_path, baseline):
    found = gate(run_of(tmp_path, Abstainer()), baseline, demands(margins={"passes": 0.75}))
    assert "passes" not in failed(found)


def test_a_measure_that_is_better_lower_may_rise_by_its_margin(tmp_path, baseline):
    for margin, is_met in ((0.9, False), (1.0, True)):
        asked = demands(margins={"over-refusal": margin})
        found = gate(run_of(tmp_path, Abstainer()), baseline, asked)
        assert ("over-refusal" not in failed(found)) is is_met


def test_a_slice_has_demands_of_its_own(tmp_path, baseline):
    asked = demands(slices=[{"of": "kind", "value": "who", "margins": {"passes": 0.5}}])
    found = gate(run_of(tmp_path, Abstainer()), baseline, asked)
    assert failed(found)["passes (who)"] == "0.000"


def test_a_floor_that_beats_the_assistant_fails_the_gate(tmp_path):
    known = [make_fact("f1"), make_fact("f2", question="Which grade?", nuggets=[{"text": "good"}])]
    blessed = run_of(tmp_path, Abstainer(known), known)
    bless(blessed, "silent", tmp_path)
    found = gate(blessed, load_baseline("silent", tmp_path), demands())
    assert failed(found) == {"correct, most common grade": "0.000"}


def test_an_oracle_that_does_not_beat_the_assistant_fails_the_gate(tmp_path):
    # nobody can state this nugget without the wrong fact in it
    nuggets = [{"text": "47 or 45"}, {"text": "45", "must_not": True}]
    known = [make_fact("f1", nuggets=nuggets)]
    run = run_of(tmp_path, Abstainer(known), known)
    bless(run, "tiny", tmp_path)
    found = gate(run, load_baseline("tiny", tmp_path), demands())
    assert failed(found) == {"passes, oracle page": "0.000", "correct, oracle page": "0.000"}


def test_an_oracle_and_an_assistant_may_both_be_perfect(tmp_path, baseline):
    assert failed(gate(run_of(tmp_path), baseline, demands())) == {}


class Talker(Oracle):
    """Right wherever there is an answer, and never at a loss."""

    def ask(self, question):
        answer = super().ask(question)
        if answer.status.is_answered:
            return answer
        return replace(answer, status=Status.ANSWERED, statements=(Statement("Ten.", ()),))


def test_an_assistant_that_no_longer_abstains_is_caught_and_the_abstention_blamed(
    tmp_path, baseline
):
    found = gate(run_of(tmp_path, Talker()), baseline, demands(margins={"abstains": 0.0}))
    assert failed(found)["abstains"] == "0.000"
    assert found.comparison is not None
    assert found.comparison.blamed == [("answered all the same", 1)]


def test_a_run_that_crashed_is_told_from_one_that_got_worse(tmp_path, baseline):
    found = gate(run_of(tmp_path, Breaker()), baseline, demands(floors={"passes": 1.0}))
    assert found.verdict is Verdict.CRASHED
    assert found.problems[0] == "f1 crashed"


def test_a_pack_that_contradicts_itself_is_invalid(tmp_path, baseline):
    known = [make_fact("f1", gold=[]), *facts()[1:]]
    found = gate(run_of(tmp_path, Abstainer(known), known), baseline, demands())
    assert found.verdict is Verdict.INVALID
    assert found.problems == ("f1: it is answerable and has no gold.",)


def test_a_run_of_other_facts_cannot_be_held_against_the_baseline(tmp_path, baseline):
    with pytest.raises(NotComparable, match="different facts"):
        gate(run_of(tmp_path, known=facts()[:3]), baseline, demands())
