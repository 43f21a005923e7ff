"""Reads a produced file back to plain text, to prove that no word of the source was lost."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf import PdfReader

_INLINE = frozenset({"a", "span", "button", "time", "b", "i", "em", "strong", "sup"})
_SILENT = frozenset({"style", "script"})


def squeeze(text: str) -> str:
    """White space folded to single spaces."""
    return " ".join(text.split())


def pdf_pages(pdf: bytes) -> list[str]:
    """The folded text of each page; an empty string for a scanned one."""
    return [squeeze(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]


def docx_text(path: Path) -> str:
    """Paragraphs, list numbers, table cells and footers, folded, in document order."""
    document = Document(str(path))
    counts = [0, 0]
    starts = _list_starts(document.part.numbering_part.element)
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells = {cell._tc: cell.text for cell in row.cells}
                lines.append(" ".join(cells.values()))
        else:
            lines.append(_list_number(block, counts, starts) + block.text)
    for section in document.sections:
        lines += [paragraph.text for paragraph in section.footer.paragraphs]
    return squeeze("\n".join(lines))


def _list_starts(numbering: object) -> dict[int, int]:
    """The first number of each numbered list that this package defines."""
    found: dict[int, int] = {}
    for num in numbering.findall(qn("w:num")):  # type: ignore[attr-defined]
        wanted = num.find(qn("w:abstractNumId")).get(qn("w:val"))
        for abstract in numbering.findall(qn("w:abstractNum")):  # type: ignore[attr-defined]
            if abstract.get(qn("w:abstractNumId")) == wanted:
                start = abstract.find(f"{qn('w:lvl')}/{qn('w:start')}")
                found[int(num.get(qn("w:numId")))] = int(start.get(qn("w:val")))
    return found


def _list_number(paragraph: Paragraph, counts: list[int], starts: dict[int, int]) -> str:
    values = paragraph._p.xpath("./w:pPr/w:numPr/w:ilvl/@w:val | ./w:pPr/w:numPr/w:numId/@w:val")
    if not values:
        return ""
    level, list_id = (int(value) for value in values)
    if level == 0:
        counts[0] = counts[0] + 1 if counts[0] else starts[list_id]
        counts[1] = 0
        return f"{counts[0]}. "
    counts[1] += 1
    return f"{counts[0]}.{counts[1]} "


def html_text(path: Path) -> str:
    """The text of the page without tags, styles and scripts, folded."""
    stripper = _Stripper()
    stripper.feed(path.read_text(encoding="utf-8"))
    return squeeze("".join(stripper.pieces))


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self.pieces.append("" if tag in _INLINE else "\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        self.pieces.append("" if tag in _INLINE else "\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)
