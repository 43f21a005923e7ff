import pytest

from evals.validate import doubts_of, problems_of
from tests.evals.fakes import (
    NEWS,
    REPORT,
    facts,
    make_corpus,
    make_fact,
    make_pack,
    make_unanswerable,
)


def sentences(pack):
    return [str(problem) for problem in problems_of(pack, make_corpus())]


def test_a_sound_pack_has_no_problems():
    assert sentences(make_pack()) == []


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (
            make_fact(gold=[{"document": REPORT, "page": 2, "quote": "48 children"}]),
            'f1: "48 children" does not stand in "report.pdf", page 2.',
        ),
        (
            make_fact(gold=[{"document": NEWS, "from": "45 children", "to": "48 children"}]),
            'f1: "45 children … 48 children" does not stand in "news.txt".',
        ),
        (
            make_fact(gold=[{"document": REPORT, "page": 7, "quote": "47"}]),
            'f1: there is no such page: "report.pdf", page 7.',
        ),
        (make_fact(gold=[]), "f1: it is answerable and has no gold."),
        (make_fact(nuggets=[]), "f1: it is answerable and has no vital nugget."),
        (
            make_unanswerable(nuggets=[{"text": "47"}], note="looked for"),
            "u1: it is unanswerable and has a vital nugget.",
        ),
        (
            make_fact(forbidden_documents=["x.pdf"]),
            'f1: "x.pdf" is not a document of the pack.',
        ),
    ],
)
def test_what_is_wrong_with_a_fact_is_said(fact, said):
    assert sentences(make_pack(facts=[fact])) == [said]


def test_an_id_used_twice_is_said_once():
    assert sentences(make_pack(facts=[facts()[0]] * 2)) == ["f1: 2 facts have this id."]


def test_a_document_that_is_missing_or_differs_is_said():
    pack = make_pack()
    corpus = make_corpus()
    corpus.sha256 = {NEWS: "0" * 64}
    found = [str(problem) for problem in problems_of(pack, corpus)]
    assert found == [
        '"news.txt" is not the file that was read: sha256 differs.',
        '"report.pdf" is not in the store.',
    ]


def test_a_nugget_that_its_gold_does_not_state_is_a_doubt():
    nuggets = [
        {"text": "47"},
        {"text": "48", "aliases": ["47 children"]},
        {"text": "yes"},
        {"text": "far too many"},
        {"text": "without", "vital": False, "must_not": True},
        {"text": "45", "vital": False, "must_not": True},
    ]
    pack = make_pack(facts=[make_fact(nuggets=nuggets)])
    assert [str(doubt) for doubt in doubts_of(pack, make_corpus())] == [
        'f1: its gold does not state "far too many".',
        'f1: its gold states "without", which is wrong.',
    ]


def test_a_nugget_that_says_what_must_not_be_said_is_a_doubt():
    nuggets = [{"text": "47 or 45"}, {"text": "45", "vital": False, "must_not": True}]
    doubts = doubts_of(make_pack(facts=[make_fact(nuggets=nuggets)]), make_corpus())
    assert str(doubts[0]) == "f1: not even its own nuggets, cited to its gold, pass."


def test_an_unanswerable_question_whose_words_stand_on_one_page_needs_a_note():
    asked = make_unanswerable(question="How many children have no social worker?")
    said = "its key words stand together in"
    assert said in sentences(make_pack(facts=[asked]))[0]
    for looked in ({"note": "the number is for May only"}, {"reviewed_by": "A. Reviewer"}):
        fact = asked.model_copy(update=looked)
        assert sentences(make_pack(facts=[fact])) == []
    elsewhere = make_unanswerable(question="How many children have no dentist?")
    assert sentences(make_pack(facts=[elsewhere])) == []


@pytest.mark.parametrize("state", ["candidate", "rejected"])
def test_what_is_not_accepted_need_not_be_right(state):
    assert sentences(make_pack(facts=[make_fact(gold=[], state=state)])) == []
