from datetime import date

import pytest

from docs_store.documents import Dates
from docs_store.documents import DocumentKind as Kind
from ingest.titles import in_sentence_case, title_of

NO_DATES = Dates()


def title(kind, text="", lines=(), headline=None, dates=NO_DATES):
    return title_of(kind, "Ambleford", dates, text, lines, headline, "file")


def test_titles_are_such_as_a_person_would_give():
    day = Dates(signed=date(2022, 7, 14))
    assert title(Kind.INSPECTION_REPORT) == "Inspection of Ambleford children’s services"
    assert (
        title(Kind.MONITORING_LETTER, "This was the fourth monitoring visit since")
        == "Monitoring visit of Ambleford children’s services (fourth)"
    )
    body = "AMBLEFORD COUNCIL CHILDREN and FAMILIES SCRUTINY COMMITTEE Meeting"
    assert (
        title(Kind.COMMITTEE_REPORT, body, dates=day)
        == "Children and Families Scrutiny Committee, 14 July 2022"
    )
    assert (
        title(Kind.MINUTES, body, dates=day)
        == "Minutes of Children and Families Scrutiny Committee, 14 July 2022"
    )
    lines = ["CHILDREN and FAMILIES SCRUTINY COMMITTEE", "OFSTED INSPECTION AND WHAT FOLLOWS"]
    assert (
        title(Kind.COMMITTEE_REPORT, body, lines)
        == "Children and Families Scrutiny Committee: Ofsted inspection and what follows"
    )
    assert title(Kind.PRESS, headline="Help comes sooner") == "Help comes sooner"
    assert title(Kind.OTHER) == "file"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("THE LSCB AND ITS PLAN", "The LSCB and its plan"), ("Getting to Good", "Getting to Good")],
)
def test_capitals_become_sentence_case(text, shown):
    assert in_sentence_case(text) == shown
