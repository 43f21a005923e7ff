from io import BytesIO
from math import ceil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from docs_store.documents import Page, Span
from web.highlight import page_image, page_size
from web.pdf_page import MOST_ON_A_SIDE, MOST_PIXELS, opened, scale_within_bounds
from web.scan_highlight import is_scan, scan_boxes

SIDE = st.floats(min_value=1e-3, max_value=1e7)


def blank(path: Path, width: float, height: float) -> Path:
    canvas = Canvas(str(path), pagesize=(width, height))
    canvas.showPage()
    canvas.save()
    return path


@given(width=SIDE, height=SIDE, wanted=st.floats(min_value=1e-3, max_value=1e6))
def test_no_page_becomes_a_picture_beyond_the_bounds(width: float, height: float, wanted: float):
    scale = scale_within_bounds(width, height, wanted)
    across, down = ceil(width * scale), ceil(height * scale)
    assert across * down <= MOST_PIXELS
    assert max(across, down) <= MOST_ON_A_SIDE


def test_a_page_of_ordinary_size_is_drawn_as_large_as_is_wanted():
    assert scale_within_bounds(595, 842, 300 / 72) == 300 / 72


@pytest.mark.parametrize(
    ("width", "height"), [(0, 10), (10, 0), (-1, 10), (10, float("inf")), (float("nan"), 10)]
)
def test_a_page_without_a_size_is_refused(width: float, height: float):
    with pytest.raises(ValueError, match="cannot be drawn"):
        scale_within_bounds(width, height, 1)


@pytest.mark.parametrize(("width", "height"), [(1, 14400), (14400, 1), (14400, 14400)])
def test_a_monstrous_page_is_drawn_small(tmp_path: Path, width: float, height: float):
    file = blank(tmp_path / "page.pdf", width, height)
    content, *size = page_image(file, 0)
    assert tuple(size) == page_size(file, 0) == Image.open(BytesIO(content)).size
    assert size[0] * size[1] <= MOST_PIXELS


def test_a_monstrous_scan_is_looked_at_within_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    seen: list[tuple[int, int]] = []

    def look(image: Image.Image, **_: object) -> dict[str, list[str]]:
        seen.append(image.size)
        return {name: [] for name in ("text", "left", "top", "width", "height")}

    monkeypatch.setattr("web.scan_highlight.shutil.which", lambda _: "tesseract")
    monkeypatch.setattr("web.scan_highlight.pytesseract.image_to_data", look)
    file = blank(tmp_path / "scan.pdf", 14400, 14400)
    assert is_scan(file, 0)
    assert scan_boxes(file, Page(1, "Words."), Span(0, 0, 6)) == ()
    ((across, down),) = seen
    assert across * down <= MOST_PIXELS


def test_what_pdfium_cannot_read_is_a_value_error(tmp_path: Path):
    (tmp_path / "no.pdf").write_bytes(b"not a pdf")
    with pytest.raises(ValueError, match=r"\S"), opened(tmp_path / "no.pdf"):
        pass
