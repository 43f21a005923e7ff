"""PDF → pages, with the text exactly as pypdf gives it; pages without a text layer are recognised
from their picture."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

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


def read_pdf(data: bytes, name: str, scans: ScanLimits | None = None) -> ReadResult:
    """Read every page. Raises ReadError (damaged, locked) or NoText."""
    reader = _open(data, name)
    texts = [_page_text(reader, index, name) for index in range(len(reader.pages))]
    if not texts:
        raise NoText(f"{name} has no pages: fetch it again.")
    bare = [i for i, text in enumerate(texts) if _letters(text) < _LEAST_LETTERS]
    wanted = [i for i in bare if _has_picture(reader, i)] if len(bare) < len(texts) else bare
    recognised = recognise_pages(data, wanted, scans) if wanted and can_recognise() else {}
    for index, text in recognised.items():
        if _letters(text) > _letters(texts[index]):
            texts[index] = text
    if not any(_letters(text) for text in texts):
        raise NoText(_no_text(name))
    unread = tuple(
        i + 1 for i in wanted if _letters(texts[i]) < _LEAST_LETTERS and i not in recognised
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


def _page_text(reader: PdfReader, index: int, name: str) -> str:
    """A page that pypdf stumbles over is left without text; the others go on."""
    try:
        return reader.pages[index].extract_text()
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
    ) as error:
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
        contents = page.get_contents()
        return contents is not None and len(contents.get_data()) > _LEAST_DRAWN
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return True


def _metadata(reader: PdfReader) -> Metadata:
    try:
        title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        title = None
    return Metadata(title=str(title).strip() or None if title else None)


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def _no_text(name: str) -> str:
    if can_recognise():
        return (
            f"{name} holds only pictures in which no words could be recognised: find a better scan."
        )
    return f"{name} is a scan without a text layer: install Tesseract and add the file again."
