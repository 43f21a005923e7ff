"""A page of a PDF: opened under the lock, and drawn within bounds that no page can burst."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from docs_store.pdfium import PDFIUM_LOCK

MOST_PIXELS = 20_000_000
MOST_ON_A_SIDE = 16_000  # pixels: more than browsers and Tesseract are sure to take
_ROUNDED_UP = 2 * MOST_ON_A_SIDE  # pixels that rounding both sides up adds at most


def scale_within_bounds(width: float, height: float, wanted: float) -> float:
    """`wanted` pixels a unit, or fewer where a page of that size would become too large a picture.

    Raises ValueError for a page without a size.
    """
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise ValueError(f"a page of {width} by {height} cannot be drawn")
    by_area = math.sqrt(MOST_PIXELS - _ROUNDED_UP) / math.sqrt(width) / math.sqrt(height)
    return min(wanted, by_area, (MOST_ON_A_SIDE - 1) / max(width, height))


@contextmanager
def opened(file: Path) -> Iterator[pdfium.PdfDocument]:
    """The document, for this thread alone: be quick. Raises ValueError where PDFium cannot read it."""
    try:
        with PDFIUM_LOCK, pdfium.PdfDocument(file) as document:
            yield document
    except pdfium.PdfiumError as error:
        raise ValueError(str(error)) from error


def page_at(document: pdfium.PdfDocument, position: int) -> pdfium.PdfPage:
    """The page at 0-based `position`. Raises IndexError where there is none."""
    if not 0 <= position < len(document):
        raise IndexError(position)
    return document[position]
