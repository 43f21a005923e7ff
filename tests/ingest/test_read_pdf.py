import io

import pytest
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from docs_store.errors import NoText, ReadError
from ingest import read_pdf as module
from ingest.read_pdf import read_pdf
from ingest.read_scan import can_recognise


def a_pdf(*pages):
    """A PDF with one line of text, or nothing, or a picture of text on each page."""
    data = io.BytesIO()
    canvas = Canvas(data)
    for page in pages:
        if isinstance(page, Image.Image):
            canvas.drawInlineImage(page, 40, 500, 500, 120)
        elif page:
            canvas.drawString(60, 700, page)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def a_picture_of(words):
    image = Image.new("L", (1500, 360), 255)
    ImageDraw.Draw(image).text((30, 120), words, fill=0, font=ImageFont.load_default(80))
    return image


def test_pages_are_numbered_and_their_text_is_untouched():
    data = a_pdf("Visits are regular and on time.", "Plans say what must change.")
    result = read_pdf(data, "a.pdf")
    assert [page.number for page in result.pages] == [1, 2]
    assert result.pages[0].text == "Visits are regular and on time."
    assert result.page_count == 2


def test_a_pdf_encrypted_with_an_empty_password_is_read():
    writer = PdfWriter(clone_from=io.BytesIO(a_pdf("Leaders know the service well.")))
    writer.encrypt("", "owner", algorithm="AES-256")
    data = io.BytesIO()
    writer.write(data)
    assert "Leaders know" in read_pdf(data.getvalue(), "a.pdf").pages[0].text


def test_a_pdf_locked_with_a_password_says_so():
    writer = PdfWriter(clone_from=io.BytesIO(a_pdf("Leaders know the service well.")))
    writer.encrypt("secret", "owner", algorithm="AES-256")
    data = io.BytesIO()
    writer.write(data)
    with pytest.raises(ReadError, match="locked with a password"):
        read_pdf(data.getvalue(), "a.pdf")


@pytest.mark.skipif(not can_recognise(), reason="Tesseract is not installed")
def test_a_scanned_page_among_others_is_recognised():
    data = a_pdf("Visits are regular and on time.", a_picture_of("Seventeen children waited"))
    result = read_pdf(data, "a.pdf")
    assert "Seventeen children" in result.pages[1].text
    assert result.unread_pages == ()


def test_a_scanned_page_is_listed_as_unread_without_tesseract(monkeypatch):
    monkeypatch.setattr(module, "can_recognise", lambda: False)
    data = a_pdf("Visits are regular and on time.", a_picture_of("Seventeen children waited"))
    assert read_pdf(data, "a.pdf").unread_pages == (2,)


def test_a_scan_without_tesseract_names_what_to_install(monkeypatch):
    monkeypatch.setattr(module, "can_recognise", lambda: False)
    with pytest.raises(NoText, match="install Tesseract"):
        read_pdf(a_pdf(a_picture_of("Seventeen children waited")), "scan.pdf")


def test_an_empty_page_between_pages_is_no_scan():
    assert (
        read_pdf(
            a_pdf("Visits are regular and on time.", "", "Plans differ."), "a.pdf"
        ).unread_pages
        == ()
    )
