"""Reads a council paper's source text into titles, headings, paragraphs, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evals.packs.typeset.paper_hints import PaperHint
from evals.packs.typeset.paper_tables import PaperTable, table_at
from evals.packs.typeset.source_text import fold

PartKind = Literal[
    "title", "meta", "heading", "subheading", "numbered", "item", "plain", "note", "action"
]

FOOTER = re.compile(r"^(?:Page \d+ of \d+|\d{1,2}|NTC CYP .*|Getting to Good v1\.3\s+Page .*)$")
RULE = re.compile(r"^-{10,}$")
NEW_PARAGRAPH = re.compile(
    r"^(?:\d{1,2}\.\d{1,2} |\([a-z1-9]\) |- |ACTIONS?\b|A\d |RESOLVED|Table \d|K\d[: ]|"
    r"RAG ratings|Contact:)"
)
META = re.compile(r"^[A-Z][A-Za-z -]{2,30}:(?:\s|$)")
HEADING = re.compile(r"^(?:\d{1,2}\.|\d{1,2}/\d\d)\s+[A-Z]|^(?:APPENDIX|Appendix) [A-Z]\b")
NOTE = re.compile(r"^\d [A-Z]")


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of a paper."""

    kind: PartKind
    text: str


@dataclass(slots=True)
class Paper:
    """The paragraphs and tables in order, and the lines that belong in the page footer."""

    parts: list[Part | PaperTable]
    footers: list[str]


def read_paper(source: str, hint: PaperHint) -> Paper:
    """Everything in ``source``, in order; only blank lines and drawn rules are left out."""
    reader = _Reader(source.split("\n"), hint)
    return Paper(list(reader.parts()), reader.footers)


class _Reader:
    def __init__(self, lines: list[str], hint: PaperHint) -> None:
        self.lines = [line.rstrip() for line in lines]
        self.hint = hint
        self.footers: list[str] = []
        self._in_front = True
        self._in_lines_until = ""
        self._last_heading = ""
        self._tables = list(hint.tables)

    def parts(self) -> Iterator[Part | PaperTable]:
        pending: list[str] = []
        at = 0
        while at < len(self.lines):
            line = self.lines[at].strip()
            found = table_at(self.lines, at, self._tables[0]) if self._tables else None
            if found:
                yield from self._finish(pending)
                pending = []
                table, at = found
                self._tables.pop(0)
                yield table
                continue
            at += 1
            if FOOTER.match(line):
                self.footers.append(line)
                continue
            if not line or RULE.match(line) or self._starts_paragraph(line, pending):
                yield from self._finish(pending)
                pending = []
            if line and not RULE.match(line):
                pending.append(line)
        yield from self._finish(pending)

    def _starts_paragraph(self, line: str, pending: list[str]) -> bool:
        for opening, ending in self.hint.line_lists:
            if line.startswith(opening):
                self._in_lines_until = ending
        if self._in_lines_until and line.startswith(self._in_lines_until):
            self._in_lines_until = ""
            return True
        after_note = bool(pending and NOTE.match(pending[0]) and NOTE.match(line))
        return bool(
            self._in_lines_until
            or NEW_PARAGRAPH.match(line)
            or after_note
            or (self._in_front and META.match(line))
            or (pending and HEADING.match(pending[0]))
            or (pending and re.match(r"(Voting Members|ACTIONS)$", pending[0]))
        )

    def _finish(self, lines: list[str]) -> Iterator[Part]:
        if not lines:
            return
        text = fold("\n".join(lines))
        kind = self._kind(text, len(lines))
        if kind == "heading":
            self._last_heading = text
            self._in_front = self._in_front and not re.match(r"\d|APP|App|ACTIONS", text)
        yield Part(kind, "\t".join(re.split(r"\s{4,}", lines[0])) if len(lines) == 1 else text)

    def _kind(self, text: str, line_count: int) -> PartKind:
        """The first claim that fits; the order is the order of certainty."""
        is_heading_item = bool(HEADING.match(text)) and len(text) < 110 and text[-1] != "."
        is_named_title = self._in_front and text.startswith(self.hint.titles or ("\0",))
        is_capital_title = self._in_front and not self.hint.titles and text != "PRESENT"
        is_signature = text == "CHAIRMAN" or text.startswith("Contact:")
        is_lettered = bool(re.match(r"(?:\([a-z1-9]\)|-) ", text))
        is_numbered = bool(re.match(r"\d{1,2}\.\d{1,2} ", text))
        claims: tuple[tuple[bool, PartKind], ...] = (
            (is_heading_item, "heading"),
            (is_named_title, "title"),
            (text.startswith(("ACTION:", "RESOLVED")) or text[:3] in _ACTION_LABELS, "action"),
            (self._in_front and bool(META.match(text)), "meta"),
            (is_signature, "plain"),
            (_is_capitals(text), "title" if is_capital_title else "heading"),
            (is_numbered and not self.hint.is_landscape, "numbered"),
            (is_lettered or self._last_heading.startswith("APPENDIX B"), "item"),
            (bool(NOTE.match(text)), "note"),
            (line_count == 1 and self._is_label(text), "subheading"),
        )
        return next((kind for holds, kind in claims if holds), "plain")

    def _is_label(self, text: str) -> bool:
        """Short, opening with a capital, ending like no sentence; in a list, only the known ones."""
        if self._in_lines_until:
            return text in _ATTENDANCE
        return len(text) < 60 and text[0].isupper() and not _SENTENCE_LIKE.search(text)


_ACTION_LABELS = frozenset({"A1 ", "A2 ", "A3 ", "A4 "})
_SENTENCE_LIKE = re.compile(r"[.,:;)\d…]$|…|\.\.\.")
_ATTENDANCE = frozenset({"Voting Members", "Co-opted Members", "By invitation", "Officers"})


def _is_capitals(text: str) -> bool:
    return text == text.upper() and len(text) > 6 and any(c.isalpha() for c in text)
