"""Pictures of pages → text, by Tesseract, where that program is installed."""

import contextlib
import functools
import logging
import math
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]
from PIL.Image import Image

from docs_store.pdfium import PDFIUM_LOCK

_LOG = logging.getLogger(__name__)
_DOTS_PER_INCH = 300
_SECONDS_A_PAGE = 60
_MOST_DOTS = 40_000_000
"""Dots of a picture of a page: A3 has 17 million at 300 to the inch. Larger pages get fewer to the
inch, or a page that claims to be a mile wide would fill the memory."""


@dataclass(frozen=True, slots=True)
class ScanLimits:
    """How much of one scan to recognise. `pages` is the most pages; together they may take
    `seconds_a_page` each, some more and some less. `tell` is called with the seconds that
    recognising may take in all, before it begins."""

    pages: int = 100
    seconds_a_page: float = 10.0
    tell: Callable[[float], None] = lambda _: None


@functools.cache
def can_recognise() -> bool:
    """Whether the tesseract program is installed."""
    return shutil.which("tesseract") is not None


def recognise_pages(
    data: bytes, indexes: Sequence[int], limits: ScanLimits | None = None
) -> dict[int, str]:
    """The text of the pages at 0-based `indexes` of the PDF `data`; a page that fails, or comes
    after the limits are reached, is left out."""
    limits = limits or ScanLimits()
    wanted = indexes[: limits.pages]
    allowed = limits.seconds_a_page * len(wanted)
    limits.tell(allowed + _SECONDS_A_PAGE)
    ends = time.monotonic() + allowed
    found = {}
    for index in wanted:
        if time.monotonic() >= ends:
            _LOG.warning("recognising stopped at page %d: it took too long", index + 1)
            break
        try:
            found[index] = _recognise(_render(data, index))
        except (RuntimeError, ValueError, OSError) as error:
            _LOG.warning("page %d could not be recognised: %s", index + 1, error)
    return found


def _recognise(image: Image) -> str:
    """The words of a picture. Raises RuntimeError (its TesseractError is one) or OSError."""
    import pytesseract  # brings pandas, where that is installed

    with _one_thread():
        text: str = pytesseract.image_to_string(
            image, lang="eng", config="--psm 3", timeout=_SECONDS_A_PAGE
        )
    return text.replace("\f", "")


@contextlib.contextmanager
def _one_thread() -> Iterator[None]:
    """Tesseract's own threads make it several times slower. The limit is for its process alone:
    left in ours, it makes torch loaded later compute wrong numbers in bfloat16."""
    is_ours = "OMP_THREAD_LIMIT" not in os.environ
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        yield
    finally:
        if is_ours:
            os.environ.pop("OMP_THREAD_LIMIT", None)


def _render(data: bytes, index: int) -> Image:
    """A grey picture of one page. PDFium is not thread-safe: one lock around all of it."""
    with PDFIUM_LOCK:
        document = pypdfium2.PdfDocument(data)
        try:
            page = document[index]
            width, height = page.get_size()
            most = math.sqrt(_MOST_DOTS / max(1.0, width * height))
            scale = min(_DOTS_PER_INCH / 72, most)
            picture: Image = page.render(scale=scale, grayscale=True).to_pil().copy()
            return picture
        finally:
            document.close()
