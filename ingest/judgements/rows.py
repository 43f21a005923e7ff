"""Rows "what is judged, its grade" in the lines of a document, however its cells were wrapped.

A label may stand over several lines, with pieces of the grade at the ends of some of them; the grade
may stand below its label; or all labels of a table come first and all grades after them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from docs_store.documents import Span
from docs_store.judgements import Area
from ingest.blocks import Block, Kind
from ingest.judgements.areas import area_of, may_open_label
from ingest.judgements.claims import Claim, Form
from ingest.judgements.grades import cut_before_grade, whole_grade
from ingest.lines import Line

_MOST_LINES = 8
_LONGEST_LINE = 160
_LONGEST_LABEL = 180
_ANY_LINE = (Kind.HEADING, Kind.ROW)
_LEAST_TABLE = 3
"""Rows in a row that make a table; fewer are headings."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A label, a grade, or both, over `count` lines."""

    area: Area | None
    grade: str | None
    count: int


def rows_in(blocks: Sequence[Block]) -> list[Claim]:
    """What the rows of a document claim, in order. The first of them opens a paragraph, or any line of
    a heading, in which lines may have run together."""
    lines = [line for block in blocks for line in block.lines]
    found: list[Claim] = []
    end = 0
    for start in _openings(blocks):
        if start >= end and may_open_label(lines[start].text):
            cells = list(_cells_from(lines, start))
            end = start + sum(cell.count for cell in cells)
            found.extend(_rows_of(cells, lines[start:end]))
    return found


def _openings(blocks: Sequence[Block]) -> Iterator[int]:
    """The numbers of the lines with which rows may open, counted over the document."""
    at = 0
    for block in blocks:
        count = len(block.lines) if block.kind in _ANY_LINE else min(1, len(block.lines))
        yield from range(at, at + count)
        at += len(block.lines)


def _cells_from(lines: Sequence[Line], at: int) -> Iterator[_Cell]:
    """The cells that stand one after another from line `at`; none unless the first is a label. An
    area that comes again is not of the same table."""
    seen: set[Area | None] = set()
    while at < len(lines):
        cell = _label_at(lines, at) or (_grade_at(lines, at) if seen else None)
        if cell is None or (cell.area and cell.area in seen):
            return
        yield cell
        at += cell.count
        seen.add(cell.area)


def _label_at(lines: Sequence[Line], start: int) -> _Cell | None:
    """A label with its grade, or without one, whichever takes in more lines."""
    if not may_open_label(lines[start].text):
        return None
    best: _Cell | None = None
    label = grade = ""
    for count, line in enumerate(lines[start : start + _MOST_LINES], start=1):
        if len(line.text) > _LONGEST_LINE:
            break
        cut = cut_before_grade(line.text)
        label, grade = f"{label} {line.text[:cut]}".strip(), f"{grade} {line.text[cut:]}".strip()
        area = area_of(label)
        whole = whole_grade(grade) if grade else None
        if area and (whole or not grade):
            best = _Cell(area, whole, count)
        elif len(label) > _LONGEST_LABEL or (best and best.grade and line.text[:cut].strip()):
            break
    return best


def _grade_at(lines: Sequence[Line], start: int) -> _Cell | None:
    best: _Cell | None = None
    grade = ""
    for count, line in enumerate(lines[start : start + 4], start=1):
        grade = f"{grade} {line.text}".strip()
        whole = whole_grade(grade)
        if whole:
            best = _Cell(None, whole, count)
    return best


def _rows_of(cells: Sequence[_Cell], lines: Sequence[Line]) -> list[Claim]:
    """The rows that cells in a row make; `lines` are theirs, one after another."""
    labels = [index for index, cell in enumerate(cells) if cell.area]
    grades = [index for index, cell in enumerate(cells) if cell.grade]
    pairs = [(index, index) for index in grades]
    if any(cells[index].area is None for index in grades):
        if len(labels) != len(grades):
            return []
        pairs = list(zip(labels, grades, strict=True))
    form = Form.TABLE if len(pairs) >= _LEAST_TABLE else Form.HEADING
    return [
        Claim(area, grade, form, _spans(cells, lines, pair))
        for pair in pairs
        if (area := cells[pair[0]].area) and (grade := cells[pair[1]].grade)
    ]


def _spans(
    cells: Sequence[_Cell], lines: Sequence[Line], pair: tuple[int, int]
) -> tuple[Span, ...]:
    """Where the lines of one cell, or of two apart, stand: a span for each page a cell touches."""
    found = []
    for index in dict.fromkeys(pair):
        first = sum(cell.count for cell in cells[:index])
        for page, on_page in groupby(
            lines[first : first + cells[index].count], key=lambda line: line.page
        ):
            stretch = list(on_page)
            found.append(Span(page, stretch[0].start, stretch[-1].end))
    return tuple(found)
