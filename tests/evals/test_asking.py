import pytest

from evals.asking import Choice, ask_all
from evals.facts import Kind
from tests.evals.fakes import Breaker, Oracle, facts, make_fact


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


def test_candidates_are_asked_only_when_wanted_and_rejected_facts_never():
    given = [make_fact(state) for state in ("accepted", "candidate", "rejected")]
    given = [fact.model_copy(update={"state": fact.id}) for fact in given]
    assert [fact.id for fact in Choice().of(given)] == ["accepted"]
    assert [fact.id for fact in Choice(candidates=True).of(given)] == ["accepted", "candidate"]


def test_progress_is_told_after_each_fact():
    told = []
    ask_all(facts(), Oracle(), lambda asked, of: told.append((asked, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_an_assistant_that_raises_is_noted_and_the_others_are_asked():
    asked = ask_all(facts(), Breaker())
    assert [row["status"] for row in asked.rows] == ["error_internal"] * 4
    assert asked.problems[0] == "f1: RuntimeError: no luck"
