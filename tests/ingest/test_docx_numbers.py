import docx
import pytest

from ingest.docx_numbers import Numbers, _in_format, number_in


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (3, "decimal", "3"),
        (2, "lowerLetter", "b"),
        (28, "lowerLetter", "bb"),
        (4, "lowerRoman", "iv"),
        (9, "upperRoman", "IX"),
        (1, "none", ""),
    ],
)
def test_numbers_are_shown_in_the_format_of_their_level(number, form, text):
    assert _in_format(number, form) == text


def test_a_paragraph_in_no_list_has_no_number():
    document = docx.Document()
    assert Numbers(document).of(document.add_paragraph("Plain.")._p) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("0", 0), (None, 5), ("", 5), ("-1", 5), ("many", 5), ("99999", 5)],
)
def test_an_attribute_that_holds_no_small_number_counts_as_none(text, number):
    assert number_in(text, 5) == number
