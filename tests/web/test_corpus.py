from dataclasses import replace
from datetime import date

import pytest

from docs_store.documents import Dates, Document, DocumentKind
from tests.fakes import make_document
from web.corpus import corpus_line, example_questions

LETTER = make_document()
REPORT = make_document(
    "report.pdf",
    kind=DocumentKind.INSPECTION_REPORT,
    on_site=date(2022, 7, 1),
    published=date(2022, 8, 30),
)
OLD = make_document(
    "old.pdf",
    kind=DocumentKind.INSPECTION_REPORT,
    on_site=date(2013, 12, 4),
    published=date(2014, 2, 1),
)
PLAN = make_document("plan.docx", kind=DocumentKind.IMPROVEMENT_PLAN)


class Held:
    def __init__(self, *documents: Document) -> None:
        self._documents = documents

    def documents(self) -> tuple[Document, ...]:
        return self._documents


@pytest.mark.parametrize(
    ("documents", "line"),
    [
        ([], "No documents yet"),
        ([LETTER], "1 document, October 2018"),
        ([LETTER, OLD, REPORT], "3 documents, February 2014 to August 2022"),
        ([replace(LETTER, dates=Dates())], "1 document"),
    ],
)
def test_the_line_says_how_many_and_from_when_to_when(documents: list[Document], line: str):
    assert corpus_line(documents) == line


def test_questions_are_made_from_what_is_held():
    assert example_questions(Held(LETTER, REPORT, OLD, PLAN)) == [
        "What was Eastmere judged in 2022?",
        "How have the judgements of Eastmere changed since 2013?",
        "What did the monitoring visit of October 2018 find?",
        "Which actions in the improvement plan are late?",
    ]


def test_documents_of_other_kinds_still_give_questions():
    paper = make_document("paper.docx", kind=DocumentKind.OTHER)
    assert example_questions(Held(replace(paper, inspectors=("Jo Bell",)))) == [
        "What did Jo Bell inspect?",
        "What do the documents say about care leavers?",
    ]


def test_an_empty_store_gives_no_questions():
    assert example_questions(Held()) == []
