"""Reads the structure that a source text already shows: pages, paragraphs, bullets, headings.

Every typesetter starts from these blocks, so the wording is taken from one place and only the
layout differs between formats.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "numbered", "bullet", "footnote"]

PAGE_MARK = re.compile(r"^=====PAGE \d+=====\s*$", re.MULTILINE)
# Some of the texts lost their bullet characters and kept only the one space of the indent.
LOST_BULLET = "\uf0b7"
BULLET = re.compile(r"^\s*([\u2022\u25fc\uf0b7])\s+|^ (?=\S)(?!\d+\s*$)(?!\d\.\d)")
NUMBERED = re.compile(r"^\s*(\d{1,2}\.)\s+(?=\S)")
FOOTNOTE = re.compile(r"^\s*(\d) (?=Ofsted produces)")
NOTE_MARK = re.compile(r"(?:(?<=[a-z]{3})|(?<=TUPE)|(?<=ILACS))(\d)(?![\dA-Za-z])")
_BROKEN_WORD = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph's worth of text; ``label`` is its typed number or bullet character."""

    kind: BlockKind
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The blocks of one page, and the running lines above and below them."""

    header: tuple[str, ...]
    blocks: tuple[Block, ...]
    footer: tuple[str, ...]


def fold(text: str) -> str:
    """Collapse white space to single spaces and close words broken after a hyphen."""
    return " ".join(_BROKEN_WORD.sub("-", text).split())


def split_pages(source: str) -> list[list[str]]:
    """The source's own pages, each a list of lines with trailing spaces gone."""
    parts = PAGE_MARK.split(source)
    pages = parts[1:] if len(parts) > 1 else parts
    return [[line.rstrip() for line in part.strip("\n").split("\n")] for part in pages]


def report_pages(
    source: str, headings: Collection[str], breaks: Collection[str]
) -> list[SourcePage]:
    """Pages of an inspection report with running lines set apart.

    ``headings`` are folded heading texts that have no blank line around them in the source;
    ``breaks`` are openings of lines at which a new paragraph starts without a blank line.
    """
    pages = split_pages(source)
    running = _running_lines(pages)
    first = _report_page(pages[0], running, headings, breaks, is_cover=True)
    return [first, *(_report_page(lines, running, headings, breaks) for lines in pages[1:])]


def _running_key(line: str) -> str:
    return re.sub(r"\s+\d{1,2}$", "", fold(line))


def _running_lines(pages: list[list[str]]) -> set[str]:
    counts = Counter(
        key for lines in pages for key in {_running_key(x) for x in lines if x.strip()}
    )
    return {key for key, pages_with in counts.items() if pages_with > 1 and not key.isdigit()}


def _report_page(
    lines: list[str],
    running: set[str],
    headings: Collection[str],
    breaks: Collection[str],
    *,
    is_cover: bool = False,
) -> SourcePage:
    header: list[str] = []
    footer: list[str] = []
    body: list[str] = []
    for line in lines:
        is_running = line.strip().isdigit() or _running_key(line) in running
        is_before_body = not any(x.strip() for x in body)
        if is_running and is_before_body and is_cover and not line.strip().isdigit():
            body.append(line)  # the title of the report, which later pages repeat
        elif is_running and is_before_body:
            header.append(fold(line))
        elif is_running or (footer and line.strip()):
            footer.append(fold(line))
        else:
            body.append(line)
    return SourcePage(tuple(header), tuple(blocks_of(body, headings, breaks)), tuple(footer))


def blocks_of(
    lines: list[str], headings: Collection[str] = (), breaks: Collection[str] = ()
) -> Iterator[Block]:
    """Group lines into blocks, by blank lines, numbers, bullets and the two hints."""
    pending: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        span = _heading_span(lines, at, headings)
        if span:
            yield from _finish(pending)
            yield Block("heading", fold("\n".join(lines[at : at + span])))
            pending, at = [], at + span
            continue
        if not line.strip() or _starts_block(line, breaks):
            yield from _finish(pending)
            pending = []
        if line.strip():
            pending.append(line)
        at += 1
    yield from _finish(pending)


def _heading_span(lines: list[str], at: int, headings: Collection[str]) -> int:
    return next((n for n in (1, 2, 3) if fold("\n".join(lines[at : at + n])) in headings), 0)


def _starts_block(line: str, breaks: Collection[str]) -> bool:
    if BULLET.match(line) or NUMBERED.match(line) or FOOTNOTE.match(line):
        return True
    return line.strip().startswith(tuple(breaks))


def _finish(lines: list[str]) -> Iterator[Block]:
    if not lines:
        return
    whole = "\n".join(lines)
    patterns: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
        ("bullet", BULLET),
        ("numbered", NUMBERED),
        ("footnote", FOOTNOTE),
    )
    for kind, pattern in patterns:
        found = pattern.match(whole)
        if found:
            yield Block(kind, fold(whole[found.end() :]), found[1] or LOST_BULLET)
            return
    text = fold(whole)
    yield Block("heading" if _looks_like_heading(text, len(lines)) else "paragraph", text)


def _looks_like_heading(text: str, line_count: int) -> bool:
    return line_count <= 2 and len(text) < 140 and text[0].isupper() and text[-1] not in ".;,:"
