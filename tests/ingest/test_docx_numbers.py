import docx
import pytest

from ingest.docx_numbers import Numbers, _in_format


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
