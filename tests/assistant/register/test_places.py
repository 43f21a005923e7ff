from datetime import date

from assistant.register.places import days_printed, name_printed, published_printed
from docs_store.documents import Page, verbatim

PAGES = [
    Page(1, "Inspection of Eastmere\n3 to 14 June 2019\nInspection dates: 3 June 2019 to\n14 June 2019\nx"),
    Page(2, "Report published: 12 August 2019\nThe team was Bo Elm and\nCy Ash."),
    Page(3, "The lead inspector was Bo\nElm, HMI"),
]  # fmt: skip


def test_the_lines_that_print_the_days_of_an_inspection_are_found() -> None:
    span = days_printed(PAGES, date(2019, 6, 3), date(2019, 6, 14))
    assert span is not None
    assert verbatim(PAGES, span) == "Inspection dates: 3 June 2019 to 14 June 2019"


def test_the_line_that_prints_the_publication_is_found() -> None:
    span = published_printed(PAGES, date(2019, 8, 12))
    assert span is not None
    assert verbatim(PAGES, span) == "Report published: 12 August 2019"


def test_a_name_is_found_beside_the_word_inspector_also_over_a_line_end() -> None:
    span = name_printed(PAGES, "Bo Elm")
    assert span is not None
    assert verbatim(PAGES, span) == "The lead inspector was Bo Elm, HMI"


def test_what_is_not_printed_is_not_found() -> None:
    assert days_printed(PAGES, date(2018, 6, 3), date(2018, 6, 14)) is None
    assert published_printed(PAGES, date(2019, 6, 3)) is None
    assert name_printed(PAGES, "Cy Ash") is None


def test_days_in_figures_and_with_noughts_are_found() -> None:
    pages = [Page(1, "Inspection date: 12/09/2016 to 06/10/2016\nReport published: 25/11/2016")]
    span = days_printed(pages, date(2016, 9, 12), date(2016, 10, 6))
    assert span is not None
    assert verbatim(pages, span) == "Inspection date: 12/09/2016 to 06/10/2016"
    span = published_printed(pages, date(2016, 11, 25))
    assert span is not None
    assert verbatim(pages, span) == "Report published: 25/11/2016"
    noughts = [Page(1, "Inspection dates: 08 July 2019 to 19 July 2019")]
    assert days_printed(noughts, date(2019, 7, 8), date(2019, 7, 19)) is not None
