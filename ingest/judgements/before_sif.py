"""Inspections of safeguarding and looked after children services (to 2012): two halves, each with an
overall effectiveness of its own and neither of them the council's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docs_store.judgements import Area
from ingest.blocks import Block
from ingest.judgements.claims import Claim

_IN_TWO_HALVES = re.compile(
    r"safeguarding\s+and\s+looked[\s-]+after\s+children\s+services", re.IGNORECASE
)
_HALF = re.compile(
    r"(?:the\s+)?(?:inspection\s+outcomes?\s*:?\s*)?(?:services\s+for\s+)?"
    r"(?:(?P<safeguarding>safeguarding)|looked[\s-]+after\s+children)(?:\s+services)?",
    re.IGNORECASE,
)


def is_in_two_halves(opening: str) -> bool:
    """Whether a report that opens so is of such an inspection."""
    return _IN_TWO_HALVES.search(opening) is not None


def by_half(rows: Sequence[Claim], blocks: Sequence[Block]) -> Iterator[Claim]:
    """The overall effectiveness of each half as the grade of what that half inspected; other rows
    come in both halves and are the grade of neither area."""
    heads = [
        (line.page, line.start, Area.HELP_AND_PROTECTION if found["safeguarding"] else Area.IN_CARE)
        for block in blocks
        for line in block.lines
        if (found := _HALF.fullmatch(line.text))
    ]
    for row in rows:
        place = (row.spans[0].page, row.spans[0].start)
        above = [half for page, start, half in heads if (page, start) < place]
        if row.area is Area.OVERALL and above:
            yield replace(row, area=above[-1])
