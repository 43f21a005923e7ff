"""A block: the lines of a heading, a paragraph, a bullet, a table row or a footnote."""

from dataclasses import dataclass, field
from enum import StrEnum

from ingest.lines import Line
from ingest.signs import CAPTION


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ROW = "row"
    NOTE = "note"


@dataclass(slots=True)
class Block:
    """Lines that belong together.

    `number` is the printed number of a numbered paragraph, `marker` what is shown before the text of
    a bullet, `sign` what is printed there; none of them is in `lines`. `level` is a heading's depth,
    1 the highest. `is_header` marks the head row of a table.
    """

    kind: Kind
    lines: list[Line] = field(default_factory=list)
    number: str | None = None
    marker: str = ""
    sign: str = ""
    level: int = 0
    is_header: bool = False

    @property
    def text(self) -> str:
        """The words, lines joined by spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def tail(self) -> str:
        """The last two lines."""
        return " ".join(line.text for line in self.lines[-2:])


def is_caption(block: Block) -> bool:
    """Whether a block names the table or figure below it; it is no heading of what comes after."""
    return CAPTION.match(block.text) is not None and len(block.text) < 160
