import random

import pytest

from evals.asking import ask_all
from evals.control_scores import control_scores
from tests.evals.fakes import PASSAGES, Oracle, facts, make_corpus, make_fact


def scores_of(rankings, known=None):
    known = known or facts()
    rows = ask_all(known, Oracle(known)).rows
    return control_scores(known, rows, rankings, make_corpus())


def test_controls_rank_for_the_facts_that_have_gold():
    rankings = {"one": {fact.id: ["report.pdf#2", "report.pdf#1"] for fact in facts()}}
    found = scores_of(rankings)["one"]
    # f1 at once, f2 in second place, f3 at once
    assert found["passage mrr"]["mean"] == (1 + 0.5 + 1) / 3
    assert found["passage success@1"]["n"] == 3


def test_floors_and_ceiling_are_where_they_should_be():
    found = scores_of({})
    means = {name: measures["passes"]["mean"] for name, measures in found.items()}
    assert means["oracle page"] == 1.0
    assert found["oracle page"]["passage mrr"]["mean"] == 1.0
    assert means["always abstain"] == 0.25
    assert means["most common grade"] == 0.0
    # the first sentence is right for f1 and f2, lacks the other side of f3; u1 has no answer
    assert means["always answer"] == 0.5


def test_a_random_ranking_scores_near_its_expectation():
    known = [make_fact(f"f{n}") for n in range(400)]
    chance, ids = random.Random(1), [passage.id for passage in PASSAGES]
    rankings = {"random": {fact.id: chance.sample(ids, 5) for fact in known}}
    found = scores_of(rankings, known)["random"]
    # one of five passages is relevant: first in a fifth, and its reciprocal rank on average
    # (1 + 1/2 + 1/3 + 1/4 + 1/5) / 5 = 0.457; standard errors .02 and .015
    assert found["passage success@1"]["mean"] == pytest.approx(0.2, abs=0.06)
    assert found["passage mrr"]["mean"] == pytest.approx(0.457, abs=0.045)
    assert found["passage success@5"]["mean"] == 1.0
