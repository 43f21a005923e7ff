from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from docs_store.documents import Page, Span
from docs_store.pdfium import PDFIUM_LOCK
from tests.web.fakes import GOOD, PDF_PAGES, TWICE, write_pdf
from web.highlight import IMAGE_WIDTH, boxes, page_image, page_size, text_with_mark
from web.quote_search import Range, locate


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    write_pdf(tmp_path / "letter.pdf")
    return tmp_path / "letter.pdf"


def page_of(position: int) -> Page:
    return Page(position + 1, "\n".join(PDF_PAGES[position]))


def span_of(position: int, quote: str) -> Span:
    start = page_of(position).text.index(quote)
    return Span(position, start, start + len(quote))


def test_the_box_lies_on_the_words(letter: Path):
    (box,) = boxes(letter, page_of(0), span_of(0, GOOD))
    # drawn at 72 points from the left, 720 from the bottom of an A4 page (595 × 842)
    assert box.left == pytest.approx(100 * 72 / 595 + 3, abs=1)
    assert box.top + box.height == pytest.approx(100 * (842 - 720) / 842, abs=1)
    assert 30 < box.width < 50


def test_the_box_follows_the_words_of_a_page_that_is_turned(letter: Path, tmp_path: Path):
    write_pdf(tmp_path / "turned.pdf", turned=180)
    (upright,) = boxes(letter, page_of(0), span_of(0, GOOD))
    (turned,) = boxes(tmp_path / "turned.pdf", page_of(0), span_of(0, GOOD))
    assert turned.left == pytest.approx(100 - upright.left - upright.width, abs=0.1)
    assert turned.top == pytest.approx(100 - upright.top - upright.height, abs=0.1)


def test_words_on_another_page_are_not_marked(letter: Path):
    assert boxes(letter, page_of(0), span_of(0, TWICE))[0].top < 20
    assert boxes(letter, Page(1, "Quite other words than those."), Span(0, 0, 29)) == ()


def test_others_may_use_pdfium_while_a_quote_is_looked_for(
    letter: Path, monkeypatch: pytest.MonkeyPatch
):
    locked: list[bool] = []

    def look(*sought: Any) -> tuple[Range, ...]:
        locked.append(PDFIUM_LOCK.locked())
        return locate(*sought)

    monkeypatch.setattr("web.highlight.locate", look)
    assert boxes(letter, page_of(0), span_of(0, GOOD))
    assert locked == [False]


def test_a_page_that_is_not_there_has_no_boxes_and_no_image(letter: Path):
    assert boxes(letter, Page(9, GOOD), Span(8, 0, len(GOOD))) == ()
    with pytest.raises(IndexError):
        page_image(letter, 8)


def test_a_file_that_is_no_pdf_is_refused(tmp_path: Path):
    (tmp_path / "no.pdf").write_bytes(b"not a pdf")
    with pytest.raises(ValueError, match=r"\S"):
        page_size(tmp_path / "no.pdf", 0)


def test_the_image_is_as_large_as_was_said(letter: Path):
    content, width, height = page_image(letter, 0)
    assert (width, height) == Image.open(BytesIO(content)).size
    assert width == IMAGE_WIDTH
    assert abs(page_size(letter, 0)[1] - height) <= 1


def test_text_is_escaped_around_and_inside_the_mark():
    assert text_with_mark("<b>&<i>", 3, 4) == "&lt;b&gt;<mark>&amp;</mark>&lt;i&gt;"
