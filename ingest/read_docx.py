"""Word → one page without a number: paragraphs, lists and tables in the order of the body.

What a reader of the document sees is what is kept: automatic numbers are written out, the cells of
a row stand on one line with tabs between them; hidden and deleted words, and the running headers
and footers, are left out.
"""

import io
import re
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from docs_store.documents import Page
from docs_store.errors import NoText, NotWhatItSays
from ingest.docx_numbers import Numbers, number_in
from ingest.reading import Metadata, PageWriter, ReadResult, Role

_HEADING = re.compile(r"^(?:heading|title|subtitle)\s*(\d?)$", re.IGNORECASE)
_LEFT_OUT = frozenset(qn(name) for name in ("w:del", "w:moveFrom", "w:txbxContent", "w:instrText"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LONGEST_HEADING = 16


def read_docx(data: bytes, name: str) -> ReadResult:
    """Read the body. Raises NotWhatItSays where it is damaged, NoText where it has no words."""
    writer = PageWriter()
    try:
        document = docx.Document(io.BytesIO(data))
        body = _Body(document, writer)
        title = (document.core_properties.title or "").strip()
    except Exception as error:
        raise NotWhatItSays(
            f"{name} is a damaged Word document: save or fetch it again."
        ) from error
    body.write()
    if not any(character.isalnum() for character in writer.text):
        raise NoText(f"{name} holds no words outside its headers: save it as a PDF and add that.")
    return ReadResult(
        "docx", (Page(None, writer.text),), tuple(writer.hints), Metadata(title=title or None)
    )


class _Body:
    """The body of a document, ready to be written. Making one fails in python-docx's many ways where
    a part is missing or is not what it should be."""

    def __init__(self, document: WordDocument, writer: PageWriter) -> None:
        self._writer = writer
        self._blocks = list(_blocks(document.element.body))
        self._footnotes = list(_footnotes(document))
        self._numbers = Numbers(document)
        self._style_names = {style.style_id: style.name or "" for style in document.styles}

    def write(self) -> None:
        for block in self._blocks:
            if block.tag == qn("w:p"):
                self._write_paragraph(block)
            else:
                self._write_table(block)
        for number, text in self._footnotes:
            self._writer.write(f"{number} {text}", Role.NOTE)

    def _write_paragraph(self, paragraph: etree._Element) -> None:
        text = _text(paragraph)
        if not text:
            return
        level = self._heading_level(paragraph, text)
        numbering = self._numbers.of(paragraph)
        marker = self._numbers.next_marker(numbering) if numbering else ""
        is_numbered = re.fullmatch(r"[\d.]+", marker) is not None
        role = (
            Role.HEADING if level else Role.PARAGRAPH if not marker or is_numbered else Role.BULLET
        )
        if role is Role.PARAGRAPH and self._style(paragraph).startswith("List Bullet"):
            marker, role = "•", Role.BULLET
        self._writer.write(f"{marker} {text}".strip(), role, level=level)

    def _heading_level(self, paragraph: etree._Element, text: str) -> int:
        named = _HEADING.match(self._style(paragraph))
        if named:
            return int(named[1] or 1)
        outline = paragraph.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if outline is not None and (depth := number_in(outline.get(qn("w:val")), 9)) < 9:
            return depth + 1
        is_short = len(text.split()) <= _LONGEST_HEADING and text[-1] not in ".,;:"
        return 3 if is_short and _is_all_bold(paragraph) else 0

    def _style(self, paragraph: etree._Element) -> str:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self._style_names.get(style.get(qn("w:val"), ""), "") if style is not None else ""

    def _write_table(self, table: etree._Element) -> None:
        rows = [
            [list(_blocks(cell)) for cell in row.iterchildren(qn("w:tc"))] for row in _rows(table)
        ]
        if all(len(row) <= 1 for row in rows):
            for block in (block for row in rows for cell in row for block in cell):
                if block.tag == qn("w:p"):
                    self._write_paragraph(block)
                else:
                    self._write_table(block)
            return
        marked = [
            row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in _rows(table)
        ]
        for index, row in enumerate(rows):
            cells = [" ".join(self._cell_text(cell)) for cell in row]
            is_header = marked[index] or (index == 0 and _is_header(cells, len(rows)))
            self._writer.write("\t".join(c for c in cells if c), Role.ROW, is_header=is_header)

    def _cell_text(self, blocks: list[etree._Element]) -> Iterator[str]:
        for block in blocks:
            for paragraph in [block] if block.tag == qn("w:p") else block.iter(qn("w:p")):
                text = _text(paragraph)
                numbering = self._numbers.of(paragraph) if text else None
                marker = self._numbers.next_marker(numbering) if numbering else ""
                if text:
                    yield f"{marker} {text}".strip()


def _is_header(cells: list[str], row_count: int) -> bool:
    return (
        row_count > 2
        and len(cells) >= 3
        and all(cells)
        and all(len(cell) <= 40 and not cell.endswith(".") for cell in cells)
    )


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables below `parent`, through content controls and tracked insertions."""
    for child in parent.iterchildren():
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _blocks(child)


def _rows(table: etree._Element) -> list[etree._Element]:
    return [row for row in table.iter(qn("w:tr")) if next(row.iterancestors(qn("w:tbl"))) is table]


def _text(paragraph: etree._Element) -> str:
    return " ".join("".join(_pieces(paragraph)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag in _LEFT_OUT or child.tag == _FALLBACK:
            continue
        if child.tag == qn("w:r") and _is_on(child, "w:vanish"):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
            yield " "
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag not in (qn("w:pPr"), qn("w:rPr")):
            yield from _pieces(child)


def _is_on(run: etree._Element, name: str) -> bool:
    switch = run.find(f"{qn('w:rPr')}/{qn(name)}")
    return switch is not None and switch.get(qn("w:val"), "1") not in ("0", "false", "off")


def _is_all_bold(paragraph: etree._Element) -> bool:
    runs = [run for run in paragraph.iter(qn("w:r")) if "".join(_pieces(run)).strip()]
    return bool(runs) and all(_is_on(run, "w:b") for run in runs)


def _footnotes(document: WordDocument) -> Iterator[tuple[int, str]]:
    """Footnotes in order, numbered from 1 as Word shows them."""
    for part in document.part.package.iter_parts():
        if not str(part.partname).endswith("/footnotes.xml"):
            continue
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        notes = [note for note in root if note.get(qn("w:type")) is None]
        for number, note in enumerate(notes, start=1):
            text = " ".join(_text(paragraph) for paragraph in note.iter(qn("w:p"))).strip()
            if text:
                yield number, text
