from difflib import SequenceMatcher

import pytest

from web import quote_search
from web.quote_search import locate, normalise


def found(page: str, text: str, quote: str) -> list[str]:
    start = text.index(quote)
    return [page[a:b] for a, b in locate(list(page), text, start, start + len(quote))]


def test_a_quote_is_found_over_line_breaks_hyphens_and_ligatures():
    page = "The o\ufb03cers act swi\u00adftly\r\nand well-known chil\u0002\r\ndren’s homes."
    text = "The officers act swiftly and well known children's homes."
    assert found(page, text, "officers act swiftly and well known children's") == [
        page[4 : page.index("’s") + 2]
    ]


def test_of_equal_quotes_the_one_in_the_same_surroundings_is_found():
    page = "First area. Good. Second area. Good. Third area. Good."
    text = page
    start = text.index("Good", text.index("Second"))
    assert locate(list(page), text, start, start + 5) == ((start, start + 5),)


def test_most_of_a_quote_is_found_when_a_running_header_interrupts_it():
    page = (
        "Children wait too long for a Inspection of Eastmere 4 decision about where they will live."
    )
    text = "Children wait too long for a decision about where they will live."
    assert found(page, text, text) == [
        "Children wait too long for a",
        "decision about where they will live.",
    ]


def test_a_quote_that_is_not_there_is_not_found():
    page = "Something else altogether stands on this page about housing and roads."
    text = "Children wait too long for a decision about where they will live."
    assert found(page, text, text) == []


def test_half_a_quote_is_not_enough():
    page = "Children wait too long for a bus in this town and nobody has ever minded that at all."
    text = "Children wait too long for a decision about where they will live."
    assert found(page, text, text) == []


def test_an_inexact_search_that_would_take_long_is_not_begun(monkeypatch: pytest.MonkeyPatch):
    begun: list[int] = []

    def compare(_junk: None, page: str, quote: str, **_: bool) -> SequenceMatcher[str]:
        begun.append(len(page) * len(quote))
        return SequenceMatcher(None, page, quote, autojunk=False)

    monkeypatch.setattr(quote_search, "SequenceMatcher", compare)
    quote = "ab" * 400
    assert locate("ba" * 10_000 + "c", quote + "d", 0, len(quote) + 1) == ()
    assert begun == []
    assert locate("ab" * 200 + "c" + "ab" * 200, quote, 0, len(quote)) != ()
    assert max(begun) <= 4_000_000


def test_a_quote_in_the_exact_words_is_found_on_a_page_of_any_length():
    page = "x" * 50_000 + "y" * 3_000
    assert locate(page, "y" * 3_000, 0, 3_000) == ((50_000, 53_000),)


def test_what_stands_everywhere_is_found_nowhere():
    assert locate("a" * 20_000, "a", 0, 1) == ()


def test_an_empty_quote_is_found_nowhere():
    assert locate(list("a page"), " - ", 0, 3) == ()


def test_every_kept_character_knows_where_it_came_from():
    assert normalise(["\ufb01", "x", " ", "Y"]) == ("fixy", [0, 0, 1, 3])
