"""Pictures of pages → text, by Tesseract, where that program is installed."""

import contextlib
import functools
import logging
import os
import shutil
from collections.abc import Iterator, Sequence

import pypdfium2  # type: ignore[import-untyped]
import pytesseract

from docs_store.pdfium import PDFIUM_LOCK

_LOG = logging.getLogger(__name__)
_DOTS_PER_INCH = 300
_SECONDS_A_PAGE = 60


@functools.cache
def can_recognise() -> bool:
    """Whether the tesseract program is installed."""
    return shutil.which("tesseract") is not None


def recognise_pages(data: bytes, indexes: Sequence[int]) -> dict[int, str]:
    """The text of the pages at 0-based `indexes` of the PDF `data`; a page that fails is left out."""
    found = {}
    for index in indexes:
        try:
            image = _render(data, index)
            with _one_thread():
                text = pytesseract.image_to_string(
                    image, lang="eng", config="--psm 3", timeout=_SECONDS_A_PAGE
                )
            found[index] = text.replace("\f", "")
        except (RuntimeError, ValueError, OSError, pytesseract.TesseractError) as error:
            _LOG.warning("page %d could not be recognised: %s", index + 1, error)
    return found


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


def _render(data: bytes, index: int):  # type: ignore[no-untyped-def]
    """A grey picture of one page. PDFium is not thread-safe: one lock around all of it."""
    with PDFIUM_LOCK:
        document = pypdfium2.PdfDocument(data)
        try:
            page = document[index]
            return page.render(scale=_DOTS_PER_INCH / 72, grayscale=True).to_pil().copy()
        finally:
            document.close()
