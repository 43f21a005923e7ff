"""Cleaned lines → the blocks of a document, with its letterhead, imprint and footnotes in place."""

import re
from collections.abc import Sequence

from ingest.blocks import Block, Kind
from ingest.clean import Cleaned
from ingest.grouping import group
from ingest.headings import with_headings
from ingest.lines import Line

_SALUTATION = re.compile(r"Dear\s+[A-Z].{0,70}$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{12,}")
_IMPRINT = re.compile(
    r"\b(?:regulates and inspects to achieve|large print|Braille|reuse this information|Textphone|"
    r"Open Government Licence|Crown copyright|monthly newsletter|Information Policy Team|"
    r"copies of this (?:report|publication|document)|(?:publication|report) is available at)\b"
    r"|^©|^T: ?\d{4}",
    re.IGNORECASE,
)


def blocks_of(cleaned: Cleaned) -> list[Block]:
    """The blocks of a document whose format tells no structure, footnotes after what they note."""
    lines = [line for line in cleaned.lines if not _ADDRESS.fullmatch(line.text)]
    blocks = list(with_headings(group(lines), cleaned.announced))
    return _without_imprint(_with_notes(_with_letterhead(blocks), cleaned.notes))


def _with_letterhead(blocks: list[Block]) -> list[Block]:
    """Above "Dear …" stand addresses and no headings."""
    for index, block in enumerate(blocks[:40]):
        if _SALUTATION.match(block.text):
            for above in blocks[: index + 1]:
                above.kind = Kind.ROW if above.kind is Kind.ROW else Kind.PARAGRAPH
                above.number = None
    return blocks


def _without_imprint(blocks: list[Block]) -> list[Block]:
    """The blocks less the publisher's imprint at the end: licence, other formats, telephone numbers.
    It is the same in every document of a publisher and is evidence of nothing."""
    first_page = blocks[-1].lines[0].page - 1 if blocks else 0
    near_end = [
        i for i in range(len(blocks) // 2, len(blocks)) if blocks[i].lines[0].page >= first_page
    ]
    signs = [i for i in near_end if _IMPRINT.search(blocks[i].text)]
    return blocks[: signs[0]] if len(signs) >= 3 else blocks


def _with_notes(blocks: list[Block], notes: Sequence[list[Line]]) -> list[Block]:
    """Each footnote after the block in which its page ends."""
    placed = list(blocks)
    for lines in notes:
        page = lines[0].page
        here = [
            i for i, b in enumerate(placed) if b.kind is not Kind.NOTE and b.lines[0].page <= page
        ]
        at = here[-1] + 1 if here else 0
        while at < len(placed) and placed[at].kind is Kind.NOTE:
            at += 1
        placed.insert(at, Block(Kind.NOTE, list(lines)))
    return placed
