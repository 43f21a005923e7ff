from hypothesis import given
from hypothesis import strategies as st

from docs_store.documents import Page, Span
from ingest.lines import Joiner, lines_of

TEXTS = st.text(alphabet="ab \n\t\r\u00a0\u200b\uf0b7.", max_size=60)


@given(TEXTS)
def test_a_line_is_exactly_its_place_on_the_page(text):
    for line in lines_of([Page(1, text)])[0]:
        assert line.text == text[line.start : line.end]
        assert line.text.strip() == line.text != ""


def test_empty_lines_above_are_counted():
    page = Page(1, "one\n\n \ntwo\nthree")
    assert [(line.text, line.gap) for line in lines_of([page])[0]] == [
        ("one", 0),
        ("two", 2),
        ("three", 0),
    ]


def test_a_bullet_in_mid_line_opens_a_line():
    page = Page(1, "held 41. \uf0b7 Staff change often")
    assert [line.text for line in lines_of([page])[0]] == ["held 41.", "\uf0b7 Staff change often"]


def test_a_stretch_over_two_pages_has_one_span_on_each():
    joiner = Joiner()
    joiner.add("too many", 0, 10, " ")
    joiner.add("children", 0, 20, " ")
    joiner.add("wait.", 1, 4, " ")
    repaired = joiner.done()
    assert repaired.text == "too many children wait."
    assert repaired.spans(0, len(repaired.text)) == (Span(0, 10, 28), Span(1, 4, 9))
    assert repaired.spans(4, 17) == (Span(0, 14, 28),)
