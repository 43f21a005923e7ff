"""A page of a document for the eye: its image, and boxes or a <mark> over the quoted words."""

from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_int
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import ceil
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from markupsafe import Markup, escape
from pypdfium2 import raw

from docs_store.documents import Page, Span
from web.pdf_page import opened, page_at, scale_within_bounds
from web.quote_search import locate

IMAGE_WIDTH = 1240  # pixels: 150 dots an inch on A4, sharp on a tablet
_COLOURS = 64
_GRID = 100_000  # device units across a page when its coordinates are asked for
_SAME_LINE_GAP = 4.0  # per cent of the page's width


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in per cent of its width and height, from the top left."""

    left: float
    top: float
    width: float
    height: float


def text_with_mark(text: str, start: int, end: int) -> Markup:
    """`text` as HTML with the characters from `start` to `end` in a <mark>; all of it escaped."""
    marked = Markup("<mark>{}</mark>").format(text[start:end])
    return escape(text[:start]) + marked + escape(text[end:])


@lru_cache(maxsize=64)
def page_image(file: Path, position: int) -> tuple[bytes, int, int]:
    """The page at 0-based `position` as a PNG, with its width and height in pixels.

    Raises IndexError where there is no such page, ValueError where PDFium cannot read the file or
    the page has no size, MemoryError where there is no room for the picture.
    """
    with opened(file) as document:
        page = page_at(document, position)
        image = page.render(scale=_scale(*page.get_size())).to_pil().convert("RGB")
    out = BytesIO()
    image.quantize(_COLOURS, dither=0).save(out, "PNG", optimize=True)
    return out.getvalue(), image.width, image.height


@lru_cache(maxsize=256)
def page_size(file: Path, position: int) -> tuple[int, int]:
    """Width and height in pixels that `page_image` will have, without drawing it. Raises as it does."""
    with opened(file) as document:
        width, height = page_at(document, position).get_size()
    scale = _scale(width, height)
    return ceil(width * scale), ceil(height * scale)


def _scale(width: float, height: float) -> float:
    if width <= 0:
        raise ValueError(f"a page {width} wide cannot be drawn")
    return scale_within_bounds(width, height, IMAGE_WIDTH / width)


def boxes(file: Path, page: Page, span: Span) -> tuple[Box, ...]:
    """Where the quote at `span` of `page` stands on the page's image; () if it cannot be located.

    The document is let go while the quote is looked for: others may want theirs. Raises ValueError
    where PDFium cannot read the file.
    """
    position = (page.number or 1) - 1
    with opened(file) as document:
        if not 0 <= position < len(document):
            return ()
        characters = _characters(document[position].get_textpage())
    ranges = locate(characters, page.text, span.start, span.end)
    return _boxes_of(file, position, ranges) if ranges else ()


def _boxes_of(file: Path, position: int, ranges: Sequence[tuple[int, int]]) -> tuple[Box, ...]:
    """The boxes of ranges of PDFium's characters."""
    with opened(file) as document:
        shown = page_at(document, position)
        edges = list(_edges(shown.get_textpage(), ranges))
        return tuple(joined(_box(shown, *edge) for edge in edges))


def _characters(text: pdfium.PdfTextPage) -> list[str]:
    """One string a PDFium character. `get_text_range` will not do: its indices drift."""
    return [chr(raw.FPDFText_GetUnicode(text, i) or 32) for i in range(text.count_chars())]


def _edges(
    text: pdfium.PdfTextPage, ranges: Sequence[tuple[int, int]]
) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right and top of every run of the ranges, in the page's own units."""
    for start, end in ranges:
        for i in range(text.count_rects(start, end - start)):
            yield text.get_rect(i)


def _box(page: pdfium.PdfPage, left: float, bottom: float, right: float, top: float) -> Box:
    """In per cent of what is drawn: PDFium allows for rotation and for the crop box."""
    corners = [_on_grid(page, left, top), _on_grid(page, right, bottom)]
    (x0, x1), (y0, y1) = (sorted(axis) for axis in zip(*corners, strict=True))
    return Box(x0, y0, x1 - x0, y1 - y0)


def _on_grid(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = c_int(), c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, x, y, byref(across), byref(down))
    return 100 * across.value / _GRID, 100 * down.value / _GRID


def joined(rectangles: Iterable[Box]) -> list[Box]:
    """PDFium gives one rectangle a run of text: join the runs of a line."""
    lines: list[Box] = []
    for box in rectangles:
        if lines and _same_line(lines[-1], box):
            lines[-1] = _around(lines[-1], box)
        else:
            lines.append(box)
    return lines


def _same_line(last: Box, box: Box) -> bool:
    middle = box.top + box.height / 2
    gap = box.left - (last.left + last.width)
    return last.top <= middle <= last.top + last.height and gap < _SAME_LINE_GAP


def _around(one: Box, other: Box) -> Box:
    left, top = min(one.left, other.left), min(one.top, other.top)
    right = max(one.left + one.width, other.left + other.width)
    bottom = max(one.top + one.height, other.top + other.height)
    return Box(left, top, right - left, bottom - top)
