from contextlib import closing

import pytest

from docs_store.catalogue import Catalogue
from evals.controls import Controls


@pytest.fixture(scope="module")
def ranked(sample_store):
    """What each control ranks for two questions over the sample pack."""
    questions = {"q1": "How many return home interviews were there?", "q2": "What is a trust?"}
    with closing(Catalogue.open(sample_store)) as catalogue:
        controls = Controls(catalogue, sample_store, "")
        found = [controls.rankings(questions) for _ in range(2)]
        controls.close()
    return found


def test_each_control_ranks_up_to_fifty_passages_each_once(ranked):
    assert list(ranked[0]) == ["random", "BM25 only", "dense only"]
    found = [of_question["q1"] for of_question in ranked[0].values()]
    assert [len(ids) for ids in found] == [len(set(ids)) for ids in found]
    assert [len(found[0]), len(found[2])] == [50, 50]
    assert 0 < len(found[1]) <= 50


def test_chance_is_repeatable(ranked):
    assert ranked[0] == ranked[1]


def test_chance_differs_between_questions(ranked):
    assert ranked[0]["random"]["q1"] != ranked[0]["random"]["q2"]
