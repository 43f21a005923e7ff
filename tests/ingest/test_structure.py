from docs_store.documents import Page
from ingest.blocks import Kind
from ingest.clean import clean
from ingest.lines import lines_of
from ingest.structure import blocks_of


def blocks(*pages):
    return blocks_of(clean(lines_of([Page(i, text) for i, text in enumerate(pages, 1)])))


def test_above_dear_stand_no_headings():
    found = blocks(
        "Ambleford\n\nTown Hall\n\nDear Ms Crane\n\nMonitoring visit\n\nThis letter says what was found on the visit."
    )
    assert [block.kind is Kind.HEADING for block in found][:4] == [False, False, False, True]


def test_a_footnote_comes_after_the_sentence_it_interrupts():
    found = blocks(
        "Some of the young people1 whom inspectors met in the borough during the two weeks had been waiting\n\n1 Care leavers.",
        "for more than a year to be told who would help them to find a home of their own.",
    )
    assert [block.kind for block in found] == [Kind.PARAGRAPH, Kind.NOTE]
    assert found[0].text.endswith(
        "waiting for more than a year to be told who would help them to find a home of their own."
    )


def test_the_publishers_imprint_is_left_out():
    text = "\n\n".join(
        f"Plan number {word} is clear and was made with the child."
        for word in ("one", "two", "three", "four")
    )
    imprint = "Copies can be had in large print or Braille.\n\nYou may use it under the Open Government Licence.\n\n© Crown copyright 2022"
    assert [block.text for block in blocks(text, imprint)][-1].startswith("Plan number four")


def test_bare_web_addresses_are_left_out():
    assert (
        len(
            blocks("See the plan that was agreed in May.\n\nhttps://www.example.org/plans/may-2022")
        )
        == 1
    )
