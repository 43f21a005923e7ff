"""Near-identical copies: one is held, the other is set aside and says of which it is a copy.

Of two versions with dates of publication the later is held; the earlier is superseded.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docs_store.documents import Document, Passage
from docs_store.likeness import Sketch, likeness, sketch

NEARLY_ALL = 0.9


@dataclass(frozen=True, slots=True)
class Known:
    """A held document, for comparison."""

    document: Document
    sketch: Sketch


def sketch_of(passages: Iterable[Passage]) -> Sketch:
    """The sketch of a document's sentences."""
    return sketch(p.sentence_text(i) for p in passages for i in range(len(p.sentences)))


def nearly_the_same(document_id: str, made: Sketch, known: Mapping[str, Known]) -> Document | None:
    """The held document, if any, that has nearly all of the same sentences."""
    for other in known.values():
        if other.document.id != document_id and likeness(made, other.sketch) >= NEARLY_ALL:
            return other.document
    return None


def is_later(new: Document, held: Document) -> bool:
    """True when both are dated and `new` was published or signed after `held`."""
    dates = [d.dates.published or d.dates.signed for d in (new, held)]
    return dates[0] is not None and dates[1] is not None and dates[0] > dates[1]
