from dataclasses import replace

import pytest

from docs_store.documents import DocumentKind, Span
from docs_store.judgements import Area, Basis, Judgement
from docs_store.ungraded import why_ungraded
from tests.fakes import make_document

REPORT = replace(make_document(kind=DocumentKind.INSPECTION_REPORT), framework="SIF")
GRADE = Judgement(
    REPORT.id, "Eastmere", "SIF", Area.OVERALL, "good", Basis.JUDGED, None, None, (Span(0, 0, 4),)
)


def test_a_report_with_a_grade_of_its_own_needs_no_reason():
    assert why_ungraded(REPORT, [GRADE]) == ""


def test_what_it_tells_of_others_and_what_others_judge_are_no_grades_of_its_own():
    others = [replace(GRADE, basis=Basis.TOLD), replace(GRADE, document_id="other.pdf")]
    assert (
        why_ungraded(REPORT, others) == "No grade was found in its tables, headings or sentences."
    )


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (replace(REPORT, kind=DocumentKind.MONITORING_LETTER), "Monitoring visits are not graded"),
        (replace(REPORT, kind=DocumentKind.FOCUSED_VISIT_LETTER), "Focused visits are not graded"),
        (replace(REPORT, kind=DocumentKind.JTAI_LETTER), "without grades"),
        (replace(REPORT, kind=DocumentKind.SEND_REPORT), "Area SEND"),
        (replace(REPORT, kind=DocumentKind.PRESS), "no inspection report"),
        (replace(REPORT, unread_pages=(1, 3)), "1, 3 could not be read"),
        (replace(REPORT, framework=None), "under which framework"),
    ],
)
def test_every_other_document_has_its_reason(document, words: str):
    assert words in why_ungraded(document, [])
