"""What a reader hands on: pages as extracted, and what only the file format could know."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from docs_store.documents import Page
from ingest.bounds import LONGEST_ADDRESS, LONGEST_BLOCK, LONGEST_NAME, cut


class Role(StrEnum):
    """What a stretch of a page is, where the format says so."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ROW = "row"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Hint:
    """Characters `start` to `end` of page `page` (0-based) are one whole block of this role.

    `level` is the depth of a heading (1 is the highest). `is_header` marks the head row of a table.
    """

    page: int
    start: int
    end: int
    role: Role
    level: int = 0
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself outside its text; None where it says nothing."""

    title: str | None = None
    site: str | None = None
    address: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A file as read. `hints` is empty where the format knows no structure; otherwise the hints
    cover all text worth keeping, in reading order. `unread_pages` are 1-based."""

    format: str
    pages: tuple[Page, ...]
    hints: tuple[Hint, ...] = ()
    metadata: Metadata = Metadata()
    unread_pages: tuple[int, ...] = ()

    @property
    def page_count(self) -> int | None:
        """How many pages, None where the format has none."""
        return len(self.pages) if self.pages and self.pages[0].number is not None else None


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(result: ReadResult) -> ReadResult:
    """The result without characters that no database takes (NUL and halves of characters), each
    replaced by one that says so, so that every other keeps its place; its names cut to length."""
    pages = tuple(Page(page.number, _storable(page.text)) for page in result.pages)
    known = result.metadata
    metadata = replace(
        known,
        title=_storable(known.title[:LONGEST_NAME]) if known.title else None,
        site=_storable(known.site[:LONGEST_NAME]) if known.site else None,
        address=_storable(known.address[:LONGEST_ADDRESS]) if known.address else None,
    )
    return replace(result, pages=pages, metadata=metadata)


def _storable(text: str) -> str:
    return _UNSTORABLE.sub("\ufffd", text)


class PageWriter:
    """Builds the one page of a format without pages, noting where each block stands."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.hints: list[Hint] = []

    @property
    def text(self) -> str:
        """The page so far."""
        return "".join(self._parts)

    def write(self, text: str, role: Role, *, level: int = 0, is_header: bool = False) -> None:
        """Add one block on a line of its own; headings and paragraphs are set off by an empty line."""
        if len(text) > LONGEST_BLOCK:
            for start, end in cut(text, LONGEST_BLOCK):
                self._write(text[start:end].strip(), role, level, is_header)
        else:
            self._write(text.strip(), role, level, is_header)

    def _write(self, text: str, role: Role, level: int, is_header: bool) -> None:
        if not text:
            return
        gap = self._gap(role)
        start = self._length + len(gap)
        self._parts.extend((gap, text))
        self._length = start + len(text)
        self.hints.append(Hint(0, start, self._length, role, level, is_header))

    def _gap(self, role: Role) -> str:
        if not self.hints:
            return ""
        tight = (Role.BULLET, Role.ROW)
        return "\n" if role in tight and self.hints[-1].role in (*tight, Role.PARAGRAPH) else "\n\n"
