import pytest

from docs_store.documents import DocumentKind as Kind
from ingest.kinds import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Ambleford Inspection of children’s social care services Inspection dates: 4 May 2021 Lead inspector: Ada Crane Judgement Grade",
            Kind.INSPECTION_REPORT,
        ),
        (
            "Ofsted 4 May 2021 Dear Ms Crane Monitoring visit of Ambleford children’s services This letter",
            Kind.MONITORING_LETTER,
        ),
        (
            "Ofsted 4 May 2021 Dear Ms Crane Focused visit to Ambleford children’s services This letter",
            Kind.FOCUSED_VISIT_LETTER,
        ),
        (
            "SCRUTINY COMMITTEE Date of meeting: 4 May 2021 Report of: the director 1. PURPOSE after a monitoring visit",
            Kind.COMMITTEE_REPORT,
        ),
        (
            "SCRUTINY COMMITTEE MINUTES of the meeting held on 4 May 2021 PRESENT: Councillor Finch",
            Kind.MINUTES,
        ),
        ("GETTING TO GOOD: improvement plan Version 2 Owner Due RAG", Kind.IMPROVEMENT_PLAN),
        ("Joint targeted area inspection of Ambleford Dear all", Kind.JTAI_LETTER),
        (
            "Ofsted Dear Ms Crane Joint targeted area inspection of the multi-agency response to exploitation in Ambleford",
            Kind.JTAI_LETTER,
        ),
        ("Area SEND inspection of Ambleford Local Area Partnership", Kind.SEND_REPORT),
        ("Ofsted Dear Ms Crane Joint local area SEND inspection in Ambleford", Kind.SEND_REPORT),
        (
            "SCRUTINY COMMITTEE Report of: the director. Purpose of report: the area SEND inspection",
            Kind.COMMITTEE_REPORT,
        ),
        ("Some notes about nothing much.", Kind.OTHER),
    ],
)
def test_documents_are_known_by_how_they_open(text, kind):
    assert kind_of(text, is_web=False, site="") is kind


def test_a_page_of_a_councils_site_is_its_news_and_any_other_is_press():
    text = "Services better, says Ofsted. The inspection of children’s services found"
    assert kind_of(text, is_web=True, site="Ambleford Council") is Kind.COUNCIL_NEWS
    assert kind_of(text, is_web=True, site="www.ambleford.gov.uk") is Kind.COUNCIL_NEWS
    assert kind_of(text, is_web=True, site="Ambleford Post") is Kind.PRESS
