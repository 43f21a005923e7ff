"""Plain text and Markdown → one page, as it is."""

from charset_normalizer import from_bytes

from docs_store.documents import Page
from ingest.reading import ReadResult

_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b")

_GUESSED_FROM = 200_000
"""Bytes from which an encoding is guessed."""


def read_text(data: bytes) -> ReadResult:
    """The file's characters as one page without a number; line ends become "\\n"."""
    text = decode(data) or ""
    return ReadResult("text", (Page(None, text.replace("\r\n", "\n").replace("\r", "\n")),))


def decode(data: bytes) -> str | None:
    """The text of `data`, or None where it is not text.

    UTF-8 and UTF-16 are known by their marks, UTF-8 by its form; then Windows-1252, then a guess.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    sample = data[:4096]
    if sum(byte in _CONTROL for byte in sample) > len(sample) // 100:
        return None
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    best = from_bytes(data[:_GUESSED_FROM]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")
