import pytest

from docs_store.gazetteer import gazetteer
from ingest.councils import council_of


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
        ("Area SEND inspection of North Amble Local Area Partnership Inspected", "North Amble"),
        (
            "Dear Ms Crane Joint targeted area inspection of the multi-agency response to abuse and neglect in Ambleford This letter",
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


INVENTED = (
    "Ambleford",
    "North Tarrow",
    "Wessenshire",
    "St Cuthman",
    "Thornbeck-on-Sea",
    "Aldermoor upon Wex",
    "Ambleford and Thornbeck",
    "East and West Aldermoor",
    "Ambleford, Thornbeck and Wexcombe",
    "Newbridge with Aldermoor",
    "Isle of Wexcombe",
    "Isles of Penhallow",
)
FORMS = (
    "{} Council",
    "{} Borough Council",
    "{} City Council",
    "{} County Council",
    "{} Metropolitan Borough Council",
    "London Borough of {}",
    "Royal Borough of {}",
    "Borough of {}",
    "City of {}",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", INVENTED)
def test_a_council_that_the_gazetteer_does_not_know_is_found_in_every_form(name, form):
    full = form.format(name)
    texts = (
        f"{full} Inspection of children’s social care services Lead inspector: Ada Crane. Children in {name} are seen quickly.",
        f"Inspection of {full} children’s services Inspection dates: 4 May 2021. Leaders in {name} know.",
        f"Ofsted Ms Crane Director of Children’s Services {full} Dear Ms Crane Monitoring visit of {full} children’s services This letter",
        f"{full.upper()} SCRUTINY COMMITTEE REPORT OF THE DIRECTOR Children in {name} are safe. {name} has many.",
    )
    assert {council_of(text) for text in texts} == {name}


KNOWN = sorted(set(gazetteer().values()))
NESTED = [(a, b) for a in KNOWN for b in KNOWN if a != b and a in b] + [
    ("East Sussex", "West Sussex"),
    ("East Sussex", "Brighton and Hove"),
    ("Kingston upon Hull", "Kingston upon Thames"),
    ("North Northamptonshire", "West Northamptonshire"),
]


def test_every_council_of_the_gazetteer_is_found_in_print_and_in_capitals():
    for name in KNOWN:
        texts = (
            f"Inspection of {name} local authority children’s services. Children in {name} are safe.",
            f"Director of Children’s Services {name} Council Dear Ms Crane Monitoring visit of {name} children’s services",
            f"{name.upper()} COUNCIL SCRUTINY COMMITTEE 14 July 2022 Children in {name} are safe.",
        )
        assert {council_of(text) for text in texts} == {name}


@pytest.mark.parametrize(("one", "other"), [*NESTED, *((b, a) for a, b in NESTED)])
def test_a_council_is_not_taken_for_another_whose_name_holds_its_own(one, other):
    report = (
        f"Inspection of {one} local authority children’s services. Children in {one} do well. "
        f"{other} Council is a neighbour and a partner. Unlike {other}, {one} has few vacancies."
    )
    news = (
        f"{one} Council news. Ofsted has praised children’s services in {one}. The {one} leader was "
        f"glad. Staff of {other} Council helped."
    )
    assert (council_of(report), council_of(news)) == (one, one)


def test_a_title_of_a_city_is_no_council():
    text = "Ambleford Council hopes to be City of Culture and a City of Sanctuary. Ambleford waits."
    assert council_of(text) == "Ambleford"
