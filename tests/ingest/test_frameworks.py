from datetime import date

import pytest

from docs_store.documents import Dates
from docs_store.documents import DocumentKind as Kind
from ingest.frameworks import framework_of, ordinal, visit_in


@pytest.mark.parametrize(
    ("title", "day", "framework"),
    [
        ("Inspection of Ambleford local authority children’s services", date(2021, 5, 4), "ILACS"),
        ("Ambleford Inspection of children’s social care services", date(2018, 1, 29), "ILACS"),
        (
            "Inspection of services for children in need of help and protection, children looked after and care leavers",
            date(2016, 6, 13),
            "SIF",
        ),
        (
            "Inspection of local authority arrangements for the protection of children",
            date(2013, 2, 1),
            "pre-SIF",
        ),
        (
            "Inspection of safeguarding and looked after children services",
            date(2011, 2, 1),
            "pre-SIF",
        ),
        ("Inspection of a riding school", date(2021, 2, 1), None),
    ],
)
def test_a_report_says_its_framework(title, day, framework):
    assert framework_of(Kind.INSPECTION_REPORT, title, Dates(day, day)) == framework


@pytest.mark.parametrize(
    ("kind", "framework"),
    [
        (Kind.FOCUSED_VISIT_LETTER, "ILACS"),
        (Kind.JTAI_LETTER, "JTAI"),
        (Kind.SEND_REPORT, "SEND"),
        (Kind.COMMITTEE_REPORT, None),
        (Kind.PRESS, None),
        (Kind.COUNCIL_NEWS, None),
        (Kind.OTHER, None),
    ],
)
def test_some_kinds_have_one_framework_and_papers_and_news_none(kind, framework):
    text = "Inspection of Ambleford local authority children’s services (ILACS)"
    assert framework_of(kind, text, Dates()) == framework


def test_a_monitoring_visit_goes_by_the_framework_in_force_on_its_day():
    def of(*day):
        return framework_of(Kind.MONITORING_LETTER, "", Dates(date(*day)))

    assert (of(2017, 8, 1), of(2018, 10, 2)) == ("SIF", "ILACS")
    assert framework_of(Kind.MONITORING_LETTER, "", Dates()) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The visit was the fourth monitoring visit since Ambleford was judged inadequate.", 4),
        ("Since the second monitoring visit much has changed. This was the third visit.", 3),
        ("This is the council’s sixth and last monitoring visit.", 6),
        ("This was the 12th monitoring visit since 2018.", 12),
        ("Monitoring visit 2 of Ambleford", 2),
        ("Monitoring visit 2 October 2018", None),
        ("Monitoring visit of Ambleford on 5 May", None),
    ],
)
def test_the_number_of_a_monitoring_visit_is_found(text, number):
    assert visit_in(text) == number


def test_numbers_are_written_as_ordinals():
    assert [ordinal(n) for n in (1, 4, 20, 21, 111)] == [
        "first",
        "fourth",
        "twentieth",
        "21st",
        "111th",
    ]
