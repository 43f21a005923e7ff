import json

import pytest

from evals.errors import ReviewError
from evals.facts import Kind
from evals.feedback import Feedback, candidate_from, read_feedback
from tests.evals.fakes import REPORT, make_pack

QUOTE = "There were 47 children without a social worker."
LIKED = {
    "question": "How many had none?",
    "liked": True,
    "reason": "found at once",
    "answer": {
        "status": "answered",
        "short_answer": "47",
        "citations": [
            {"document": REPORT, "page": 2, "quote": QUOTE, "n": 1},
            {"document": "elsewhere.pdf", "page": 1, "quote": "x"},
        ],
        "text": "…",
    },
}


def candidate(**changes):
    return candidate_from(Feedback.model_validate(LIKED | changes), make_pack())


def test_an_answer_that_was_liked_gives_nugget_and_gold_from_the_packs_documents():
    fact = candidate()
    assert fact.is_candidate
    assert [nugget.text for nugget in fact.nuggets] == ["47"]
    # the pack does not ship its documents, so they are not quoted
    assert [(g.document, g.page, g.first_words) for g in fact.gold] == [
        (REPORT, 2, "There were 47 children")
    ]
    assert fact.note == "liked: found at once"
    assert fact.id.startswith("tiny-asked-")


def test_an_answer_that_was_not_liked_gives_the_question_and_the_reason():
    fact = candidate(liked=False, reason="that was in May")
    assert (fact.nuggets, fact.gold, fact.expected_status) == ((), (), "answered")
    assert fact.note == "not liked: that was in May"


def test_a_refusal_that_was_liked_has_no_answer():
    fact = candidate(answer={"status": "unanswerable_no_evidence"}, reason="")
    assert (fact.expected_status, fact.kind) == ("unanswerable", Kind.UNANSWERABLE)
    assert fact.note == "liked: no reason given"


def test_what_was_asked_before_makes_it_a_follow_up():
    fact = candidate(history=["Who has a social worker?"], as_of="2018-10-03")
    assert (fact.kind, fact.history) == (Kind.FOLLOWUP, ("Who has a social worker?",))
    assert fact.as_of is not None


def test_lines_are_read_and_a_bad_one_is_named(tmp_path):
    file = tmp_path / "feedback.jsonl"
    file.write_text(json.dumps(LIKED) + "\n\n")
    assert [given.question for given in read_feedback(file)] == ["How many had none?"]
    file.write_text(json.dumps(LIKED) + '\n{"question": "Who?"}\n')
    with pytest.raises(ReviewError, match="line 2: liked: Field required"):
        read_feedback(file)
    with pytest.raises(ReviewError, match="cannot be read"):
        read_feedback(tmp_path / "nowhere")
