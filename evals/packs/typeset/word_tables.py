"""Word tables with a repeated head, and ratings in the colours that plans give them."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from evals.packs.typeset.paper_tables import PaperTable
from evals.packs.typeset.source_text import NOTE_MARK

RAG_FILLS = {"BLUE": "9DC3E6", "GREEN": "A9D18E", "AMBER": "FFD966", "RED": "FF7C80"}


def write_text(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    """Add ``text``, its footnote marks raised."""
    for n, piece in enumerate(NOTE_MARK.split(text)):
        if piece:
            run = paragraph.add_run(piece)
            run.bold = bold or None
            run.font.superscript = True if n % 2 else None


def add_table(document: WordDocument, table: PaperTable) -> None:
    """Add ``table`` to the end of ``document``."""
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
        write_text(paragraph, text, bold=is_head or is_section)
        for run in paragraph.runs:
            run.font.size = Pt(9.5)
        fill = "D9D9D9" if is_head or is_section else RAG_FILLS.get(text.split(" ")[0], "")
        if fill:
            _shade(cell, fill)


def _shade(cell: _Cell, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    )
