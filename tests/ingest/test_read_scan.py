import io
import time

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest import read_scan
from ingest.read_scan import ScanLimits, can_recognise, recognise_pages
from tests.ingest.test_read_pdf import a_pdf, a_picture_of


@pytest.mark.skipif(not can_recognise(), reason="Tesseract is not installed")
def test_a_picture_of_words_becomes_words():
    found = recognise_pages(a_pdf(a_picture_of("Visits are regular")), [0])
    assert "Visits are regular" in found[0]


def test_a_page_that_cannot_be_rendered_is_left_out(monkeypatch):
    def fail(*_args):
        raise ValueError("no such page")

    monkeypatch.setattr(read_scan, "_render", fail)
    assert recognise_pages(b"", [0]) == {}


def test_pages_beyond_the_limit_are_left_out(monkeypatch):
    monkeypatch.setattr(read_scan, "_render", lambda _data, index: index)
    monkeypatch.setattr(read_scan, "_recognise", lambda index: f"page {index}")
    told: list[float] = []
    limits = ScanLimits(pages=2, seconds_a_page=5, tell=told.append)
    assert recognise_pages(b"", range(500), limits) == {0: "page 0", 1: "page 1"}
    assert told == [70.0]


def test_recognising_stops_when_its_time_is_up(monkeypatch):
    monkeypatch.setattr(read_scan, "_render", lambda _data, index: index)

    def slowly(_image):
        time.sleep(0.06)
        return "words"

    monkeypatch.setattr(read_scan, "_recognise", slowly)
    assert len(recognise_pages(b"", range(10), ScanLimits(seconds_a_page=0.01))) < 4


def test_a_page_that_claims_to_be_huge_is_pictured_small():
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(14000, 14000))
    canvas.drawString(60, 700, "A page of five metres")
    canvas.save()
    picture = read_scan._render(data.getvalue(), 0)
    assert picture.width * picture.height <= 40_100_000
