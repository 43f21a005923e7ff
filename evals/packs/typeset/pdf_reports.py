"""Sets an inspection report as an A4 PDF, page for page as its source text divides it.

The source's page breaks, running lines and footnotes are kept because sentences that cross
them, and numbers that interrupt them, are what a reader of such reports must cope with.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph, Spacer, Table, TableStyle

from evals.packs.typeset.fonts import BODY, BOLD, register_fonts
from evals.packs.typeset.report_hints import BREAKS, HEADINGS, SECTION_OPENINGS
from evals.packs.typeset.source_text import NOTE_MARK, Block, SourcePage, fold, report_pages

GRADES = "Requires improvement to be good|Requires improvement|Good|Outstanding|Inadequate"
GRADED_ROW = re.compile(rf"^(.+?) ({GRADES})$")
ILACS_ROW = re.compile(rf"(.+?) ({GRADES})(?: |$)")
LEFT, RIGHT, TOP, BOTTOM = 25 * mm, 22 * mm, 26 * mm, 24 * mm
BODY_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.6, 9.2, 8.8, 8.4, 8.0)


def typeset_report(source: str, title: str) -> bytes:
    """The PDF of one report; the largest body size at which every source page fits one sheet."""
    register_fonts()
    pages = report_pages(source, HEADINGS, BREAKS)
    for size in BODY_SIZES:
        pdf, fits = _draw(pages, title, size)
        if fits:
            return pdf
    raise ValueError(f"a page of {title!r} does not fit one sheet")


def write_report(source: Path, target: Path, title: str) -> None:
    """Typeset ``source`` into ``target``."""
    target.write_bytes(typeset_report(source.read_text(encoding="utf-8"), title))


def marked_up(text: str) -> str:
    """Text as reportlab markup, footnote marks raised."""
    return NOTE_MARK.sub(r"<super>\1</super>", escape(text))


def _draw(pages: Sequence[SourcePage], title: str, size: float) -> tuple[bytes, bool]:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True, pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor("Ofsted")
    fits = True
    for number, page in enumerate(pages):
        _running(canvas, page.header, at_top=True)
        notes = [block for block in page.blocks if block.kind == "footnote"]
        body = [block for block in page.blocks if block.kind != "footnote"]
        story = _cover(body, size) if number == 0 else _body(body, size)
        lift = 14 * mm if notes else 0
        frame = Frame(
            LEFT, BOTTOM + lift, A4[0] - LEFT - RIGHT, A4[1] - TOP - BOTTOM - lift,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        frame.addFromList(story, canvas)
        fits = fits and not story
        _footnotes(canvas, notes)
        _running(canvas, page.footer, at_top=False)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue(), fits


def _style(size: float, **changes: object) -> ParagraphStyle:
    settings: dict[str, object] = {
        "fontName": BODY,
        "fontSize": size,
        "leading": size * 1.36,
        "spaceAfter": size * 0.72,
    }
    return ParagraphStyle("text", **(settings | changes))


def _heading_style(text: str, size: float) -> ParagraphStyle:
    is_section = text.startswith(SECTION_OPENINGS)
    scale = 1.22 if is_section else 1.04
    return _style(
        size * scale, fontName=BOLD, spaceBefore=size * 0.5, spaceAfter=size * 0.55, keepWithNext=1
    )


def _body(blocks: Sequence[Block], size: float) -> list[Flowable]:
    return [_flow(block, size) for block in blocks]


def _flow(block: Block, size: float) -> Paragraph:
    text = marked_up(block.text)
    if block.kind == "heading":
        return Paragraph(text, _heading_style(block.text, size))
    if block.kind == "numbered":
        return Paragraph(text, _style(size, leftIndent=9 * mm, bulletFontName=BODY,
                                      bulletFontSize=size), bulletText=block.label)  # fmt: skip
    if block.kind == "bullet":
        is_square = block.label == "\u25fc"
        bullet_size = size * (3.0 if is_square else 1.1)
        return Paragraph(text, _style(size, leftIndent=12 * mm if is_square else 11 * mm,
                                      bulletIndent=0 if is_square else 4 * mm,
                                      bulletFontName=BODY, bulletFontSize=bullet_size,
                                      spaceAfter=size * 0.45), bulletText=block.label)  # fmt: skip
    return Paragraph(text, _style(size))


def _cover(blocks: Sequence[Block], size: float) -> list[Flowable]:
    story: list[Flowable] = []
    rows: list[tuple[str, str]] = []
    ilacs = ""
    for block in blocks:
        text = f"{block.label} {block.text}".strip()
        if ilacs or text.startswith("Judgement Grade"):
            ilacs = f"{ilacs} {text}".strip()
            if not re.search(rf"Overall effectiveness ({GRADES})$", ilacs):
                continue
            head, rest = ilacs[:15], ilacs[16:]
            table_rows = [("Judgement", "Grade"), *ILACS_ROW.findall(rest)]
            assert fold(" ".join(" ".join(row) for row in table_rows)) == f"{head} {rest}"
            story += [_table(table_rows, size, has_head=True), Spacer(1, size * 1.2)]
            ilacs = ""
            continue
        graded = GRADED_ROW.match(text) if re.match(r"[123]\.", text) else None
        if graded:
            rows.append((graded[1], graded[2]))
            continue
        if rows:
            story += [_table(rows, size, has_head=False), Spacer(1, size * 1.2)]
            rows = []
        story.append(_cover_line(block, size, is_first=not story))
    return story


def _cover_line(block: Block, size: float, *, is_first: bool) -> Paragraph:
    text = marked_up(block.text)
    if is_first:
        return Paragraph(text, _style(20, leading=25, spaceAfter=16))
    label = re.match(r"(Inspection dates|Report published|Lead inspector):", text)
    if label:
        text = f"<b>{label[0]}</b>{text[label.end() :]}"
        return Paragraph(text, _style(size, spaceAfter=size * 0.9))
    if block.kind == "heading":
        return Paragraph(text, _style(size * 1.12, fontName=BOLD))
    return _flow(block, size)


def _table(rows: Sequence[tuple[str, str]], size: float, *, has_head: bool) -> Table:
    def cell(text: str, *, bold: bool = False, indent: float = 0) -> Paragraph:
        return Paragraph(
            marked_up(text),
            _style(size, fontName=BOLD if bold else BODY, spaceAfter=0, leftIndent=indent),
        )

    cells = []
    for number, (area, grade) in enumerate(rows):
        is_head = has_head and number == 0
        is_sub = area.startswith("2.")
        is_sub_area = bool(re.match(r"2\.\d ", area))
        bold = is_head or (not has_head and not is_sub_area)
        indent = 8 * mm if is_sub and is_sub_area else 0
        cells.append([cell(area, bold=bold, indent=indent), cell(grade, bold=is_head)])
    widths = [82 * mm, 58 * mm] if has_head else [100 * mm, 58 * mm]
    table = Table(cells, colWidths=widths, hAlign="LEFT")
    look = [
        ("GRID", (0, 0), (-1, -1), 0.7, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ]
    if has_head:
        look.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e4e4e4")))
    table.setStyle(TableStyle(look))
    return table


def _footnotes(canvas: Canvas, notes: Sequence[Block]) -> None:
    if not notes:
        return
    y = BOTTOM + 8 * mm
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, y + 12, LEFT + 50 * mm, y + 12)
    for note in notes:
        text = f"<super>{note.label}</super> {escape(note.text)}"
        paragraph = Paragraph(text, _style(7.5))
        paragraph.wrapOn(canvas, A4[0] - LEFT - RIGHT, 40)
        paragraph.drawOn(canvas, LEFT, y - 4)


def _running(canvas: Canvas, lines: Sequence[str], *, at_top: bool) -> None:
    """Running lines small and bold at the left, the page number larger at the right."""
    if not lines:
        return
    y = top = A4[1] - 14 * mm if at_top else 15 * mm
    canvas.setLineWidth(0.8)
    if not at_top:
        canvas.line(LEFT, y + 11, A4[0] - RIGHT, y + 11)
    for line in lines:
        number = re.search(r"(?:^|\s)(\d{1,2})$", line)
        text = line[: number.start()] if number else line
        if text:
            canvas.setFont(BOLD, 7)
            canvas.drawString(LEFT, y, text)
        if number:
            canvas.setFont(BODY, 12)
            canvas.drawRightString(A4[0] - RIGHT, top - 2, number[1])
        y -= 9 if text else 0
