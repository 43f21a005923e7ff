import pytest

from ingest import read_scan
from ingest.read_scan import can_recognise, recognise_pages
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
