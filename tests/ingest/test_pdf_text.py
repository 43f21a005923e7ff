import io

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from ingest.pdf_text import text_of


def a_page(*lines):
    """A page of words at (from the left, from the bottom, size), in the order they are drawn."""
    data = io.BytesIO()
    canvas = Canvas(data)
    for words, x, y, size in lines:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, words)
    canvas.showPage()
    canvas.save()
    return data.getvalue()


def text_in(data):
    with pdfium.PdfDocument(data) as document:
        return text_of(document[0])


def test_lines_one_step_apart_stand_together():
    data = a_page(("Visits are", 60, 700, 12), ("regular.", 60, 686, 12), ("So is", 60, 672, 12))
    assert text_in(data) == "Visits are\nregular.\nSo is"


def test_a_paragraph_set_apart_by_a_line_has_one_empty_line_above_it():
    data = a_page(
        ("Visits are", 60, 700, 12), ("regular.", 60, 686, 12), ("Plans differ.", 60, 658, 12)
    )
    assert text_in(data) == "Visits are\nregular.\n\nPlans differ."


def test_a_paragraph_set_apart_by_half_a_line_has_an_empty_line_above_it_too():
    data = a_page(
        ("Visits are", 60, 700, 12), ("regular.", 60, 686, 12), ("Plans differ.", 60, 665, 12)
    )
    assert text_in(data) == "Visits are\nregular.\n\nPlans differ."


def test_a_large_heading_is_not_far_from_its_second_line():
    data = a_page(
        ("The experiences of", 60, 700, 24),
        ("children in care", 60, 673, 24),
        ("Visits are", 60, 640, 12),
        ("regular and", 60, 626, 12),
        ("on time", 60, 612, 12),
    )
    assert text_in(data).startswith("The experiences of\nchildren in care\n")


def test_a_page_number_drawn_first_stands_apart_from_the_words_above_it():
    data = a_page(("3", 300, 40, 12), ("Visits are", 60, 700, 12), ("regular.", 60, 686, 12))
    assert text_in(data) == "3\n\nVisits are\nregular."


def test_a_hyphen_at_the_end_of_a_line_stays_with_its_break():
    data = a_page(("Staff share well-", 60, 700, 12), ("judged plans.", 60, 686, 12))
    assert text_in(data) == "Staff share well-\njudged plans."


def test_a_raised_mark_stays_in_its_line_and_parts_nothing():
    data = a_page(
        ("Nine live in schools", 60, 700, 12),
        ("3", 175, 706, 7),
        ("of whom four live away.", 182, 700, 12),
        ("Plans differ.", 60, 686, 12),
    )
    assert text_in(data) == "Nine live in schools 3 of whom four live away.\nPlans differ."


@pytest.mark.parametrize("comma", ["", ","])
def test_a_mark_is_joined_to_its_line_wherever_it_breaks(comma):
    data = a_page(
        (f"Nine live in schools{comma}", 60, 700, 12),
        ("3", 186, 704, 7),
        ("of whom four live away.", 196, 700, 12),
    )
    assert (
        text_in(data).replace(" 3", "3") == f"Nine live in schools{comma}3 of whom four live away."
    )


def test_the_raised_label_of_a_footnote_opens_its_line():
    data = a_page(
        ("Nine live in schools.", 60, 700, 12),
        ("3", 60, 105, 7),
        ("These are boarding schools.", 66, 100, 10),
    )
    assert text_in(data).splitlines()[-1] == "3 These are boarding schools."


def test_a_number_as_large_as_its_neighbours_is_a_line_of_its_own():
    data = a_page(("Ended", 60, 700, 12), ("14", 60, 686, 12), ("were late", 60, 672, 12))
    assert text_in(data) == "Ended\n14\nwere late"


def test_a_page_without_words_is_empty():
    assert text_in(a_page()) == ""


@given(
    st.lists(
        st.text("abcdefgh ABC.,;()12", min_size=1, max_size=40).filter(str.strip), max_size=12
    ),
    st.integers(16, 40),
)
def test_the_letters_are_those_that_another_library_reads(lines, step):
    data = a_page(*((words, 60, 780 - i * step, 11) for i, words in enumerate(lines)))
    with_pypdf = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert "".join(text_in(data).split()) == "".join(with_pypdf.split())
