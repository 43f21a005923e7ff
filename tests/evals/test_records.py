import json
from dataclasses import replace

from assistant.answers import Answer, Claim, Conflict, Question, Statement, Status
from assistant.evidence import PASSAGES_READ
from assistant.present import to_json
from evals.records import from_row, to_row
from tests.evals.fakes import PASSAGES, Oracle, cite, make_record


def test_an_answer_comes_back_from_its_row():
    question = Question("How many children had no social worker?", id="f1")
    answer = Oracle().ask(question)
    row = json.loads(json.dumps(to_row("f1", to_json(answer), answer, 12.34)))
    record = from_row(row)
    assert record.id == "f1"
    assert record.is_answered
    assert record.stated == ("There were 47 children without a social worker.",)
    assert [(c.document, c.page) for c in record.cited] == [("report.pdf", 2)]
    assert record.hits[0].passage == "report.pdf#2"
    assert record.wall_ms == 12.3


def test_claims_are_shown_and_cited_but_not_said():
    answer = Answer(
        Question("?"),
        "?",
        Status.ANSWERED,
        short_answer="47",
        statements=(Statement("47 it is.", (1,)),),
        citations=(cite(PASSAGES[2], 1), cite(PASSAGES[4], 2), cite(PASSAGES[0], 3)),
        conflicts=(Conflict("count", (Claim("47", 1), Claim("45", 2)), "47"),),
    )
    record = from_row(to_row("f1", to_json(answer), answer, 1.0))
    assert record.stated == ("47", "47 it is.")
    assert record.shown == ("47", "47 it is.", "47", "45")
    assert [citation.n for citation in record.cited] == [1, 2]


def test_a_refusal_says_and_cites_nothing():
    record = make_record("x", cited=[("a", 1, "x")], status=Status.NO_EVIDENCE, short_answer="x")
    assert (record.stated, record.shown, record.cited) == ((), (), ())


def test_a_citation_number_without_a_citation_is_passed_over():
    assert make_record("x").cited == ()


def test_confidence_and_what_counts_are_read_from_the_parts_of_the_scores():
    answer = Oracle().ask(Question("Who led it?", id="f2"))
    hits = [
        replace(answer.hits[0], parts={"words": 0.0, "dense": 0.4, "cosine": 0.6}),
        replace(answer.hits[1], parts={"words": 0.0, "dense": -0.2, "cosine": 0.7}),
    ]
    answer = replace(answer, hits=tuple(hits))
    record = from_row(to_row("f2", to_json(answer), answer, 1.0))
    assert record.confidence == 0.7
    assert record.parts == {"words": False, "dense": True, "cosine": True}
    assert record.read == PASSAGES_READ
