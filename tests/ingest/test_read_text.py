import pytest

from ingest.read_text import decode, read_text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("children’s".encode(), "children’s"),
        ("children’s".encode("cp1252"), "children’s"),
        (b"\xef\xbb\xbf" + "£4m".encode(), "£4m"),
        (b"\xff\xfe" + "£4m".encode("utf-16-le"), "£4m"),
    ],
)
def test_encodings_are_told_apart(data, text):
    assert decode(data) == text


def test_bytes_that_are_no_text_are_none():
    assert decode(b"\x00\x01\x02\x03" * 200) is None


def test_the_page_is_the_file_with_line_ends_made_one():
    page = read_text(b"One line.\r\nAnother.\rA third.\n").pages[0]
    assert page.number is None
    assert page.text == "One line.\nAnother.\nA third.\n"
