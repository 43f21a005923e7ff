import pytest

from evals.answer_controls import (
    answer_controls,
    first_sentence,
    most_common_grade,
    oracle,
    shuffled_gold,
)
from evals.asking import ask_all
from evals.measures import correct, passes
from tests.evals.fakes import (
    CONFLICT,
    NEWS,
    Oracle,
    facts,
    make_corpus,
    make_fact,
    make_unanswerable,
)


def test_the_oracle_is_right_about_everything():
    assert {passes(f, oracle(f, make_corpus()), make_corpus()) for f in facts()} == {1.0}


@pytest.mark.parametrize(
    "nuggets",
    [
        [{"text": "yes"}, {"text": "47"}],
        [{"text": "no, it is not good"}],
        [{"text": "no longer inadequate"}],
        [{"text": "47"}, {"text": "45", "must_not": True}],
    ],
)
def test_the_oracle_knows_verdicts_denials_and_what_not_to_say(nuggets):
    fact = make_fact(nuggets=nuggets)
    assert passes(fact, oracle(fact, make_corpus()), make_corpus()) == 1.0


def test_each_control_answers_every_fact():
    rows = {row["id"]: row for row in ask_all(facts(), Oracle()).rows}
    found = answer_controls(facts(), rows, make_corpus())
    assert list(found) == [
        "always abstain",
        "always answer",
        "most common grade",
        "oracle page",
        "shuffled gold",
    ]
    assert {len(held) for held in found.values()} == {4}


def test_the_first_sentence_of_the_first_passage_is_quoted():
    row = {"passages": [{"document": NEWS, "page_first": None, "text": "One here. Two there."}]}
    record = first_sentence(make_fact(), row)
    assert record.stated == ("One here.",)
    assert [(c.document, c.quote) for c in record.cited] == [(NEWS, "One here.")]


def test_without_a_passage_the_answer_is_yes():
    assert first_sentence(make_fact(), {"passages": []}).stated == ("Yes",)


def test_the_commonest_grade_is_that_of_most_nuggets():
    grades = ["Inadequate", "good", "judged inadequate", "requires improvement to be good"]
    known = [make_fact(str(n), nuggets=[{"text": text}]) for n, text in enumerate(grades)]
    assert most_common_grade(known[:3]) == "inadequate"
    assert most_common_grade([make_fact()]) == "good"


def test_shuffled_gold_is_another_facts_and_leaves_the_unanswerable_alone():
    known = [make_fact("a"), make_fact("b", nuggets=[{"text": "x"}]), make_unanswerable()]
    shuffled = shuffled_gold(known)
    assert [fact.id for fact in shuffled] == ["a", "b", "u1"]
    assert shuffled[0].nuggets == known[1].nuggets
    assert shuffled[1].nuggets == known[0].nuggets
    assert shuffled[2] == known[2]


def test_right_answers_are_wrong_for_other_facts():
    known = [make_fact("f1"), make_fact("f3", question="Do they differ?", **CONFLICT)]
    rows = {row["id"]: row for row in ask_all(known, Oracle(known)).rows}
    held = answer_controls(known, rows, make_corpus())["shuffled gold"]
    # the answer to f3 states the 47 of f1; the answer to f1 lacks the 45 of f3
    assert [correct(fact, record, make_corpus()) for fact, record in held] == [0.0, 1.0]
