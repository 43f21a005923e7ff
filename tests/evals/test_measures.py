import pytest

from assistant.answers import Status
from evals.measures import MEASURES, score_answer
from tests.evals.fakes import (
    CONFLICT,
    NEWS,
    REPORT,
    make_corpus,
    make_fact,
    make_record,
    make_unanswerable,
)

RIGHT = (REPORT, 2, "There were 47 children without a social worker.")
OTHER = (REPORT, 1, "The council requires improvement to be good.")
NEWSPAPER = (NEWS, None, "Councillors said that 45 children had no social worker.")


def score(name, fact, record):
    return MEASURES[name](fact, record, make_corpus())


TWO = [{"text": "47"}, {"text": "Ann Lee"}, {"text": "morale", "vital": False}]
WRONG = [{"text": "47"}, {"text": "45", "vital": False, "must_not": True}]


@pytest.mark.parametrize(
    ("nuggets", "said", "correct", "vital", "every"),
    [
        (TWO, "47 children; led by Ann Lee", 1.0, 1.0, 2 / 3),
        (TWO, "47 children, and morale is good", 0.0, 0.5, 2 / 3),
        (TWO, "nothing", 0.0, 0.0, 0.0),
        (WRONG, "47 children", 1.0, 1.0, 1.0),
        (WRONG, "47 or 45 children", 0.0, 1.0, 1.0),
        ([{"text": "x", "vital": False}], "x", None, None, 1.0),
    ],
)
def test_correct_needs_every_vital_nugget_and_no_wrong_fact(nuggets, said, correct, vital, every):
    fact, record = make_fact(nuggets=nuggets), make_record(said)
    assert score("correct", fact, record) == correct
    assert score("vital nuggets", fact, record) == vital
    assert score("all nuggets", fact, record) == pytest.approx(every)


def test_the_short_answer_counts_as_said():
    assert score("correct", make_fact(), make_record(short_answer="**47**")) == 1.0


def test_what_a_refusal_holds_is_not_said():
    refusal = make_record("47 children", cited=[RIGHT], status=Status.NO_EVIDENCE)
    assert score("correct", make_fact(), refusal) == 0.0
    assert score("citation precision", make_fact(), refusal) is None
    assert score("citation recall", make_fact(), refusal) == 0.0


def test_a_wrong_fact_is_undefined_where_none_is_named():
    assert score("wrong fact", make_fact(), make_record("45")) is None
    assert score("wrong fact", make_fact(nuggets=WRONG), make_record("45")) == 1.0
    assert score("wrong fact", make_fact(nuggets=WRONG), make_record("47")) == 0.0


def test_the_losing_claim_of_a_conflict_is_shown_but_not_said():
    record = make_record("47", cited=[RIGHT, NEWSPAPER], claims=[("47", 1), ("45", 2)])
    assert score("wrong fact", make_fact(nuggets=WRONG), record) == 0.0
    assert score("both sides", make_fact(**CONFLICT), record) == 1.0


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (RIGHT, 1.0),
        ((REPORT, 2, "There were 47"), 1.0),
        ((REPORT, 2, "without a social worker. Morale is good."), 0.0),
        ((REPORT, 1, "There were 47 children without a social worker."), 0.0),
        (OTHER, 0.0),
    ],
)
def test_the_first_quote_is_gold_when_it_overlaps_gold_by_half(quote, expected):
    assert score("first quote gold", make_fact(), make_record("x", cited=[quote])) == expected


def test_only_the_first_quote_counts_as_the_first():
    record = make_record("x", "y", cited=[OTHER, RIGHT])
    assert score("first quote gold", make_fact(), record) == 0.0
    assert score("any quote gold", make_fact(), record) == 1.0
    assert score("first quote gold", make_fact(), make_record("x")) == 0.0


def test_citation_precision_and_recall_are_by_page():
    fact = make_fact(**CONFLICT)
    record = make_record("x", "y", "z", cited=[RIGHT, OTHER, (REPORT, 2, "Morale is good.")])
    assert score("citation precision", fact, record) == pytest.approx(2 / 3)
    assert score("citation recall", fact, record) == 0.5
    assert score("citation precision", fact, make_record("x")) is None
    assert score("citation recall", fact, make_record("x")) == 0.0


def test_fidelity_is_the_share_of_quotes_that_stand_on_their_page():
    record = make_record("x", "y", cited=[RIGHT, (REPORT, 1, RIGHT[2])])
    assert score("quote fidelity", make_fact(), record) == 0.5
    assert score("quote fidelity", make_fact(), make_record("x")) is None
    assert score("quote fidelity in original", make_fact(), record) is None


@pytest.mark.parametrize(
    ("status", "refused", "abstains"),
    [
        (Status.ANSWERED, 0.0, 0.0),
        (Status.ANSWERED_IN_PART, 0.0, 0.0),
        (Status.NO_EVIDENCE, 1.0, 1.0),
        (Status.OUT_OF_SCOPE, 1.0, 1.0),
        (Status.CLARIFICATION, 1.0, 1.0),
        (Status.ERROR_INTERNAL, 1.0, 1.0),
    ],
)
def test_abstaining_is_right_or_wrong_by_what_the_documents_hold(status, refused, abstains):
    record = make_record("x", status=status)
    assert score("over-refusal", make_fact(), record) == refused
    assert score("abstains", make_fact(), record) is None
    assert score("abstains", make_unanswerable(), record) == abstains
    assert score("over-refusal", make_unanswerable(), record) is None


def test_both_sides_need_both_values_and_both_sources():
    fact = make_fact(**CONFLICT)
    assert score("both sides", fact, make_record("47", "45", cited=[RIGHT, NEWSPAPER])) == 1.0
    assert score("both sides", fact, make_record("47 45", cited=[RIGHT])) == 0.0
    assert score("both sides", fact, make_record("47", "x", cited=[RIGHT, NEWSPAPER])) == 0.0
    assert score("both sides", make_fact(), make_record("47", cited=[RIGHT])) is None
    on_one_page = CONFLICT | {"gold": CONFLICT["gold"][:1]}
    assert score("both sides", make_fact(**on_one_page), make_record("47 45", cited=[RIGHT])) == 1


def test_citing_a_forbidden_document_is_seen():
    fact = make_fact(forbidden_documents=[NEWS])
    assert score("cites forbidden", fact, make_record("x", cited=[NEWSPAPER])) == 1.0
    assert score("cites forbidden", fact, make_record("x", cited=[RIGHT])) == 0.0
    assert score("cites forbidden", make_fact(), make_record("x", cited=[NEWSPAPER])) is None


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (make_record("47", cited=[RIGHT]), 1.0),
        (make_record("47", cited=[OTHER]), 0.0),
        (make_record("48", cited=[RIGHT]), 0.0),
        (make_record(status=Status.NO_EVIDENCE), 0.0),
        (make_record(status=Status.ERROR_INTERNAL), 0.0),
    ],
)
def test_an_answer_passes_when_it_is_correct_and_cited_to_gold(record, expected):
    assert score("passes", make_fact(), record) == expected


def test_what_cannot_be_answered_passes_without_an_answer():
    assert score("passes", make_unanswerable(), make_record(status=Status.NO_EVIDENCE)) == 1.0
    assert score("passes", make_unanswerable(), make_record("47", cited=[RIGHT])) == 0.0
    assert score("passes", make_unanswerable(), make_record(status=Status.ERROR_INTERNAL)) == 0.0


def test_a_fact_without_a_vital_nugget_neither_passes_nor_fails():
    fact = make_fact(nuggets=[{"text": "x", "vital": False}])
    assert score("passes", fact, make_record("x", cited=[RIGHT])) is None


@pytest.mark.parametrize(
    ("parts", "words", "meaning"),
    [
        ({}, None, None),
        ({"words": False, "words_sentence": True, "dense": True}, 1.0, 1.0),
        ({"words": False, "words_sentence": False, "dense": True}, 0.0, 1.0),
        ({"dense": False, "rerank": True}, None, 0.0),
    ],
)
def test_a_retriever_that_has_gone_silent_is_seen(parts, words, meaning):
    record = make_record("47", parts=parts)
    assert score("words count", make_fact(), record) == words
    assert score("meaning counts", make_fact(), record) == meaning


def test_a_question_about_a_day_wants_what_was_in_force_then():
    fact = make_fact(as_of="2018-01-01", forbidden_documents=[NEWS])
    assert score("in force", fact, make_record("47", cited=[RIGHT])) == 1.0
    assert score("in force", fact, make_record("47", "45", cited=[RIGHT, NEWSPAPER])) == 0.0
    assert score("in force", fact, make_record("47", cited=[NEWSPAPER])) == 0.0
    dated = make_fact(as_of="2018-01-01", nuggets=WRONG)
    assert score("in force", dated, make_record("47, then 45", cited=[RIGHT])) == 0.0
    assert score("in force", make_fact(), make_record("47", cited=[RIGHT])) is None


def test_of_an_unanswerable_question_only_abstention_and_quotes_are_measured():
    record = make_record(RIGHT[2], cited=[RIGHT])
    scores = score_answer(make_unanswerable(), record, make_corpus())
    assert {n: v for n, v in scores.items() if v is not None} == {
        "passes": 0.0,
        "statements carried": 1.0,
        "quote fidelity": 1.0,
        "abstains": 0.0,
    }
