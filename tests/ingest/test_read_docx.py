import io

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from docs_store.errors import NoText, NotWhatItSays
from ingest.read_docx import read_docx
from ingest.reading import Role


def a_document(build):
    document = docx.Document()
    build(document)
    data = io.BytesIO()
    document.save(data)
    return read_docx(data.getvalue(), "a.docx")


def shown(result):
    page = result.pages[0].text
    return [(hint.role, page[hint.start : hint.end]) for hint in result.hints]


def test_the_body_is_read_in_its_order_with_headings_and_rows():
    def build(document):
        document.add_heading("Performance", level=2)
        document.add_paragraph("Visits are on time.")
        table = document.add_table(rows=3, cols=3)
        for row, cells in zip(
            table.rows,
            [
                ("Measure", "2021", "2022"),
                ("Visits on time", "74%", "88%"),
                ("Caseload", "19", "17"),
            ],
            strict=True,
        ):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        document.add_paragraph("The rest is in the appendix.")

    result = a_document(build)
    assert shown(result) == [
        (Role.HEADING, "Performance"),
        (Role.PARAGRAPH, "Visits are on time."),
        (Role.ROW, "Measure\t2021\t2022"),
        (Role.ROW, "Visits on time\t74%\t88%"),
        (Role.ROW, "Caseload\t19\t17"),
        (Role.PARAGRAPH, "The rest is in the appendix."),
    ]
    assert [hint.is_header for hint in result.hints] == [False, False, True, False, False, False]
    assert result.hints[0].level == 2
    assert result.page_count is None


def test_automatic_numbers_are_written_out():
    def build(document):
        for text in ("Fill the post.", "Train the team."):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("A point to note", style="List Bullet")

    assert [text for _, text in shown(a_document(build))] == [
        "1. Fill the post.",
        "2. Train the team.",
        "• A point to note",
    ]


def test_numbers_of_several_levels_are_written_out():
    def build(document):
        numbering = document.part.numbering_part.element
        abstract = OxmlElement("w:abstractNum")
        abstract.set(qn("w:abstractNumId"), "90")
        for depth, (form, text) in enumerate(
            (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
        ):
            level = OxmlElement("w:lvl")
            level.set(qn("w:ilvl"), str(depth))
            for name, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
                child = OxmlElement(name)
                child.set(qn("w:val"), value)
                level.append(child)
            abstract.append(level)
        numbering.insert(0, abstract)
        num = OxmlElement("w:num")
        num.set(qn("w:numId"), "90")
        link = OxmlElement("w:abstractNumId")
        link.set(qn("w:val"), "90")
        num.append(link)
        numbering.append(num)
        for depth, text in (
            (0, "PURPOSE"),
            (1, "To inform members."),
            (1, "To ask for views."),
            (2, "on the plan"),
            (0, "COST"),
        ):
            properties = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = depth
            properties.get_or_add_numId().val = 90

    assert [text for _, text in shown(a_document(build))] == [
        "1. PURPOSE",
        "1.1 To inform members.",
        "1.2 To ask for views.",
        "(a) on the plan",
        "2. COST",
    ]


def test_hidden_and_deleted_words_are_left_out():
    def build(document):
        paragraph = document.add_paragraph("Caseloads are 17.")
        paragraph.add_run(" Not for publication.").font.hidden = True
        deleted = OxmlElement("w:del")
        deleted.append(paragraph.add_run(" They were 30.")._r)
        paragraph._p.append(deleted)

    assert shown(a_document(build)) == [(Role.PARAGRAPH, "Caseloads are 17.")]


def test_a_bold_line_is_a_heading_and_a_bold_word_is_not():
    def build(document):
        document.add_paragraph().add_run("Why actions are late").bold = True
        paragraph = document.add_paragraph("The post is ")
        paragraph.add_run("vacant").bold = True

    assert [role for role, _ in shown(a_document(build))] == [Role.HEADING, Role.PARAGRAPH]


def test_a_document_without_words_has_no_text():
    with pytest.raises(NoText):
        a_document(lambda document: document.add_paragraph("  "))


def test_a_damaged_document_says_so():
    with pytest.raises(NotWhatItSays, match="damaged"):
        read_docx(b"PK\x03\x04 nonsense", "a.docx")
