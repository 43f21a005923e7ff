"""What a fact is counted under beside the whole: its kind, its documents' kinds and years, its
council, its split."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from docs_store.documents import Document
from evals.facts import Fact

Slices = Mapping[str, tuple[str, ...]]
"""By dimension, the values a fact belongs to; a fact with gold in two kinds of document belongs to
both. () where it belongs to none."""

DIMENSIONS = ("kind", "document kind", "year", "council", "split")


class Sliced(Protocol):
    """Anything with slices."""

    @property
    def slices(self) -> Slices:
        """Where it belongs."""


AnySliced = TypeVar("AnySliced", bound=Sliced)


def slices_of(fact: Fact, documents: Mapping[str, Document]) -> Slices:
    """The slices of a fact. Document kind and year are those of its gold: the year the document
    speaks for, and none for a fact without gold."""
    gold = [documents[g.document] for g in fact.gold if g.document in documents]
    councils = {fact.council} if fact.council else {document.council for document in gold}
    years = {str(when.year) for when in (document.dates.as_at for document in gold) if when}
    return {
        "kind": (fact.kind.value,),
        "document kind": _ordered(document.kind.value for document in gold),
        "year": _ordered(years),
        "council": _ordered(council for council in councils if council),
        "split": (fact.split,),
    }


def _ordered(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def grouped(rows: Iterable[AnySliced], dimension: str) -> dict[str, list[AnySliced]]:
    """The rows of each value of a dimension, in the order of the values."""
    groups: dict[str, list[AnySliced]] = {}
    for row in rows:
        for value in row.slices.get(dimension, ()):
            groups.setdefault(value, []).append(row)
    return dict(sorted(groups.items()))
