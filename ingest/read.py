"""What is this file? Told from its bytes, never from its name; then read by the reader for it."""

import io
import zipfile
from pathlib import Path

from docs_store.errors import EmptyFile, NoText, NotWhatItSays, ReadError
from ingest.bounds import MOST_CHARACTERS
from ingest.read_docx import read_docx
from ingest.read_html import looks_like_html, read_html
from ingest.read_pdf import read_pdf
from ingest.read_scan import ScanLimits
from ingest.read_text import decode, read_text
from ingest.reading import ReadResult, storable

_NAMES = {"pdf": "a PDF", "docx": "a Word document", "html": "a web page", "text": "plain text"}
_SUFFIXES = {
    ".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
}  # fmt: skip
_OTHER_CONTENT = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Office document", "save it as .docx"),
    (b"{\\rtf", "a rich text file", "save it as .docx"),
    (b"\x89PNG", "a picture", "save it as a PDF"),
    (b"\xff\xd8\xff", "a picture", "save it as a PDF"),
    (b"II*\x00", "a picture", "save it as a PDF"),
    (b"GIF8", "a picture", "save it as a PDF"),
)

_MOST_UNPACKED, _MOST_OF_WORDS, _MOST_PARTS = 400_000_000, 40_000_000, 20_000
"""Bytes of all parts of a Word file together, of those that hold words, and how many parts."""


def read(path: Path, data: bytes | None = None, scans: ScanLimits | None = None) -> ReadResult:
    """Read the file at `path` (or `data`, its bytes, where already at hand), recognising as much of
    a scan as `scans` allows.

    Raises EmptyFile, NotWhatItSays or NoText, or ReadError where the file cannot be opened.
    """
    if data is None:
        try:
            data = path.read_bytes()
        except OSError as error:
            reason = error.strerror or "unknown reason"
            raise ReadError(
                f"{path.name} cannot be opened ({reason}): check that it is there and readable."
            ) from error
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise EmptyFile(f"{path.name} is empty: fetch or save it again.")
    content = _content_of(path.name, data)
    claimed = _SUFFIXES.get(path.suffix.lower())
    _check_claim(path.name, claimed, content)
    result = _read_as(content, data, path.name, scans)
    if sum(len(page.text) for page in result.pages) > MOST_CHARACTERS:
        raise ReadError(
            f"{path.name} holds more text than any document should: split it into parts."
        )
    return storable(result)


def _read_as(content: str, data: bytes, name: str, scans: ScanLimits | None) -> ReadResult:
    if content == "pdf":
        return read_pdf(data, name, scans)
    if content == "docx":
        return read_docx(data, name)
    if content == "html":
        return read_html(data, name)
    result = read_text(data)
    if not any(character.isalnum() for character in result.pages[0].text):
        raise NoText(f"{name} holds no words: check that it is the right file.")
    return result


def _content_of(name: str, data: bytes) -> str:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _content_of_zip(name, data)
    for start, what, remedy in _OTHER_CONTENT:
        if data.startswith(start):
            raise NotWhatItSays(f"{name} is {what}, which cannot be read: {remedy}.")
    text = decode(data)
    if text is None:
        raise NotWhatItSays(
            f"{name} is neither PDF, Word, HTML nor text: save it as one of these and add it again."
        )
    return "html" if looks_like_html(text) else "text"


def _content_of_zip(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            unpacked = sum(part.file_size for part in parts)
            of_words = sum(part.file_size for part in parts if part.filename.endswith(".xml"))
    except zipfile.BadZipFile as error:
        raise NotWhatItSays(f"{name} is a damaged archive: fetch or save it again.") from error
    if unpacked > _MOST_UNPACKED or of_words > _MOST_OF_WORDS or len(parts) > _MOST_PARTS:
        raise ReadError(f"{name} unpacks to more than any document holds: save it as a PDF.")
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        raise NotWhatItSays(
            f"{name} is an OpenDocument file, which cannot be read: save it as .docx or PDF."
        )
    raise NotWhatItSays(
        f"{name} is an archive or another kind of Office file: save its documents as PDF or .docx."
    )


def _check_claim(name: str, claimed: str | None, content: str) -> None:
    """A web page or text behind the name of a PDF or Word file is an error page or a failed
    download; other mismatches are harmless and the content decides."""
    if claimed in ("pdf", "docx") and content in ("html", "text"):
        raise NotWhatItSays(
            f"{name} is named as {_NAMES[claimed]} but holds {_NAMES[content]}, "
            "often an error page: download the document again."
        )
