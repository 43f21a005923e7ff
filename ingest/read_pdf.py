"""PDF → pages, with the text exactly as pypdf gives it; pages without a text layer are recognised
from their picture."""

import io
import logging

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError, PyPdfError

from docs_store.documents import Page
from docs_store.errors import NoText, NotWhatItSays, ReadError
from ingest.read_scan import ScanLimits, can_recognise, recognise_pages
from ingest.reading import Metadata, ReadResult

_LOG = logging.getLogger(__name__)
logging.getLogger("pypdf").setLevel(logging.ERROR)

_LEAST_LETTERS = 12
"""Fewer letters than this on a page that shows a picture is no text layer."""
_LEAST_DRAWN = 2000
"""Bytes of drawing below which a page without text is simply empty."""

_MOST_READ, _MOST_PICTURED, _MOST_PAGES = 3_000_000, 10_000_000, 5_000
"""Bytes of drawing that are searched for text (a page of words has some thousand, a map millions),
and that are drawn to be recognised; and pages."""
_STUMBLES = (
    PyPdfError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
    OSError, NotImplementedError, AssertionError,
)  # fmt: skip
"""What pypdf raises at damaged files, besides its own errors."""


def read_pdf(data: bytes, name: str, scans: ScanLimits | None = None) -> ReadResult:
    """Read every page. Raises ReadError (damaged, locked) or NoText."""
    reader = _open(data, name)
    if not reader.pages:
        raise NoText(f"{name} has no pages: fetch it again.")
    if len(reader.pages) > _MOST_PAGES:
        raise ReadError(f"{name} has more than {_MOST_PAGES} pages: split it into parts.")
    read = [_page_text(reader, index, name) for index in range(len(reader.pages))]
    texts = [text or "" for text in read]
    bare = [
        i for i, text in enumerate(read) if text is not None and _letters(text) < _LEAST_LETTERS
    ]
    wanted = [i for i in bare if _has_picture(reader, i)] if len(bare) < len(texts) else bare
    recognised = recognise_pages(data, wanted, scans) if wanted and can_recognise() else {}
    for index, text in recognised.items():
        if _letters(text) > _letters(texts[index]):
            texts[index] = text
    if not any(_letters(text) for text in texts):
        raise NoText(_no_text(name, has_scan=bool(wanted)))
    unread = tuple(
        index + 1
        for index, text in enumerate(texts)
        if _letters(text) < _LEAST_LETTERS
        and (read[index] is None or (index in wanted and index not in recognised))
    )
    pages = tuple(Page(number, text) for number, text in enumerate(texts, start=1))
    return ReadResult("pdf", pages, metadata=_metadata(reader), unread_pages=unread)


def _open(data: bytes, name: str) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError(f"{name} is locked with a password: save a copy without one.")
        len(reader.pages)
    except ReadError:
        raise
    except Exception as error:
        _LOG.info("pypdf could not open %s: %s", name, error)
        raise NotWhatItSays(f"{name} is a damaged PDF: fetch or save it again.") from error
    return reader


def _page_text(reader: PdfReader, index: int, name: str) -> str | None:
    """The text of a page, "" where pypdf stumbles over it or it would take too long; None where the
    page is so much that nothing should touch it. The other pages go on."""
    drawn = 0
    try:
        page = reader.pages[index]
        drawn = _drawn(page)
        if drawn <= _MOST_READ:
            return page.extract_text()
        _LOG.warning("page %d of %s is drawn with too much to be read", index + 1, name)
        return "" if drawn <= _MOST_PICTURED else None
    except (LimitReachedError, MemoryError) as error:
        _LOG.warning("page %d of %s: %s", index + 1, name, str(error) or "memory ran out")
        return "" if drawn else None
    except _STUMBLES as error:
        _LOG.warning("page %d of %s: %s", index + 1, name, error)
        return ""


def _has_picture(reader: PdfReader, index: int) -> bool:
    """Whether a page without text draws something: a picture, or letters as shapes."""
    try:
        page = reader.pages[index]
        resources = page.get("/Resources")
        objects = resources.get_object().get("/XObject") if resources is not None else None
        if objects is not None and len(objects.get_object()) > 0:
            return True
        return _drawn(page) > _LEAST_DRAWN
    except _STUMBLES:
        return True


def _drawn(page: PageObject) -> int:
    """Bytes of the page's drawing, unpacked."""
    contents = page.get_contents()
    return len(contents.get_data()) if contents is not None else 0


def _metadata(reader: PdfReader) -> Metadata:
    try:
        title = reader.metadata.title if reader.metadata else None
    except _STUMBLES:
        title = None
    return Metadata(title=str(title).strip() or None if title else None)


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
