"""Writes a committee paper, minutes or a plan as a Word file with real styles and tables."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from evals.packs.typeset.paper_hints import PaperHint
from evals.packs.typeset.paper_tables import PaperTable
from evals.packs.typeset.papers import Paper, Part, read_paper
from evals.packs.typeset.source_text import NOTE_MARK
from evals.packs.typeset.word_numbering import add_item_numbering, number

FACE = "Arial"
RAG_FILLS = {"BLUE": "9DC3E6", "GREEN": "A9D18E", "AMBER": "FFD966", "RED": "FF7C80"}
_LABEL = re.compile(r"^([A-Z][A-Za-z -]{2,30}:)(\s.*)$", re.DOTALL)


def write_paper(
    source: Path, target: Path, *, hint: PaperHint, title: str, author: str, dated: dt.date
) -> None:
    """Write ``source`` as a Word file; the same text always gives the same bytes."""
    paper = read_paper(source.read_text(encoding="utf-8"), hint)
    document = Document()
    _set_up(document, hint, title, author, dated)
    first = next((p.text for p in paper.parts if isinstance(p, Part) and p.kind == "heading"), "")
    if hint.is_auto_numbered:
        add_item_numbering(document, int(first.split(".")[0]))
    for part in paper.parts:
        if isinstance(part, PaperTable):
            _add_table(document, part)
        else:
            _add_part(document, part, hint)
    _add_footer(document, paper)
    buffer = io.BytesIO()
    document.save(buffer)
    target.write_bytes(_without_clock(buffer.getvalue()))


def _set_up(
    document: WordDocument, hint: PaperHint, title: str, author: str, dated: dt.date
) -> None:
    core = document.core_properties
    core.title, core.author, core.last_modified_by = title, author, author
    core.created = core.modified = dt.datetime.combine(dated, dt.time(9, 30))
    core.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin = section.bottom_margin = Cm(2.0)
    if hint.is_landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    for name, size, before in (("Normal", 11, 0), ("Title", 15, 0), ("Heading 1", 12, 14),
                               ("Heading 2", 11, 10)):  # fmt: skip
        style = document.styles[name]
        style.font.name, style.font.size = FACE, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(7)
        if name != "Normal":
            style.font.bold = True
            style.font.color.rgb = RGBColor(0, 0, 0)
    border = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        document.styles["Title"].element.pPr.remove(border)


def _add_part(document: WordDocument, part: Part, hint: PaperHint) -> None:
    if part.kind == "title":
        document.add_paragraph(part.text, style="Title")
    elif part.kind == "heading":
        _add_heading(document, part.text, hint)
    elif part.kind == "subheading":
        document.add_heading(part.text, level=2)
    elif part.kind == "numbered":
        _add_numbered(document, part.text, hint)
    elif part.kind == "item":
        paragraph = _hang(document.add_paragraph(), left=2.4, by=0.9)
        label, _, rest = part.text.partition(" ")
        _write(paragraph, f"{label}\t{rest}")
    elif part.kind == "note":
        label, _, rest = part.text.partition(" ")
        paragraph = document.add_paragraph()
        paragraph.add_run(label).font.superscript = True
        paragraph.add_run(f" {rest}")
        for run in paragraph.runs:
            run.font.size = Pt(9)
    else:
        paragraph = document.add_paragraph()
        label_found = _LABEL.match(part.text) if part.kind in ("meta", "action") else None
        if label_found:
            paragraph.add_run(label_found[1]).bold = True
            paragraph.add_run(label_found[2])
        else:
            _write(paragraph, part.text, bold=part.kind == "action" and len(part.text) < 20)
        if part.kind == "meta":
            paragraph.paragraph_format.space_after = Pt(3)


def _add_heading(document: WordDocument, text: str, hint: PaperHint) -> None:
    item = re.match(r"\d{1,2}\.\s+", text)
    if hint.is_auto_numbered and item:
        number(document.add_heading(text[item.end() :], level=1), 0)
        return
    heading = document.add_heading(text, level=1)
    if text.upper().startswith("APPENDIX A"):
        heading.paragraph_format.page_break_before = True


def _add_numbered(document: WordDocument, text: str, hint: PaperHint) -> None:
    label, _, rest = text.partition(" ")
    if hint.is_auto_numbered:
        paragraph = document.add_paragraph()
        _write(paragraph, rest)
        number(paragraph, 1)
        return
    _write(_hang(document.add_paragraph(), left=1.4, by=1.4), f"{label}\t{rest}")


def _hang(paragraph: Paragraph, *, left: float, by: float) -> Paragraph:
    paragraph.paragraph_format.left_indent = Cm(left)
    paragraph.paragraph_format.first_line_indent = Cm(-by)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(left))
    return paragraph


def _write(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    """Add ``text``, its footnote marks raised."""
    for n, piece in enumerate(NOTE_MARK.split(text)):
        if piece:
            run = paragraph.add_run(piece)
            run.bold = bold or None
            run.font.superscript = True if n % 2 else None


def _add_table(document: WordDocument, table: PaperTable) -> None:
    rows = ([table.header] if table.header else []) + list(table.rows)
    word = document.add_table(rows=0, cols=len(table.widths_cm), style="Table Grid")
    word.autofit = False
    for column, width in zip(word.columns, table.widths_cm, strict=True):
        column.width = Cm(width)
    for n, cells in enumerate(rows):
        is_head = bool(table.header) and n == 0
        _add_row(word, cells, table.widths_cm, is_head=is_head)
    document.add_paragraph().paragraph_format.space_after = Pt(4)


def _add_row(
    word: Table, cells: tuple[str, ...], widths_cm: tuple[float, ...], *, is_head: bool
) -> None:
    row = word.add_row()  # type: ignore[no-untyped-call]
    if is_head:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, width in zip(row.cells, widths_cm, strict=True):
        cell.width = Cm(width)
    is_section = len(cells) == 1
    if is_section:
        row.cells[0].merge(row.cells[-1])
    for n, text in enumerate(cells):
        cell = row.cells[n]
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.keep_with_next = is_section
        _write(paragraph, text, bold=is_head or is_section)
        for run in paragraph.runs:
            run.font.size = Pt(9.5)
        fill = "D9D9D9" if is_head or is_section else RAG_FILLS.get(text.split(" ")[0], "")
        if fill:
            _shade(cell, fill)


def _shade(cell: _Cell, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    )


def _add_footer(document: WordDocument, paper: Paper) -> None:
    """The footer's own words once, with live page numbers where the source has typed ones."""
    footer = document.sections[0].footer
    words = list(dict.fromkeys(re.sub(r"\s*Page \d+ of \d+$|^\d+$", "", x) for x in paper.footers))
    paragraph = footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if any("Page" in x for x in paper.footers):
        total = next(x.split()[-1] for x in paper.footers if "Page" in x)
        paragraph.add_run("Page ")
        _field(paragraph, "PAGE", "1")
        paragraph.add_run(" of ")
        _field(paragraph, "NUMPAGES", total)
    else:
        _field(paragraph, "PAGE", "1")
    for text in filter(None, words):
        footer.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in footer.paragraphs:
        line.paragraph_format.space_after = Pt(0)
        for run in line.runs:
            run.font.size = Pt(8)


def _field(paragraph: Paragraph, code: str, shown: str) -> None:
    field = parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" {code} "><w:r>'
        f'<w:rPr><w:sz w:val="16"/></w:rPr><w:t>{shown}</w:t></w:r></w:fldSimple>'
    )
    paragraph._p.append(field)


def _without_clock(archive: bytes) -> bytes:
    """The same zip with every entry dated 1 January 1980."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, date_time=(1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(entry.filename))
    return out.getvalue()
