import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from assistant.answers import Answer, Progress, Question, Status
from assistant.ask import Assistant
from assistant.settings import AssistantSettings
from docs_store.catalogue_writer import CatalogueWriter
from docs_store.documents import Dates, DocumentKind, Span
from docs_store.judgements import Area, Basis, Judgement
from docs_store.vectors import Vectors
from tests.fakes import FakeEncoder, make_document, put

LETTER = [
    ["The lead inspector on the October visit was Ann Oak.", "Visits to children are regular."],
    ["Turnover of social workers has slowed the plans of many children in care."],
    ["There were 34 children without a social worker in Port Elm."],
]
PAPER = [["The Committee noted the report on turnover of social workers and thanked officers."]]


@pytest.fixture
def writer(tmp_path: Path) -> CatalogueWriter:
    return CatalogueWriter.create(tmp_path)


@pytest.fixture
def assistant(tmp_path: Path, writer: CatalogueWriter) -> Iterator[Assistant]:
    vectors = Vectors(tmp_path)
    for name, texts in (("letter.pdf", LETTER), ("paper.docx", PAPER)):
        put(writer, make_document(name), texts)
        vectors.put_document(writer, name)
    made = Assistant(
        writer, vectors, cast(Any, FakeEncoder()), AssistantSettings(short_answers=True)
    )
    yield made
    made.close()


def test_an_answer_quotes_the_sentence_that_answers_with_its_place(assistant: Assistant) -> None:
    answer = assistant.ask(Question("How many children were without a social worker in Port Elm?"))
    assert answer.status is Status.ANSWERED
    assert answer.short_answer == "34"
    assert answer.statements[0].text == LETTER[2][0]
    citation = answer.citations[answer.statements[0].citations[0] - 1]
    assert (citation.document, citation.page, citation.quote) == ("letter.pdf", 1, LETTER[2][0])
    assert answer.hits[0].passage.id == "letter.pdf#2"
    assert set(answer.timings_ms) == {"interpret", "retrieve", "rerank", "write", "total"}


def test_every_statement_has_citations_numbered_in_order(assistant: Assistant) -> None:
    answer = assistant.ask(Question("turnover of social workers"))
    numbers = [n for statement in answer.statements for n in statement.citations]
    assert numbers == [citation.n for citation in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))


def test_progress_comes_before_the_answer(assistant: Assistant) -> None:
    *progress, answer = assistant.stream(Question("turnover of social workers"))
    assert progress == [
        Progress("Searching 2 documents…"),
        Progress("Reading the 4 passages nearest the question…"),
    ]
    assert isinstance(answer, Answer)


@pytest.mark.parametrize("text", ["", "   ", "why " * 5000])
def test_what_is_no_question_is_met_with_one_sentence(assistant: Assistant, text: str) -> None:
    answer = assistant.ask(Question(text))
    assert answer.status is Status.ERROR_QUESTION
    assert answer.message
    assert not answer.statements


def test_a_question_about_something_else_says_what_was_searched(assistant: Assistant) -> None:
    answer = assistant.ask(Question("best pizza recipe with pineapple and cheese"))
    assert answer.status is Status.OUT_OF_SCOPE
    assert answer.searched == "2 documents, October 2018"
    assert not answer.statements
    assert not answer.citations


def test_a_name_that_is_nowhere_has_no_evidence_and_shows_what_is_near(
    assistant: Assistant,
) -> None:
    answer = assistant.ask(Question("Did the inspector Zebedee Quill see turnover of workers?"))
    assert answer.status is Status.NO_EVIDENCE
    assert "Zebedee Quill" in answer.message
    assert answer.nearest
    assert [c.n for c in answer.nearest] == list(range(1, len(answer.nearest) + 1))


def test_the_year_asked_as_at_puts_its_documents_first(assistant: Assistant) -> None:
    question = Question("turnover of social workers", as_of=date(2018, 1, 1))
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED
    assert all(hit.parts["bonus"] > 0 for hit in answer.hits)


def test_what_an_ingest_adds_is_used_by_the_next_question(
    assistant: Assistant, writer: CatalogueWriter
) -> None:
    document = replace(make_document("new.txt"), title="New")
    put(writer, document, [["The pond at Far Wold has 77 newts in it."]])
    assistant._vectors.put_document(writer, "new.txt")
    assert assistant.ask(Question("How many newts are in the pond?")).short_answer == "77"


def test_many_threads_may_ask_at_once(assistant: Assistant) -> None:
    answers: list[Answer] = []
    threads = [
        threading.Thread(
            target=lambda: answers.append(assistant.ask(Question("turnover of social workers")))
        )
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({answer.statements for answer in answers}) == 1
    assert len(answers) == 8


def put_report(writer: CatalogueWriter, name: str, grade: str, year: int) -> None:
    first, last = date(year, 6, 3), date(year, 6, 14)
    rows = [[f"Inspection dates: 3 June to 14 June {year}", f"Overall effectiveness {grade}"]]
    document = replace(
        make_document(name, kind=DocumentKind.INSPECTION_REPORT, on_site=last),
        dates=Dates(first, last, published=date(year, 8, 1)),
        framework="ILACS",
    )
    start = len(rows[0][0]) + 1
    span = Span(0, start, start + len(rows[0][1]))
    judgement = Judgement(
        name, "Eastmere", "ILACS", Area.OVERALL, grade, Basis.JUDGED, first, last, (span,)
    )
    put(writer, document, rows, judgements=[judgement])


def test_a_grade_is_looked_up_in_the_register_without_a_search(
    assistant: Assistant, writer: CatalogueWriter
) -> None:
    put_report(writer, "report-2019.pdf", "good", 2019)
    answer = assistant.ask(Question("What is Eastmere's Ofsted rating?"))
    assert answer.short_answer == "Good"
    assert [c.quote for c in answer.citations] == ["Overall effectiveness good"]
    assert [hit.passage.document_id for hit in answer.hits] == ["report-2019.pdf"]
    assert set(answer.timings_ms) == {"interpret", "write", "total"}


def test_a_newer_report_changes_the_latest_grade_at_once_and_leaves_the_past_as_it_was(
    assistant: Assistant, writer: CatalogueWriter
) -> None:
    put_report(writer, "report-2019.pdf", "good", 2019)
    then = Question("Eastmere ofsted rating", as_of=date(2020, 1, 1))
    before = assistant.ask(then)
    put_report(writer, "report-2023.pdf", "inadequate", 2023)
    assert assistant.ask(Question("Eastmere ofsted rating")).short_answer == "Inadequate"
    after = assistant.ask(then)
    assert (after.short_answer, after.statements, after.citations) == (
        before.short_answer, before.statements, before.citations,
    )  # fmt: skip
