"""Genuine Word automatic numbering: the numbers are in the list definition, not in the text."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

ABSTRACT_ID = 90
NUM_ID = 90


def add_item_numbering(document: Document, first: int) -> None:
    """Define a two-level list, "24." and "24.1", whose first item has the number ``first``."""
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{ABSTRACT_ID}">'
        '<w:multiLevelType w:val="multilevel"/>'
        f"{_level(0, first, '%1.', 567)}{_level(1, 1, '%1.%2', 794)}"
        "</w:abstractNum>"
    )
    concrete = parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{NUM_ID}"><w:abstractNumId w:val="{ABSTRACT_ID}"/></w:num>'
    )
    first_num = numbering.find("{*}num")
    if first_num is None:
        numbering.append(abstract)
    else:
        first_num.addprevious(abstract)
    numbering.append(concrete)


def number(paragraph: Paragraph, level: int) -> None:
    """Make ``paragraph`` an item of the list at ``level`` (0 or 1)."""
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{NUM_ID}"/></w:numPr>'
        )
    )


def _level(level: int, start: int, text: str, hanging: int) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{hanging}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
