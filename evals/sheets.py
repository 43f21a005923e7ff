"""The scores of each fact of a run or of a baseline, in one form, so that any two can be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.errors import NotComparable
from evals.measures import Score
from evals.misses import Stage
from evals.slices import Slices
from evals.stored import StoredRun

_NAMED = 3


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One fact: the digest of what it asks and knows, the documents of its gold, its slices, where
    it was lost (None: not lost) and its scores."""

    id: str
    digest: str
    documents: tuple[str, ...]
    slices: Slices
    stage: Stage | None
    scores: Mapping[str, Score]

    @property
    def has_passed(self) -> bool:
        """True when nothing was lost."""
        return self.scores.get("passes") == 1.0

    @property
    def is_test(self) -> bool:
        """True for a fact of the test split, which is counted and not looked into."""
        return "test" in self.slices.get("split", ())

    @property
    def cluster(self) -> str:
        """What is resampled together with it: its council, else itself."""
        return " ".join(self.slices.get("council", ())) or self.id


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one run or baseline by fact id, the sha256 of each document it was made over,
    and the digest of the code that scored it."""

    name: str
    pack: str
    documents: Mapping[str, str]
    measuring: str | None
    rows: Mapping[str, SheetRow]


def sheet_of(run: StoredRun) -> Sheet:
    """The sheet of a run."""
    return Sheet(
        name=run.name,
        pack=run.pack,
        documents=dict(run.config.get("documents", {})),
        measuring=run.config.get("measuring_sha256"),
        rows={row["id"]: row_of(row) for row in run.score_rows},
    )


def row_of(row: Mapping[str, Any]) -> SheetRow:
    """A row of scores.jsonl, scores rounded as baselines keep them."""
    return SheetRow(
        id=row["id"],
        digest=row["digest"],
        documents=tuple(row["documents"]),
        slices={name: tuple(values) for name, values in row["slices"].items()},
        stage=Stage(row["lost_at"]) if row["lost_at"] else None,
        scores={name: _rounded(score) for name, score in row["scores"].items()},
    )


def _rounded(score: Score) -> Score:
    return None if score is None else round(score, 6)


def matched(before: Sheet, after: Sheet, *, intersect: bool = False) -> list[str]:
    """The ids of the facts that can be compared, in the order of `after`.

    Without `intersect` these are all of them: NotComparable is raised, with the reason, where the
    two were made over different documents or ask different facts. With it, those facts that are
    the same in both and whose own documents are; raised where that leaves none.
    """
    documents = _changed(before.documents, after.documents)
    facts = _changed(
        {key: row.digest for key, row in before.rows.items()},
        {key: row.digest for key, row in after.rows.items()},
    )
    if not intersect:
        _refuse(before, after, "documents", documents)
        _refuse(before, after, "facts", facts)
    kept = [
        key
        for key, row in after.rows.items()
        if key not in facts and not set(documents) & set(row.documents)
    ]
    if not kept:
        raise NotComparable(f"{before.name} and {after.name} have no fact in common.")
    return kept


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return sorted(k for k in before.keys() | after.keys() if before.get(k) != after.get(k))


def _refuse(before: Sheet, after: Sheet, what: str, changed: Sequence[str]) -> None:
    if not changed:
        return
    named = ", ".join(changed[:_NAMED]) + (", …" if len(changed) > _NAMED else "")
    raise NotComparable(
        f"{before.name} and {after.name} were made over different {what}: {len(changed)} differ or "
        f"are in one of them only ({named}); --intersect compares what is the same in both."
    )
