"""Who published a document, and how far its word counts against another's."""

from dataclasses import dataclass
from enum import IntEnum


class SourceRank(IntEnum):
    """Trust in a publisher, highest first when sources disagree.

    A higher rank is preferred; the claim of a lower rank is shown, never dropped.
    """

    AGGREGATOR = 1
    PRESS = 2
    STATEMENT = 3
    COUNCIL_RECORD = 4
    INSPECTORATE = 5

    @property
    def label(self) -> str:
        """The rank in words for a reader."""
        return {
            SourceRank.AGGREGATOR: "party or aggregator",
            SourceRank.PRESS: "press",
            SourceRank.STATEMENT: "council or partner statement",
            SourceRank.COUNCIL_RECORD: "council decision record",
            SourceRank.INSPECTORATE: "inspectorate",
        }[self]


@dataclass(frozen=True, slots=True)
class Source:
    """Publisher, rank, and the web address where it is published, if known."""

    publisher: str
    rank: SourceRank
    address: str | None = None
