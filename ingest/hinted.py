"""Blocks of a document whose format tells what each stretch is: Word and HTML."""

import re
from collections.abc import Iterator, Sequence

from docs_store.documents import Page
from ingest.blocks import Block, Kind, is_caption
from ingest.footnotes import GLUED_MARK
from ingest.lines import Line
from ingest.reading import Hint, Role

_KINDS = {
    Role.HEADING: Kind.HEADING,
    Role.PARAGRAPH: Kind.PARAGRAPH,
    Role.BULLET: Kind.BULLET,
    Role.ROW: Kind.ROW,
    Role.NOTE: Kind.NOTE,
}
_SIGN = re.compile(r"^[•◼▪■●○*–-]\s+")
_NUMBER = re.compile(
    r"^(\d{1,3}(?:\.\d{1,3}){0,3})[.)]\s+|^(\d{1,3}(?:\.\d{1,3}){1,3})\s+(?=[A-Z‘“\"'(£\d])"
)
_LISTED = re.compile(r"^(\d{1,2})\s+[A-Z‘“(]")
_NOTABLE = (Kind.NOTE, Kind.PARAGRAPH)


def blocks_from_hints(pages: Sequence[Page], hints: Sequence[Hint]) -> Iterator[Block]:
    """One block for each hint, its bullet or number set apart from its words."""
    for hint in hints:
        text = pages[hint.page].text[hint.start : hint.end]
        line = Line(hint.page, hint.start, hint.end, text, gap=1)
        kind, number, marker = _KINDS[hint.role], None, ""
        sign, numbered = _SIGN.match(text), _NUMBER.match(text)
        if sign and kind is not Kind.ROW:
            line, marker, kind = line.without_start(sign.end()), "•", Kind.BULLET
        elif numbered and kind in (Kind.PARAGRAPH, Kind.HEADING):
            line, number = line.without_start(numbered.end()), numbered[1] or numbered[2]
        if kind is Kind.HEADING and is_caption(Block(kind, [line])):
            kind = Kind.PARAGRAPH
        if line.text:
            yield Block(kind, [line], number, marker, level=hint.level, is_header=hint.is_header)


def marks_in(blocks: Sequence[Block]) -> frozenset[str]:
    """The labels of footnotes that are listed in the text and stand glued to words elsewhere in it."""
    listed = [
        m[1] for block in blocks if block.kind in _NOTABLE and (m := _LISTED.match(block.text))
    ]
    glued = {mark for block in blocks for mark in GLUED_MARK.findall(block.text)}
    return frozenset(label for label in listed if label in glued)
