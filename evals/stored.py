"""A run read back from its folder: whole and unchanged, or not at all."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from docs_store.originals import sha256_of
from evals.corpus import Corpus
from evals.errors import RunError
from evals.facts import Fact
from evals.kept import Kept, KeptCorpus
from evals.misses import Stage
from evals.ranking import Rankings
from evals.records import AnswerRecord, from_row
from evals.run_folder import CHECKSUMS
from evals.summary import Scored

Row = Mapping[str, Any]


@dataclass(frozen=True)
class StoredRun:
    """A run as kept. Its files are read when they are first asked for."""

    folder: Path

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    @property
    def pack(self) -> str:
        """The pack that was asked."""
        return str(self.summary["pack"])

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts asked, in order."""
        return tuple(Fact.model_validate(row) for row in self._rows("facts"))

    @cached_property
    def answers(self) -> Sequence[Row]:
        """The answers as rows, in the order of the facts."""
        return self._rows("answers")

    @cached_property
    def score_rows(self) -> Sequence[Row]:
        """The scores as rows, in the order of the facts."""
        return self._rows("scores")

    @cached_property
    def scored(self) -> tuple[Scored, ...]:
        """Facts, answers and scores together, as the run had them."""
        answers = {row["id"]: from_row(row) for row in self.answers}
        scores = {row["id"]: row for row in self.score_rows}
        return tuple(_scored(fact, answers[fact.id], scores[fact.id]) for fact in self.facts)

    @cached_property
    def summary(self) -> Row:
        """What summary.json says."""
        return self._json("summary")

    @cached_property
    def config(self) -> Row:
        """What config.json says."""
        return self._json("config")

    @cached_property
    def problems(self) -> Sequence[str]:
        """The lines of problems.log."""
        return (self.folder / "problems.log").read_text(encoding="utf-8").splitlines()

    @cached_property
    def corpus(self) -> Corpus:
        """The documents as far as the run kept them."""
        return KeptCorpus(
            Kept(self._rows("documents"), self._rows("pages"), self._rows("passages"))
        )

    @cached_property
    def rankings(self) -> Mapping[str, Rankings]:
        """By control, what it ranked for each fact."""
        found: dict[str, dict[str, Sequence[str]]] = {}
        for row in self._rows("controls"):
            found.setdefault(row["control"], {})[row["id"]] = row["ranked"]
        return found

    def _rows(self, stem: str) -> list[Row]:
        text = (self.folder / f"{stem}.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.split("\n") if line]

    def _json(self, stem: str) -> Row:
        content: Row = json.loads((self.folder / f"{stem}.json").read_text(encoding="utf-8"))
        return content


def load_run(folder: Path) -> StoredRun:
    """The run in a folder. Raises RunError where it is none, or a file was changed since."""
    try:
        checksums = json.loads((folder / CHECKSUMS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise RunError(
            f"{folder} is not a finished run of the evals: "
            f'it has no {CHECKSUMS} ("python -m evals run" says where it keeps a run).'
        ) from None
    for name, sha256 in checksums.items():
        if not (folder / name).is_file() or sha256_of(folder / name) != sha256:
            raise RunError(
                f"{folder / name} is not as the run wrote it: a run is never changed; "
                'score it again with "python -m evals rescore", which makes a new one.'
            )
    return StoredRun(folder)


def _scored(fact: Fact, record: AnswerRecord, row: Row) -> Scored:
    return Scored(
        fact,
        record,
        row["scores"],
        Stage(row["lost_at"]) if row["lost_at"] else None,
        {name: tuple(values) for name, values in row["slices"].items()},
    )
