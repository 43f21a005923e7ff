"""The folder a run leaves behind: everything needed to read it, repeat it and score it again.

    facts.jsonl  answers.jsonl  scores.jsonl  summary.json  config.json  problems.log
    documents.jsonl  pages.jsonl  passages.jsonl   what scoring looks at (see kept.py)
    controls.jsonl                                 what the control retrievers ranked
    qrels.txt  run.txt                             TREC form, passage level
    checksums.json                                 the sha256 of each of these

It is written once, whole, and made read-only.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from docs_store.originals import sha256_of
from evals.facts import Fact
from evals.identity import fact_digest
from evals.kept import Kept
from evals.ranking import Qrels, Rankings
from evals.summary import Scored
from evals.trec import qrel_lines, run_lines

CHECKSUMS = "checksums.json"


@dataclass(frozen=True, slots=True)
class Files:
    """What the files of a run hold."""

    scored: Sequence[Scored]
    answers: Sequence[Mapping[str, Any]]
    kept: Kept
    rankings: Mapping[str, Rankings]
    qrels: Qrels
    summary: Mapping[str, Any]
    config: Mapping[str, Any]
    problems: Sequence[str]


def new_folder(out: Path, pack: str, when: datetime) -> Path:
    """Make an empty `<out>/<UTC time>-<pack>`, with a number after it where that exists."""
    name = f"{when:%Y%m%dT%H%M%SZ}-{pack}"
    for attempt in range(1, 1000):
        folder = out / (name if attempt == 1 else f"{name}-{attempt}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        return folder
    raise FileExistsError(f"{out / name} and its 999 successors exist")


def write_run(folder: Path, files: Files) -> None:
    """Write a run's files, then their checksums, and make them all read-only."""
    rankings = {one.fact.id: [hit.passage for hit in one.record.hits] for one in files.scored}
    _rows(folder / "facts.jsonl", (fact_row(one.fact) for one in files.scored))
    _rows(folder / "answers.jsonl", files.answers)
    _rows(folder / "scores.jsonl", (_scores(one) for one in files.scored))
    _rows(folder / "documents.jsonl", files.kept.documents)
    _rows(folder / "pages.jsonl", files.kept.pages)
    _rows(folder / "passages.jsonl", files.kept.passages)
    _rows(folder / "controls.jsonl", _controls(files.rankings))
    write_json(folder / "summary.json", files.summary)
    write_json(folder / "config.json", files.config)
    write_lines(folder / "problems.log", files.problems)
    write_lines(folder / "qrels.txt", qrel_lines(files.qrels))
    write_lines(folder / "run.txt", run_lines(rankings))
    write_json(folder / CHECKSUMS, {f.name: sha256_of(f) for f in sorted(folder.iterdir())})
    for file in folder.iterdir():
        file.chmod(0o444)


def write_json(file: Path, content: Any) -> None:
    """Write one JSON document, indented."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, indent=2)
    file.write_text(text + "\n", encoding="utf-8")


def write_lines(file: Path, lines: Iterable[str]) -> None:
    """Write lines of text."""
    file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def fact_row(fact: Fact) -> dict[str, Any]:
    """A fact as a row of facts.jsonl: what it does not say is left out."""
    return fact.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _scores(one: Scored) -> dict[str, Any]:
    return {
        "id": one.fact.id,
        "digest": fact_digest(one.fact),
        "slices": {name: list(values) for name, values in one.slices.items()},
        "documents": sorted({gold.document for gold in one.fact.gold}),
        "status": one.record.status.value,
        "lost_at": one.stage.value if one.stage else None,
        "scores": dict(one.scores),
    }


def _controls(rankings: Mapping[str, Rankings]) -> Iterable[dict[str, Any]]:
    for name, ranking in rankings.items():
        for fact_id, ranked in ranking.items():
            yield {"control": name, "id": fact_id, "ranked": list(ranked)}


def _rows(file: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    write_lines(file, (json.dumps(row, ensure_ascii=False) for row in rows))
