from datetime import date

from docs_store.documents import DocumentKind as Kind
from docs_store.documents import Page
from docs_store.sources import SourceRank
from ingest.identify import identify
from ingest.reading import ReadResult


def identified(text, name="a.pdf", form="pdf"):
    number = 1 if form == "pdf" else None
    return identify(ReadResult(form, (Page(number, text),)), name)


REPORT = """Inspection of Ambleford local authority children’s services
Inspection dates: 4 May 2021 to 8 May 2021
Lead inspector: Ada Crane, Her Majesty’s Inspector
Judgement Grade
Overall effectiveness Good
Children in Ambleford are seen quickly."""


def test_a_report_is_identified_and_its_file_name_gives_the_day_of_publication():
    found = identified(REPORT, "ambleford/inspection - 01 july 2021.pdf")
    assert (found.kind, found.council, found.title) == (
        Kind.INSPECTION_REPORT,
        "Ambleford",
        "Inspection of Ambleford children’s services",
    )
    assert found.dates.on_site_from == date(2021, 5, 4)
    assert found.dates.on_site_to == date(2021, 5, 8)
    assert found.dates.published == date(2021, 7, 1)
    assert found.inspectors == ("Ada Crane",)
    assert found.source.publisher == "Ofsted"


def test_the_printed_day_of_publication_comes_before_the_file_name():
    text = REPORT.replace("Lead inspector", "Report published: 2 July 2021\nLead inspector")
    assert identified(text, "x - 01 july 2021.pdf").dates.published == date(2021, 7, 2)


def test_a_letter_is_signed_and_not_published():
    text = "4 June 2021\nMs Crane\nDear Ms Crane\nMonitoring visit of Ambleford children’s services\nThe visit to Ambleford on 4 and 5 May 2021 was the second monitoring visit."
    found = identified(text)
    assert (found.dates.signed, found.dates.published) == (date(2021, 6, 4), None)
    assert found.title.endswith("(second)")
    assert (found.framework, found.visit) == ("ILACS", 2)


def test_an_area_send_report_is_named_after_its_area_and_the_inspectorate_published_it():
    text = (
        "Area SEND inspection of Ambleford Local Area Partnership\n"
        "Inspection dates: 9 to 13 October 2023\nDate published: 4 December 2023\n"
        "Ofsted and the Care Quality Commission inspected Ambleford."
    )
    found = identified(text)
    assert (found.kind, found.framework) == (Kind.SEND_REPORT, "SEND")
    assert found.title == "Area SEND inspection of Ambleford"
    assert found.source.rank is SourceRank.INSPECTORATE
    assert found.dates.on_site_to == date(2023, 10, 13)
    assert found.dates.published == date(2023, 12, 4)


def test_what_is_not_known_is_left_unknown():
    found = identified("A few words about nothing.", "x.txt", "text")
    assert (found.kind, found.council, found.inspectors) == (Kind.OTHER, None, ())
    assert found.dates.shown is None
