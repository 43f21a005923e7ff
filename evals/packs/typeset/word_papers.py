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
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from evals.packs.typeset.paper_hints import PaperHint
from evals.packs.typeset.paper_tables import PaperTable
from evals.packs.typeset.papers import Paper, Part, read_paper
from evals.packs.typeset.word_numbering import add_item_numbering, number
from evals.packs.typeset.word_tables import add_table, write_text

FACE = "Arial"
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
            add_table(document, part)
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
        write_text(paragraph, f"{label}\t{rest}")
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
            write_text(paragraph, part.text, bold=part.kind == "action" and len(part.text) < 20)
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
        write_text(paragraph, rest)
        number(paragraph, 1)
        return
    write_text(_hang(document.add_paragraph(), left=1.4, by=1.4), f"{label}\t{rest}")


def _hang(paragraph: Paragraph, *, left: float, by: float) -> Paragraph:
    paragraph.paragraph_format.left_indent = Cm(left)
    paragraph.paragraph_format.first_line_indent = Cm(-by)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(left))
    return paragraph


def _add_footer(document: WordDocument, paper: Paper) -> None:
    """The footer's own words once, with a live page number where the source has typed ones."""
    footer = document.sections[0].footer
    words = list(dict.fromkeys(re.sub(r"\s*Page \d+ of \d+$|^\d+$", "", x) for x in paper.footers))
    paragraph = footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if any("Page" in x for x in paper.footers):
        total = next(x.split()[-1] for x in paper.footers if "Page" in x)
        paragraph.add_run("Page ")
        _field(paragraph, "PAGE", "1")
        paragraph.add_run(f" of {total}")
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
