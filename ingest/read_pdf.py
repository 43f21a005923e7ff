"""PDF → pages with the text that PDFium finds; pages without a text layer are recognised from their
picture."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from docs_store.documents import Page
from docs_store.errors import NoText, NotWhatItSays, ReadError
from docs_store.pdfium import PDFIUM_LOCK
from ingest.pdf_streams import unpacks_too_far
from ingest.pdf_text import text_of
from ingest.read_scan import ScanLimits, can_recognise, recognise_pages
from ingest.reading import Metadata, ReadResult

_LOG = logging.getLogger(__name__)

_LEAST_LETTERS = 12
"""Fewer letters than this on a page that shows a picture is no text layer."""
_LEAST_DRAWN = 40
"""Fewer lines and shapes than this on a page without words or pictures draw no letters."""
_MOST_PAGES = 5_000


def read_pdf(data: bytes, name: str, scans: ScanLimits | None = None) -> ReadResult:
    """Read every page. Raises ReadError (damaged, locked) or NoText."""
    if unpacks_too_far(data):
        raise ReadError(f"{name} unpacks to more than any document holds: print it to a new PDF.")
    with PDFIUM_LOCK, _opened(data, name) as document:
        count = len(document)
        if not count:
            raise NoText(f"{name} has no pages: fetch it again.")
        if count > _MOST_PAGES:
            raise ReadError(f"{name} has more than {_MOST_PAGES} pages: split it into parts.")
        read = [_page_text(document, index, name) for index in range(count)]
        bare = [i for i, text in enumerate(read) if text is not None and _is_bare(text)]
        is_scan = len(bare) == count
        wanted = bare if is_scan else [i for i in bare if _has_picture(document[i])]
        metadata = Metadata(title=document.get_metadata_value("Title").strip() or None)
    texts = [text or "" for text in read]
    recognised = recognise_pages(data, wanted, scans) if wanted and can_recognise() else {}
    for index, text in recognised.items():
        if _letters(text) > _letters(texts[index]):
            texts[index] = text
    if all(not _letters(text) for text in texts):
        raise NoText(_no_text(name, has_scan=bool(wanted)))
    unread = tuple(
        index + 1
        for index, text in enumerate(texts)
        if _is_bare(text) and (read[index] is None or (index in wanted and index not in recognised))
    )
    pages = tuple(Page(number, text) for number, text in enumerate(texts, start=1))
    return ReadResult("pdf", pages, metadata=metadata, unread_pages=unread)


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise ReadError(
                f"{name} is locked with a password: save a copy without one."
            ) from error
        _LOG.info("PDFium could not open %s: %s", name, error)
        raise NotWhatItSays(f"{name} is a damaged PDF: fetch or save it again.") from error
    with document:
        yield document


def _page_text(document: pdfium.PdfDocument, index: int, name: str) -> str | None:
    """The text of a page; None where PDFium cannot read it. The other pages go on."""
    try:
        page = document[index]
        try:
            return text_of(page)
        finally:
            page.close()
    except pdfium.PdfiumError as error:
        _LOG.warning("page %d of %s: %s", index + 1, name, error)
        return None


def _has_picture(page: pdfium.PdfPage) -> bool:
    """Whether a page without words draws something: a picture, or letters as shapes."""
    drawn = 0
    for found in page.get_objects():
        drawn += found.type == raw.FPDF_PAGEOBJ_PATH
        if found.type == raw.FPDF_PAGEOBJ_IMAGE or drawn >= _LEAST_DRAWN:
            return True
    return False


def _is_bare(text: str) -> bool:
    return _letters(text) < _LEAST_LETTERS


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def _no_text(name: str, *, has_scan: bool) -> str:
    if not has_scan:
        return f"{name} holds no page that can be read: print it to a new PDF."
    if can_recognise():
        return (
            f"{name} holds only pictures in which no words could be recognised: find a better scan."
        )
    return f"{name} is a scan without a text layer: install Tesseract and add the file again."
