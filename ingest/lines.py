"""Lines of pages with their places, and text put together from lines that remembers those places."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docs_store.documents import Page, Span
from ingest.bounds import LONGEST_LINE, cut

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_MID_BULLET = re.compile(r"(?<=\S)\s+[\uf0b7\uf0a7\uf06e\uf02d\uf0d8\uf0fc◼▪●](?=\s*\w)")
_BLANK = " \t\xa0\u200b\u200c\u200d\u2060\ufeff\u3000\u202f\u205f" + "".join(
    map(chr, range(0x2000, 0x200B))
)


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one line: `text` is exactly page `page` from `start` to `end`.

    `gap` is the number of empty lines above it on its page, 0 for the first; `indent` the number of
    blanks before it.
    """

    page: int
    start: int
    end: int
    text: str
    gap: int = 0
    indent: int = 0

    def without_start(self, count: int) -> "Line":
        """The line less its first `count` characters and the white space after them."""
        rest = self.text[count:]
        kept = rest.lstrip(_BLANK)
        return replace(self, start=self.start + len(self.text) - len(kept), text=kept)


def lines_of(pages: Sequence[Page]) -> list[list[Line]]:
    """The lines of each page that hold more than white space."""
    return [list(_lines_of_page(index, page.text)) for index, page in enumerate(pages)]


def _lines_of_page(page: int, text: str) -> Iterator[Line]:
    breaks_before, last_end, is_first = 0, 0, True
    for found in _LINE.finditer(text):
        breaks_before += text.count("\n", last_end, found.start())
        last_end = found.end()
        raw = found[0]
        words = raw.strip(_BLANK)
        if not words:
            continue
        start = found.start() + len(raw) - len(raw.lstrip(_BLANK))
        gap = 0 if is_first else max(0, breaks_before - 1)
        line = Line(page, start, start + len(words), words, gap, start - found.start())
        for piece in [line] if len(words) <= LONGEST_LINE else _cut(line):
            yield from _split_at_bullets(piece)
        breaks_before, is_first = 0, False


def _cut(line: Line) -> Iterator[Line]:
    for start, end in cut(line.text, LONGEST_LINE):
        text = line.text[start:end]
        words = text.strip(_BLANK)
        at = line.start + start + len(text) - len(text.lstrip(_BLANK))
        if words:
            yield replace(line, start=at, end=at + len(words), text=words, gap=0)


def _split_at_bullets(line: Line) -> Iterator[Line]:
    """A bullet in mid-line opens a line of its own: extraction has run two lines together."""
    at = 0
    for bullet in _MID_BULLET.finditer(line.text):
        words = line.text[at : bullet.start()].rstrip(_BLANK)
        yield replace(
            line,
            start=line.start + at,
            end=line.start + at + len(words),
            text=words,
            gap=line.gap if at == 0 else 0,
        )
        at = bullet.start() + len(bullet[0]) - len(bullet[0].lstrip(_BLANK))
    if at == 0:
        yield line
    else:
        yield replace(line, start=line.start + at, text=line.text[at:], gap=0)


@dataclass(frozen=True, slots=True)
class Repaired:
    """Text for reading, each stretch of which knows its place on a page.

    `starts[i]` is where stretch i starts in `text`; it stands at `places[i]` = (page, offset) and is
    copied character for character.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where characters `start` to `end` stand: one span for each page, in reading order."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, end - 1) - 1, 0)
        found: dict[int, tuple[int, int]] = {}
        for index in range(first, last + 1):
            page, offset = self.places[index]
            low = max(start, self.starts[index])
            stop = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            high = min(end, stop)
            if index < last:
                high = low + len(self.text[low:high].rstrip())
            from_ = offset + low - self.starts[index]
            to = offset + high - self.starts[index]
            known = found.get(page, (from_, to))
            found[page] = (min(known[0], from_), max(known[1], to))
        return tuple(Span(page, *found[page]) for page in sorted(found))


class Joiner:
    """Joins lines to running text, with the repairs of `clean.py` applied."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []
        self._length = 0

    def add(self, text: str, page: int, offset: int, separator: str) -> None:
        """Add a stretch that stands at `offset` of `page`, after `separator` unless it is the first."""
        if not text:
            return
        if self._parts and separator:
            self._parts.append(separator)
            self._length += len(separator)
        self._starts.append(self._length)
        self._places.append((page, offset))
        self._parts.append(text)
        self._length += len(text)

    def done(self) -> Repaired:
        """The text so far."""
        return Repaired("".join(self._parts), tuple(self._starts), tuple(self._places))
