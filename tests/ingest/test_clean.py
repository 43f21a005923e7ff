from docs_store.documents import Page
from ingest.clean import clean, fold
from ingest.lines import lines_of


def kept(*pages):
    return [
        line.text for line in clean(lines_of([Page(i, t) for i, t in enumerate(pages, 1)])).lines
    ]


def test_a_running_header_goes_even_with_another_date_and_page_number():
    pages = [
        "Inspection of Ambleford services\nLead inspector: Ada Crane\nPlans are clear.",
        "Inspection of Ambleford services\n4 to 8 May 2022 2\nVisits are regular.",
        "Inspection of Ambleford services\n4 to 8 May 2021 3\nStaff are proud.",
        "Inspection of Ambleford services\n4 to 8 May 2022 4\nLeaders listen.",
    ]
    assert kept(*pages) == [
        "Inspection of Ambleford services",
        "Lead inspector: Ada Crane",
        "Plans are clear.",
        "Visits are regular.",
        "Staff are proud.",
        "Leaders listen.",
    ]


def test_a_footer_and_page_numbers_go():
    pages = [
        f"Text of part {'abc'[i]} goes here.\nAmbleford Council papers\nPage {i + 1} of 3"
        for i in range(3)
    ]
    assert kept(*pages) == [
        "Text of part a goes here.",
        "Text of part b goes here.",
        "Text of part c goes here.",
    ]


def test_a_heading_that_comes_twice_at_a_page_top_is_no_running_header():
    pages = ["Title\nWords here."] + [f"Other words {i * 'x'} begin.\nand go on" for i in range(12)]
    pages[3] = "Recommendations\nDo this first."
    pages[9] = "Recommendations\nDo that next."
    assert kept(*pages).count("Recommendations") == 2


def test_page_numbers_in_a_text_without_pages_go_when_they_count_up():
    text = "They were seen\n\n2\n\nquickly by staff who\n\n3\n\nknew them. Of these,\n\n12\n\nwere in care."
    assert kept(text) == [
        "They were seen",
        "quickly by staff who",
        "knew them. Of these,",
        "12",
        "were in care.",
    ]


def test_a_contents_list_goes_and_announces_headings():
    page = "Contents\nSummary 2\nWhat must improve 3\nThe experiences of children who\nneed help 5\nLeadership 9"
    cleaned = clean(
        lines_of([Page(1, "Ambleford"), Page(2, page), Page(3, "Summary\nAll is well.")])
    )
    assert [line.text for line in cleaned.lines] == ["Ambleford", "Summary", "All is well."]
    assert fold("The experiences of children who need help") in cleaned.announced


def test_a_date_in_the_text_at_a_page_top_stays():
    assert kept("One.", "14 May 2022", "Three.", "Four.", "Five.")[1] == "14 May 2022"
