import io

import pypdfium2 as pdfium
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


def test_a_page_without_words_is_empty():
    assert text_in(a_page()) == ""


@given(
    st.lists(
        st.text("abcdefgh ABC.,;()12", min_size=1, max_size=40).filter(str.strip), max_size=12
    ),
    st.integers(10, 40),
)
def test_the_letters_are_those_that_another_library_reads(lines, step):
    data = a_page(*((words, 60, 780 - i * step, 11) for i, words in enumerate(lines)))
    with_pypdf = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert "".join(text_in(data).split()) == "".join(with_pypdf.split())
