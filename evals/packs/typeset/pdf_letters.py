"""Sets a monitoring letter as a PDF, line for line as the source text has it.

Real letters come out of a PDF reader as one short line after another, often double-spaced, with
page numbers between the halves of a sentence; keeping the lines keeps that difficulty.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from evals.packs.typeset.fonts import BODY, BOLD, register_fonts
from evals.packs.typeset.source_text import LOST_BULLET

LineKind = Literal["plain", "heading", "bullet", "under_bullet", "letterhead"]

PAGE_NUMBER = re.compile(r"^\s*(?:Page )?\d{1,2}\s*$")
LEFT, RIGHT, TOP, BOTTOM = 25 * mm, 20 * mm, 24 * mm, 24 * mm
WIDTH = A4[0] - LEFT - RIGHT
NARROW = 0.9  # Vera set a little narrow looks like the face that the letters are really set in
BULLET_INDENT = 6 * mm


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the letter: ``blanks`` is how many empty lines stand before it."""

    text: str
    blanks: int
    kind: LineKind = "plain"
    bullet: str = ""
    is_double: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page, with its page number where the source prints one."""

    lines: tuple[Line, ...]
    number_above: str = ""
    number_below: str = ""


def typeset_letter(source: str, title: str) -> bytes:
    """The PDF of one letter, with its text."""
    register_fonts()
    sheets = list(_sheets(source))
    is_double = _is_double_spaced([line for sheet in sheets for line in sheet.lines])
    sheets = [replace(sheet, lines=tuple(_with_kinds(sheet.lines, is_double))) for sheet in sheets]
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.setTitle(title)
    canvas.setAuthor("Ofsted")
    size = _size([line for sheet in sheets for line in sheet.lines])
    if len(sheets) == 1:
        sheets = list(_flow(sheets[0].lines, size))
    for sheet in sheets:
        _draw_sheet(canvas, sheet, size)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def write_letter(source: Path, target: Path, title: str) -> None:
    """Typeset ``source`` into ``target``."""
    target.write_bytes(typeset_letter(source.read_text(encoding="utf-8"), title))


def _sheets(source: str) -> Iterator[Sheet]:
    """Split at printed page numbers: "Page 2" ends a page, a bare "2" opens one."""
    lines: list[Line] = []
    above = ""
    blanks = 0
    for raw in source.split("\n"):
        if not raw.strip():
            blanks += 1
        elif PAGE_NUMBER.match(raw) and raw.strip().startswith("Page"):
            yield Sheet(tuple(lines), number_below=raw.strip())
            lines, blanks = [], 0
        elif PAGE_NUMBER.match(raw):
            yield Sheet(tuple(lines), above)
            lines, blanks, above = [], 0, raw.strip()
        else:
            lines.append(Line(raw.rstrip(), blanks))
            blanks = 0
    if lines:
        yield Sheet(tuple(lines), above)


def _is_double_spaced(lines: Sequence[Line]) -> bool:
    return sum(line.blanks > 0 for line in lines) > len(lines) / 2


def _with_kinds(lines: Sequence[Line], is_double: bool) -> Iterator[Line]:
    """Tell headings, bullets and the letterhead from ordinary lines."""
    base = min((len(x.text) - len(x.text.lstrip()) for x in lines), default=0)
    dear = next((i for i, x in enumerate(lines) if x.text.strip().startswith("Dear ")), -1)
    close = next((i for i, x in enumerate(lines) if "Yours sincerely" in x.text), len(lines))
    is_double_address = _is_double_spaced(lines[: dear + 1])
    in_bullet = False
    for at, line in enumerate(lines):
        double_here = is_double if at > dear + 1 else is_double_address
        gap = 2 if double_here else 1
        text = line.text.strip()
        indent = len(line.text) - len(line.text.lstrip()) - base
        marked = re.match(r"([\u2022\uf0b7])\s+", text)
        after = lines[at + 1].blanks if at + 1 < len(lines) else 0
        kind: LineKind = "plain"
        bullet = ""
        if marked or (dear < at < close and indent == 1):
            kind, bullet = "bullet", marked[1] if marked else LOST_BULLET
            text = text[marked.end() :] if marked else text
        elif in_bullet and line.blanks < gap:
            kind = "under_bullet"
        elif at < 7 and dear > 0 and _in_letterhead(lines, at):
            kind = "letterhead"
        elif at == dear + 1 or (
            dear < at < close and min(line.blanks, after) >= gap and _is_title(text)
        ):
            kind = "heading"
        in_bullet = kind in ("bullet", "under_bullet")
        yield Line(text, line.blanks, kind, bullet, double_here)


def _in_letterhead(lines: Sequence[Line], at: int) -> bool:
    opening = lines[: at + 1]
    return lines[0].text.strip().startswith("Ofsted") and not any(x.blanks for x in opening[1:])


def _is_title(text: str) -> bool:
    return len(text) < 90 and text[0].isupper() and text[-1] not in ".,:;" and text[:5] != "Dear "


def _size(lines: Sequence[Line]) -> float:
    """The largest size, up to 12 points, at which the longest line fits."""
    longest = max(
        stringWidth(x.text, BOLD if x.kind == "heading" else BODY, 1.0) * NARROW for x in lines
    )
    return float(min(12.0, (WIDTH - BULLET_INDENT) / longest))


def _advance(line: Line, size: float) -> float:
    """How far below its predecessor a line stands, in points."""
    if line.kind == "letterhead":
        return size * 1.2
    if line.is_double:
        return size * (1.62 + 0.62 * min(2, max(0, line.blanks - 1)))
    return size * (1.45 + 0.85 * min(3, line.blanks))


def _flow(lines: Sequence[Line], size: float) -> Iterator[Sheet]:
    room = A4[1] - TOP - BOTTOM
    page: list[Line] = []
    used = 0.0
    number = 1
    for at, line in enumerate(lines):
        step = _advance(line, size)
        needs = step * (3 if line.kind == "heading" else 1)
        if page and used + needs > room:
            yield Sheet(tuple(page), number_below=str(number))
            page, used, number = [], 0.0, number + 1
        page.append(line if page or not at else replace(line, blanks=0))
        used += step
    yield Sheet(tuple(page), number_below=str(number))


def _draw_sheet(canvas: Canvas, sheet: Sheet, size: float) -> None:
    steps = [_advance(line, size) for line in sheet.lines]
    squeeze = min(1.0, (A4[1] - TOP - BOTTOM) / sum(steps))
    if sheet.number_above:
        _put(canvas, sheet.number_above, A4[0] / 2, A4[1] - 14 * mm, BODY, 9)
    y = A4[1] - TOP
    for line, step in zip(sheet.lines, steps, strict=True):
        y -= step * squeeze
        _draw_line(canvas, line, y, size)
    if sheet.number_below:
        _put(canvas, sheet.number_below, A4[0] / 2, 13 * mm, BODY, 9)


def _draw_line(canvas: Canvas, line: Line, y: float, size: float) -> None:
    if line.kind == "letterhead":
        columns = re.split(r"\s{3,}", line.text)
        is_name = line.text.startswith("Ofsted")
        for x, text in zip((LEFT, LEFT + 105 * mm), columns, strict=False):
            bold = is_name and x == LEFT
            _put(canvas, text, x, y, BOLD if bold else BODY, 14 if bold else 9)
        return
    if line.kind == "bullet":
        _put(canvas, line.bullet, LEFT + 2, y, BODY, size)
    x = LEFT + (BULLET_INDENT if "bullet" in line.kind else 0)
    _put(canvas, line.text, x, y, BOLD if line.kind == "heading" else BODY, size)


def _put(canvas: Canvas, text: str, x: float, y: float, font: str, size: float) -> None:
    words = canvas.beginText(x, y)
    words.setFont(font, size)
    words.setHorizScale(NARROW * 100)
    words.textLine(text)
    canvas.drawText(words)
