from docs_store.documents import Page
from ingest.blocks import Kind
from ingest.hinted import blocks_from_hints, marks_in
from ingest.reading import PageWriter, Role


def blocks(*given):
    writer = PageWriter()
    for role, text in given:
        writer.write(text, role)
    return list(blocks_from_hints([Page(None, writer.text)], writer.hints))


def test_bullets_and_numbers_are_set_apart_from_words():
    found = blocks(
        (Role.BULLET, "• staff stay"),
        (Role.PARAGRAPH, "3.1 Visits are short."),
        (Role.HEADING, "4. COST"),
    )
    assert [(block.kind, block.number, block.text) for block in found] == [
        (Kind.BULLET, None, "staff stay"),
        (Kind.PARAGRAPH, "3.1", "Visits are short."),
        (Kind.HEADING, "4", "COST"),
    ]


def test_a_sentence_that_opens_with_a_number_is_not_numbered():
    assert blocks((Role.PARAGRAPH, "2.3 has been delayed."))[0].number is None


def test_a_caption_is_no_heading():
    assert blocks((Role.HEADING, "Table 1: main measures"))[0].kind is Kind.PARAGRAPH


def test_marks_are_those_that_are_both_listed_and_glued():
    found = blocks(
        (Role.PARAGRAPH, "Staff moved under TUPE2."),
        (Role.PARAGRAPH, "2 Rules on transfers."),
        (Role.PARAGRAPH, "3 Not used."),
    )
    assert marks_in(found) == {"2"}
