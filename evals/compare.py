"""Two runs side by side: what got worse first, then what got better, then by how much."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.measures import RETRIEVERS
from evals.misses import Stage
from evals.paired import Delta, delta, holm
from evals.sheets import Sheet, SheetRow, matched
from evals.summary import HEADLINE, lost_at_counts


@dataclass(frozen=True, slots=True)
class Flip:
    """A fact that passes in one of two runs only, and where the other lost it."""

    id: str
    before: Stage | None
    after: Stage | None
    is_test: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A measure before and after, with its p adjusted for all the measures compared."""

    measure: str
    delta: Delta
    p_holm: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sheets over the facts `ids`: flips, measures and losses by stage, and what to bear in
    mind while reading them."""

    before: Sheet
    after: Sheet
    ids: tuple[str, ...]
    worse: tuple[Flip, ...]
    better: tuple[Flip, ...]
    measures: tuple[Compared, ...]
    notes: tuple[str, ...]

    @property
    def lost_before(self) -> dict[str, int]:
        """How many facts each stage lost before."""
        return lost_at_counts(self.before.rows[key].stage for key in self.ids)

    @property
    def lost_after(self) -> dict[str, int]:
        """How many facts each stage lost after."""
        return lost_at_counts(self.after.rows[key].stage for key in self.ids)

    @property
    def blamed(self) -> list[tuple[str, int]]:
        """The stages to look at and how many facts each lost, worst first: of facts that passed
        before; where all of those still pass, how many more facts than before."""
        lost = lost_at_counts(self._blame(flip) for flip in self.worse)
        if not lost:
            before = self.lost_before
            lost = {name: count - before.get(name, 0) for name, count in self.lost_after.items()}
        more = ((name, count) for name, count in lost.items() if count > 0)
        return sorted(more, key=lambda found: -found[1])

    def _blame(self, flip: Flip) -> Stage | None:
        """Where a fact was lost, but for one for which a retriever has fallen silent: whatever
        came of it later began there."""
        before, after = self.before.rows[flip.id].scores, self.after.rows[flip.id].scores
        is_silent = any(before.get(name) == 1 and after.get(name) == 0 for name in RETRIEVERS)
        return Stage.NOT_RETRIEVED if is_silent else flip.after


def compare(before: Sheet, after: Sheet, *, intersect: bool = False) -> Comparison:
    """Compare two sheets fact by fact. Raises NotComparable as `matched` does."""
    ids = matched(before, after, intersect=intersect)
    pairs = [(before.rows[key], after.rows[key]) for key in ids]
    return Comparison(
        before=before,
        after=after,
        ids=tuple(ids),
        worse=tuple(_flips(pairs, has_passed_before=True)),
        better=tuple(_flips(pairs, has_passed_before=False)),
        measures=tuple(_measures(pairs)),
        notes=tuple(_notes(before, after, ids)),
    )


def _flips(
    pairs: Iterable[tuple[SheetRow, SheetRow]], *, has_passed_before: bool
) -> Iterable[Flip]:
    for before, after in pairs:
        if before.has_passed is has_passed_before and after.has_passed is not has_passed_before:
            yield Flip(after.id, before.stage, after.stage, after.is_test)


def _measures(pairs: Sequence[tuple[SheetRow, SheetRow]]) -> list[Compared]:
    clusters = [after.cluster for _, after in pairs]
    found = {
        name: delta(
            [before.scores.get(name) for before, _ in pairs],
            [after.scores.get(name) for _, after in pairs],
            clusters,
        )
        for name in HEADLINE
    }
    defined = {name: change for name, change in found.items() if change is not None}
    adjusted = holm([change.p for change in defined.values()])
    return [
        Compared(name, change, p)
        for (name, change), p in zip(defined.items(), adjusted, strict=True)
    ]


def _notes(before: Sheet, after: Sheet, ids: Sequence[str]) -> Iterable[str]:
    left_out = len(before.rows.keys() | after.rows.keys()) - len(ids)
    if left_out:
        yield f"{left_out} facts that are not the same in both are left out."
    if before.documents != after.documents:
        yield "The documents differ: what else is held can change what is found."
    if before.measuring != after.measuring:
        yield "The measures have changed in between: rescore the older run to compare like with like."
