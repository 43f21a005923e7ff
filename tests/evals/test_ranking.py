from math import log2

import pytest

from evals.ranking import page_id, qrels_of, ranked_ids, ranking_scores, score_rankings
from evals.records import Ranked
from tests.evals.fakes import CONFLICT, NEWS, REPORT, make_corpus, make_fact, make_unanswerable


def test_ranking_measures_are_those_worked_out_by_hand():
    # relevant: a and b; ranked: x a y b -> found at 2 and 4
    scores = ranking_scores({"q": frozenset("ab")}, {"q": ["x", "a", "y", "b"]})["q"]
    assert scores["success@1"] == 0.0
    assert scores["success@5"] == 1.0
    assert scores["recall@1"] == 0.0
    assert scores["recall@5"] == 1.0
    assert scores["mrr"] == 0.5
    ideal = 1 + 1 / log2(3)
    assert scores["ndcg@10"] == pytest.approx((1 / log2(3) + 1 / log2(5)) / ideal)


def test_recall_counts_all_that_is_relevant():
    scores = ranking_scores({"q": frozenset("abcd")}, {"q": list("axyzwb")})["q"]
    assert (scores["recall@1"], scores["recall@5"], scores["recall@10"]) == (0.25, 0.25, 0.5)


def test_nothing_found_and_nothing_to_find_score_nought():
    scores = ranking_scores({"q": frozenset("a"), "none": frozenset()}, {})
    assert set(scores) == {"q", "none"}
    assert all(value == 0.0 for of_fact in scores.values() for value in of_fact.values())


def test_ids_with_spaces_are_ids():
    scores = ranking_scores({"q 1": frozenset(["a b#1"])}, {"q 1": ["a b#1"]})
    assert scores["q 1"]["mrr"] == 1.0


def test_pages_stand_where_their_best_passage_does_each_once():
    hits = [
        Ranked("a#1", "a", 2, 3),
        Ranked("b#1", "b", None, None),
        Ranked("a#2", "a", 3, 3),
    ]
    assert ranked_ids(hits, "passage") == ("a#1", "b#1", "a#2")
    assert ranked_ids(hits, "page") == ("a@2", "a@3", "b@-")
    assert ranked_ids(hits, "document") == ("a", "b")


def test_qrels_at_each_level_leave_out_what_cannot_be_answered():
    facts = [make_fact("f3", **CONFLICT), make_unanswerable("u1")]
    corpus = make_corpus()
    assert qrels_of(facts, corpus, "passage") == {"f3": {f"{REPORT}#2", f"{NEWS}#0"}}
    assert qrels_of(facts, corpus, "page") == {"f3": {page_id(REPORT, 2), page_id(NEWS, None)}}
    assert qrels_of(facts, corpus, "document") == {"f3": {REPORT, NEWS}}


def test_every_level_is_scored_by_name():
    hits = {"f1": [Ranked(f"{REPORT}#0", REPORT, 1, 1), Ranked(f"{REPORT}#2", REPORT, 2, 2)]}
    scores = score_rankings([make_fact("f1"), make_unanswerable("u1")], hits, make_corpus())
    assert set(scores) == {"f1"}
    assert scores["f1"]["passage mrr"] == 0.5
    assert scores["f1"]["page success@1"] == 0.0
    assert scores["f1"]["document success@1"] == 1.0
