import pytest

from ingest.councils import council_of, gazetteer


@pytest.mark.parametrize(
    ("text", "council"),
    [
        (
            "Inspection of South Gloucestershire local authority children’s services. Gloucestershire borders it.",
            "South Gloucestershire",
        ),
        ("Inspection of Gloucestershire local authority children’s services", "Gloucestershire"),
        (
            "London Borough of Barking and Dagenham Inspection of children’s social care services",
            "Barking and Dagenham",
        ),
        ("St. Helens Metropolitan Borough Council Inspection of services", "St Helens"),
        ("Inspection of Brighton & Hove City Council children’s services", "Brighton and Hove"),
        ("Kingston upon Hull City Council. The visit to Hull was short.", "Kingston upon Hull"),
        (
            "Monitoring visit of Ambleford children’s services. Ambleford is doing better.",
            "Ambleford",
        ),
        ("AMBLEFORD METROPOLITAN BOROUGH COUNCIL MINUTES of the meeting", "Ambleford"),
        (
            "Services at Ambleford council are better. Ambleford’s leader was glad. Exton is near.",
            "Ambleford",
        ),
        (
            "Council of the Isles of Scilly Inspection of children’s social care services",
            "Isles of Scilly",
        ),
    ],
)
def test_the_council_is_found_as_printed(text, council):
    assert council_of(text) == council


@pytest.mark.parametrize(
    "text",
    [
        "The council met and agreed the plan. The Local Authority children’s services were praised.",
        "A look at reading in schools, from Kent to York.",
        "",
    ],
)
def test_nothing_is_said_where_no_council_stands_out(text):
    assert council_of(text) is None


def test_the_gazetteer_holds_every_council_once():
    names = set(gazetteer().values())
    assert len(names) >= 153
    assert {"Westmorland and Furness", "North Northamptonshire", "City of London"} <= names
