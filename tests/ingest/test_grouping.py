from docs_store.documents import Page
from ingest.blocks import Kind
from ingest.grouping import group
from ingest.lines import lines_of
from tests.ingest.shared import lines

FULL = "Leaders have a clear view of the service and of what has to change in it for"


def texts(*given):
    return [block.text for block in group(lines(*given))]


def test_lines_of_a_paragraph_are_joined_and_paragraphs_are_not():
    assert texts(FULL, "children who wait.", "", "Staff stay.") == [
        f"{FULL} children who wait.",
        "Staff stay.",
    ]


def test_double_spaced_lines_are_one_paragraph():
    given = ["The visit was the fourth since the local authority was judged to be in need of", "",
             "improvement. There is now a senior team in place, which is beginning to set out a", "",
             "clear vision and to put in place the plans that were agreed with the board in May", "",
             "with additional money."]  # fmt: skip
    assert texts(*given) == [" ".join(line for line in given if line)]


def test_a_heading_after_a_full_stop_is_not_glued_on():
    given = [
        FULL,
        "children who wait far too long in Ambleford to be seen by anybody at all.",
        "Local leadership",
        "\uf0b7 The director has been in post since May.",
    ]
    assert texts(*given)[1] == "Local leadership"


def test_a_graded_heading_keeps_its_grade_and_nothing_more():
    given = [
        "The experiences and progress of children who need help and",
        "protection: requires improvement to be good",
        "1. Help comes early.",
    ]
    assert (
        texts(*given)[0]
        == "The experiences and progress of children who need help and protection: requires improvement to be good"
    )


def test_numbered_paragraphs_carry_their_number_even_on_a_line_of_its_own():
    blocks = group(lines("1. Help comes early.", "2.", "Plans are clear.", "3. Visits are short."))
    assert [(block.number, block.text) for block in blocks] == [
        ("1", "Help comes early."),
        ("2", "Plans are clear."),
        ("3", "Visits are short."),
    ]


def test_a_number_that_ends_a_sentence_opens_no_paragraph():
    given = [
        "• Caseloads are too high. On average, staff are responsible for 27 and one held",
        "41. \uf0b7 Agency staff are many.",
    ]
    assert texts(*given) == [
        "Caseloads are too high. On average, staff are responsible for 27 and one held 41.",
        "Agency staff are many.",
    ]


def test_items_without_bullets_below_a_lead_in_are_items():
    blocks = group(
        lines(FULL + " including:", "", "the quality of plans", "", "the stability of homes.")
    )
    assert [block.kind for block in blocks] == [Kind.PARAGRAPH, Kind.BULLET, Kind.BULLET]


def test_a_salutation_stands_alone():
    assert texts("Ambleford", "AM1 2CD", "Dear Ms Crane", FULL)[2] == "Dear Ms Crane"


def test_long_lines_of_a_saved_page_are_each_a_paragraph():
    long = "The council said that it would spend more on early help. " * 4
    assert len(texts(long, long, long)) == 3


def test_a_heading_at_the_top_of_a_page_ends_a_list_of_names_that_no_stop_ends():
    names = "Team inspectors: Ada Crane, Ben Oak, Cleo Finch, Dan Marsh, Eve Stone, Finn Brook,"
    pages = [
        Page(
            1, f"{names}\nGwen Field, Hal Wood, Ivy Lake, Jon Moor, Kit Heath, Lou Ford, May Hill"
        ),
        Page(2, "Information about this area\n\uf0b7 Some 171,000 children live in Ambleford."),
    ]
    blocks = group([line for page in lines_of(pages) for line in page])
    assert [block.text.split()[0] for block in blocks] == ["Team", "Information", "Some"]


def test_a_sentence_goes_on_over_a_page_even_with_a_capital():
    pages = [
        Page(
            1, f"{FULL}\nchildren who wait far too long to be seen by anybody at the offices of the"
        ),
        Page(2, "Ambleford Trust, whose plans are late.\n\uf0b7 Visits are short."),
    ]
    blocks = group([line for page in lines_of(pages) for line in page])
    assert len(blocks) == 2
