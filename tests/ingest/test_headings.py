import pytest

from ingest.blocks import Kind
from ingest.grouping import group
from ingest.headings import with_headings
from tests.ingest.shared import lines

PROSE = "Leaders have a clear view of the service and of what has to change in it for all of the children."


def kinds(*given, announced=frozenset()):
    return [(block.kind, block.text) for block in with_headings(group(lines(*given)), announced)]


@pytest.mark.parametrize(
    "heading",
    [
        "Findings and evaluation of progress",
        "What needs to improve?",
        "3. BACKGROUND",
        "Update:",
        "Care leavers: good",
    ],
)
def test_these_are_headings(heading):
    assert kinds(heading, "", PROSE)[0][0] is Kind.HEADING


@pytest.mark.parametrize(
    "text",
    [
        "25 October 2018",
        "Lead inspector: Ada Crane",
        "Dear Ms Crane",
        "Table 1: main measures",
        "(Paragraph 12)",
        "He said:",
        "Her Majesty’s Inspector",
        "Plans are late.",
    ],
)
def test_these_are_not(text):
    assert kinds(text, "", PROSE)[0][0] is not Kind.HEADING


def test_an_announced_heading_is_one_of_the_highest_level():
    blocks = list(
        with_headings(
            group(
                lines("Inspection findings for all of the services that are named here", "", PROSE)
            ),
            frozenset({"inspectionfindingsforalloftheservicesthatarenamedhere"}),
        )
    )
    assert (blocks[0].kind, blocks[0].level) == (Kind.HEADING, 1)


def test_an_address_is_one_row():
    given = ["Ms Ada Crane", "Director", "Ambleford Council", "Town Hall", "Ambleford"]
    assert kinds(*given, "", PROSE)[0] == (Kind.ROW, " ".join(given))


def test_a_judgement_alone_is_a_heading_and_in_a_table_a_row():
    alone = kinds("Children who need help", "Inadequate", "", PROSE)
    assert alone[0] == (Kind.HEADING, "Children who need help Inadequate")
    table = kinds("Children who need help Inadequate", "Children in care Good", "", PROSE)
    assert [kind for kind, _ in table[:2]] == [Kind.ROW, Kind.ROW]
