import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cite import cite_sentence, is_verbatim
from docs_store.documents import Page, Passage, Sentence, Span
from tests.fakes import make_document

PAGES = (
    Page(4, "header\n12. Decision-\nmaking is slow and some chil"),
    Page(5, "running header 5\ndren wait1 too long. Next."),
)


def _passage(text: str, *spans: Span) -> Passage:
    sentence = Sentence(0, len(text), spans)
    return Passage("d#0", "d", 0, text, "", "12", 4, 5, (sentence,))


def test_a_citation_quotes_the_page_verbatim_with_white_space_folded() -> None:
    passage = _passage("Decision-making is slow", Span(0, 11, 35))
    (citation,) = cite_sentence(make_document("d"), PAGES, passage, 0, first=3)
    assert citation.quote == "Decision- making is slow"
    assert (citation.n, citation.page, citation.paragraph) == (3, 4, "12")
    assert citation.id == f"{make_document('d').sha256[:12]}.0.11-35"


def test_a_sentence_over_two_pages_has_a_citation_on_each() -> None:
    start = PAGES[0].text.index("Decision")
    end = len(PAGES[1].text) - len(" Next.")
    spans = (Span(0, start, len(PAGES[0].text)), Span(1, 17, end))
    text = "Decision-making is slow and some children wait too long."
    made = cite_sentence(make_document("d"), PAGES, _passage(text, *spans), 0)
    assert [(c.n, c.page, c.quote) for c in made] == [
        (1, 4, "Decision- making is slow and some chil"),
        (2, 5, "dren wait1 too long."),
    ]


def test_words_that_are_not_on_the_page_are_not_cited() -> None:
    span = Span(0, 11, 35)
    for text in ("Decision-making is fast", "Decision-making is", "Decision-making is slow now"):
        assert cite_sentence(make_document("d"), PAGES, _passage(text, span), 0) == []


def test_spans_outside_the_pages_are_not_cited() -> None:
    for span in (Span(2, 0, 4), Span(0, 0, 9999), Span(0, 5, 5)):
        assert not is_verbatim("header", PAGES, [span])
    assert not is_verbatim("header", PAGES, [])


def test_a_number_can_never_lose_a_figure() -> None:
    pages = (Page(1, "There were 150 children."),)
    for wrong in ("There were 15 children.", "There were 50 children.", "There were children."):
        assert not is_verbatim(wrong, pages, [Span(0, 0, 24)])


@pytest.mark.parametrize(
    ("shown", "there"),
    [
        ("It is 12% now.", "It is 12.5% now."),
        ("It cost £15m.", "It cost £1.5m."),
        ("A change of 5%.", "A change of -5%."),
        ("They had grade A then.", "They had grade A1 then."),
        ("It rose by 5.", "It rose by 5%."),
        ("It was 1500.", "It was £1500."),
    ],
)
def test_a_mark_that_makes_a_number_another_may_not_go(shown: str, there: str) -> None:
    assert not is_verbatim(shown, (Page(1, there),), [Span(0, 0, len(there))])
    assert is_verbatim(there, (Page(1, there),), [Span(0, 0, len(there))])


def test_a_footnote_mark_glued_to_a_word_may_be_left_out() -> None:
    pages = (Page(1, "It helps young people1 and staff.2 In 2018, more."),)
    assert is_verbatim("It helps young people and staff.", pages, [Span(0, 0, 34)])
    assert not is_verbatim("In, more.", pages, [Span(0, 35, 49)])


@given(st.text(min_size=1, max_size=60), st.data())
def test_what_stands_on_a_page_is_verbatim_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert is_verbatim(text[start:end], (Page(1, text),), [Span(0, start, end)])
