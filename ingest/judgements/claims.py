"""A claim: what one row, heading or sentence of a report says an area was graded."""

from dataclasses import dataclass
from enum import IntEnum

from docs_store.documents import Span
from docs_store.judgements import Area


class Form(IntEnum):
    """In what form a grade is stated; the lowest is believed first."""

    TABLE = 0
    HEADING = 1
    PROSE = 2


@dataclass(frozen=True, slots=True)
class Claim:
    """One grade as one place states it; `spans` are the row, heading or sentence there."""

    area: Area
    grade: str
    form: Form
    spans: tuple[Span, ...]
