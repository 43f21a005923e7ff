"""Boxes over quoted words on a page that is only a picture: the words are recognised once more,
this time with where they stand."""

import logging
import shutil
from functools import lru_cache
from pathlib import Path

import pytesseract
from PIL.Image import Image

from docs_store.documents import Page, Span
from web.highlight import Box, joined
from web.pdf_page import opened, page_at, scale_within_bounds
from web.quote_search import locate

LOGGER = logging.getLogger(__name__)
_DOTS_PER_INCH = 300
_SECONDS = 20

Words = tuple[tuple[str, Box], ...]


def scan_boxes(file: Path, page: Page, span: Span) -> tuple[Box, ...]:
    """Where the quote at `span` of `page` stands on the picture; () where it cannot be located,
    where the page has text of its own, or where Tesseract is not installed."""
    words = _words(file, (page.number or 1) - 1)
    characters: list[str] = []
    owners: list[Box] = []
    for word, box in words:
        characters += word
        owners += [box] * len(word)
    ranges = locate(characters, page.text, span.start, span.end)
    found = dict.fromkeys(owners[i] for start, end in ranges for i in range(start, end))
    return tuple(joined(found))


@lru_cache(maxsize=512)
def is_scan(file: Path, position: int) -> bool:
    """Whether the page at 0-based `position` is only a picture, whose words take seconds to find."""
    return _picture(file, position, scale=0.05) is not None


@lru_cache(maxsize=128)
def _words(file: Path, position: int) -> Words:
    """The words on the picture, in reading order, each with its box."""
    image = _picture(file, position, _DOTS_PER_INCH / 72) if shutil.which("tesseract") else None
    if image is None:
        return ()
    try:
        read = pytesseract.image_to_data(
            image, config="--psm 3", timeout=_SECONDS, output_type=pytesseract.Output.DICT
        )
    except (RuntimeError, OSError, pytesseract.TesseractError) as error:
        LOGGER.warning("page %d of %s could not be recognised: %s", position + 1, file.name, error)
        return ()
    edges = zip(read["text"], read["left"], read["top"], read["width"], read["height"], strict=True)
    return tuple((word, _per_cent(image, *edge)) for word, *edge in edges if word.strip())


def _per_cent(image: Image, left: int, top: int, width: int, height: int) -> Box:
    across, down = 100 / image.width, 100 / image.height
    return Box(left * across, top * down, width * across, height * down)


def _picture(file: Path, position: int, scale: float) -> Image | None:
    """A grey picture of a page that has no text of its own, else None."""
    try:
        with opened(file) as document:
            page = page_at(document, position)
            if page.get_textpage().count_chars():
                return None
            bounded = scale_within_bounds(page.get_width(), page.get_height(), scale)
            drawn: Image = page.render(scale=bounded, grayscale=True).to_pil().copy()
            return drawn
    except (IndexError, ValueError, MemoryError):
        return None
