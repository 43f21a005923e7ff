from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docs_store.documents import Page, Span
from tests.web.fakes import GOOD, PDF_PAGES, write_pdf
from web.scan_highlight import is_scan, scan_boxes

WORDS = "Social workers know their children well. Leaders act at once."
PAGE = Page(1, WORDS)


@pytest.fixture
def scan(tmp_path: Path, program: Callable[..., str]) -> Path:
    """A page that is a picture of two sentences on one line, a quarter of the way down."""
    program("tesseract")
    image = Image.new("L", (1654, 2339), 255)
    font = ImageFont.load_default(40)
    ImageDraw.Draw(image).text((150, 585), WORDS, fill=0, font=font)
    image.save(tmp_path / "page.png")
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=A4)
    canvas.drawImage(str(tmp_path / "page.png"), 0, 0, *A4)
    canvas.save()
    return tmp_path / "scan.pdf"


def test_words_on_a_picture_are_marked(scan: Path):
    (box,) = scan_boxes(scan, PAGE, Span(0, 0, len(GOOD)))
    assert box.left == pytest.approx(100 * 150 / 1654, abs=1)
    assert box.top == pytest.approx(25, abs=2)
    (rest,) = scan_boxes(scan, PAGE, Span(0, len(GOOD) + 1, len(WORDS)))
    assert rest.left > box.left + box.width


def test_words_that_are_not_on_the_picture_are_not_marked(scan: Path):
    assert scan_boxes(scan, Page(1, "Quite other words than those."), Span(0, 0, 29)) == ()


def test_a_page_with_text_of_its_own_is_not_recognised_again(tmp_path: Path):
    write_pdf(tmp_path / "letter.pdf")
    assert (
        scan_boxes(tmp_path / "letter.pdf", Page(1, "\n".join(PDF_PAGES[0])), Span(0, 0, 9)) == ()
    )


def test_a_scan_is_told_from_a_page_with_text(scan: Path, tmp_path: Path):
    write_pdf(tmp_path / "letter.pdf")
    assert is_scan(scan, 0)
    assert not is_scan(tmp_path / "letter.pdf", 0)
    assert not is_scan(scan, 5)
