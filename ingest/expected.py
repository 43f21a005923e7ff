"""What a download is expected to be, by the file name it is to have; and whether it is."""

import html
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ingest.download_errors import DownloadError

_HEAD = 1 << 15
_TAIL = 1 << 15
_ANYTHING = ("", "application/octet-stream", "binary/octet-stream", "application/force-download",
             "application/download", "application/x-download")  # fmt: skip
_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|title|meta|div|h1|p)\b", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>(.{0,300}?)</title", re.IGNORECASE | re.DOTALL)
_NO_PAGE = re.compile(
    r"\b404\b|\b403 forbidden\b|\bpage (?:was )?(?:not|cannot be) found\b|^access denied\b"
    r"|^just a moment\b|\bservice unavailable\b|^error\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Format:
    """A format, its name for a reader, and the content types under which servers send it."""

    name: str
    content_types: tuple[str, ...]


PDF = Format("a PDF", ("application/pdf", "application/x-pdf"))
WORD = Format(
    "a Word document",
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/msword",
        "application/zip",
    ),
)
WEB = Format("a web page", ("text/html", "application/xhtml+xml"))
TEXT = Format("plain text", ("text/plain", "text/markdown"))

_BY_SUFFIX = {
    ".pdf": PDF, ".docx": WORD, ".html": WEB, ".htm": WEB, ".xhtml": WEB,
    ".txt": TEXT, ".text": TEXT, ".md": TEXT,
}  # fmt: skip
SUFFIXES = tuple(_BY_SUFFIX)


def format_of(file_name: str) -> Format | None:
    """The format that a file of this name has, None for one that is not read."""
    return _BY_SUFFIX.get(PurePosixPath(file_name).suffix.lower())


def check_content_type(expected: Format, header: str) -> None:
    """Raise DownloadError when a Content-Type header says that this is something else."""
    sent = header.partition(";")[0].strip().lower()
    if sent not in _ANYTHING and sent not in expected.content_types:
        what = WEB.name if sent in WEB.content_types else sent[:60]
        raise DownloadError(_mismatch(expected, what))


def check_file(expected: Format, file: Path) -> None:
    """Raise DownloadError unless the bytes of `file` are of the format, and whole."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        head = opened.read(_HEAD)
        opened.seek(max(0, size - _TAIL))
        tail = opened.read()
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise DownloadError("It is empty: check the address in a browser.")
    found = _found(head)
    if found is not expected and not (expected is TEXT and found is WEB):
        raise DownloadError(_mismatch(expected, found.name if found else "something unknown"))
    if expected is PDF and b"%%EOF" not in tail:
        raise DownloadError("The PDF is cut short: it has no end mark.")
    if expected is WORD and not _is_word(file):
        raise DownloadError("The Word document is damaged or cut short.")
    if expected is WEB:
        _check_page(head)


def _found(head: bytes) -> Format | None:
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return WORD
    text = _text(head)
    if "\x00" in text:
        return None
    return WEB if _MARKUP.search(text) else TEXT


def _text(head: bytes) -> str:
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return head.decode("utf-16" if is_wide else "utf-8", "replace")


def _is_word(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


def _check_page(head: bytes) -> None:
    """Sites answer 200 with a page that says there is none, or that asks who is there."""
    title = _TITLE.search(_text(head))
    words = " ".join(html.unescape(title[1]).split()) if title else ""
    if _NO_PAGE.search(words):
        raise DownloadError(
            f'It is an error page ("{words[:80]}"): check the address in a browser.'
        )


def _mismatch(expected: Format, found: str) -> str:
    hint = ", often an error page" if found == WEB.name else ""
    return f"It answered with {found} where {expected.name} was expected{hint}."
