"""Repairs to running text, each of which only ever removes marks that no reader reads as words.

- white space is folded; soft hyphens and zero-width characters go
- "out-of-" + "hours" is joined without a space, and so is "extra- familial" within a line
- "inspec-" + "tion" loses its hyphen where the document has the whole word elsewhere
- the mark of a footnote that stands on the page goes: "people1" → "people"
"""

import re
from collections.abc import Iterator, Sequence

from ingest.lines import Joiner, Line, Repaired

_CUT = re.compile(
    r"\s{2,}|[\t\xa0\u2002\u2003\u2009\u3000]|\s*[\u200b\u200c\u200d\u2060\ufeff\xad]+\s?"
    r"|(?<=[a-z]-) (?=[a-z])(?!(?:and|or|to|nor|as|but|than|the|in|for|of)\b)"
)
_NEEDS_CARE = re.compile(
    r"\s{2,}|[\t\xa0\u2002\u2003\u2009\u3000\u200b\u200c\u200d\u2060\ufeff\xad]|[a-z]- [a-z]"
)
_GLUED_MARK = re.compile(
    r"(?<=[A-Za-z][A-Za-z.,;:)’'”%])(\d{1,2})(?=[\s.,;:)’”]|$)|(?<=[a-z][a-z])(\d{1,2})(?=[\s.,;:)’”]|$)"
)
_BROKEN = re.compile(r"([A-Za-z]+)-$")
_FIRST_WORD = re.compile(r"^([a-z]+)(?![-\w])")
_KEPT_OPEN = re.compile(r"^(?:and|or|to|nor)\b")

_LONGEST_WORD = 60


class Repairs:
    """The repairs for one document: which footnote marks stand on which page, which words it uses."""

    def __init__(self, words: frozenset[str], marks: dict[int, frozenset[str]]) -> None:
        self._words = words
        self._marks = marks

    def join(self, lines: Sequence[Line]) -> Repaired:
        """The lines as one running text."""
        joiner = Joiner()
        tail = ""
        for index, line in enumerate(lines):
            following = lines[index + 1].text if index + 1 < len(lines) else ""
            is_open = tail.endswith(("-", "\xad")) and not tail.endswith((" -", "–-"))
            separator = "" if is_open and not _KEPT_OPEN.match(line.text) else " "
            cut_end = 1 if self._is_split_word(line.text, following) else 0
            for piece, offset, between in self._pieces(line, cut_end):
                joiner.add(piece, line.page, offset, separator)
                separator = between
            tail = line.text
        return joiner.done()

    def _pieces(self, line: Line, cut_end: int) -> Iterator[tuple[str, int, str]]:
        """Stretches to keep, their offsets, and what stands between each and the next."""
        text = line.text[: len(line.text) - cut_end]
        marks = self._marks.get(line.page, frozenset())
        if not marks and not _NEEDS_CARE.search(text):
            yield text, line.start, ""
            return
        at, held, between = 0, 0, ""
        piece = ""
        for start, end, instead in [*self._cuts(text, marks), (len(text), len(text), "")]:
            if start > at:
                if piece:
                    yield piece, line.start + held, between
                piece, held, between = text[at:start], at, ""
            between = between or instead
            at = max(at, end)
        if piece:
            yield piece, line.start + held, between

    def _cuts(self, text: str, marks: frozenset[str]) -> list[tuple[int, int, str]]:
        cuts = []
        for found in _CUT.finditer(text):
            is_join = found[0] == " " or not found[0].strip("\u200b\u200c\u200d\u2060\ufeff\xad")
            cuts.append((found.start(), found.end(), "" if is_join else " "))
        if marks:
            for found in _GLUED_MARK.finditer(text):
                if found[0] in marks:
                    cuts.append((found.start(), found.end(), ""))
            cuts.extend(_roman_cuts(text, marks))
        return sorted(cuts)

    def _is_split_word(self, text: str, following: str) -> bool:
        """ "inspec-" + "tion": the document knows the whole word, and not the hyphened one."""
        if not text.endswith("-"):
            return False
        broken, rest = _BROKEN.search(text[-_LONGEST_WORD:]), _FIRST_WORD.match(following)
        if not broken or not rest:
            return False
        whole = (broken[1] + rest[1]).lower()
        return whole in self._words and f"{broken[1]}-{rest[1]}".lower() not in self._words


def _roman_cuts(text: str, marks: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Endnote marks glued to a whole word, given as "reformsv" → "v" in `marks` as "reforms|v"."""
    for mark in marks:
        word, _, sign = mark.partition("|")
        if sign:
            for found in re.finditer(rf"\b{re.escape(word)}({sign})(?![\w])", text):
                yield found.start(1), found.end(1), ""


def vocabulary(pages: Sequence[str]) -> frozenset[str]:
    """Every word of the document in lower case, hyphened words whole."""
    words: set[str] = set()
    for text in pages:
        words.update(re.findall(r"[a-z]+(?:-[a-z]+)*", text.lower()))
    return frozenset(words)
