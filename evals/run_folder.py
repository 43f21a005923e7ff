"""The folder a run leaves behind: everything needed to read it, repeat it and score it again.

    facts.jsonl  answers.jsonl  scores.jsonl  summary.json  config.json  problems.log
    qrels.txt  run.txt                        TREC form, passage level

It is written once, whole, and made read-only.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from evals.facts import Fact
from evals.summary import Scored


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


def write_run(
    folder: Path,
    *,
    scored: Sequence[Scored],
    answers: Sequence[Mapping[str, Any]],
    qrels: Mapping[str, Iterable[str]],
    documents: Mapping[str, Any],
    problems: Sequence[str],
) -> None:
    """Write a run's files and make them read-only. `documents` are JSON files by stem."""
    _lines(folder / "facts.jsonl", (_fact(one.fact) for one in scored))
    _lines(folder / "answers.jsonl", answers)
    _lines(folder / "scores.jsonl", (_scores(one) for one in scored))
    for stem, content in documents.items():
        write_json(folder / f"{stem}.json", content)
    _text(folder / "problems.log", problems)
    _text(folder / "qrels.txt", (f"{_token(f)} 0 {_token(p)} 1" for f in qrels for p in qrels[f]))
    _text(folder / "run.txt", _trec_run(scored))
    for file in folder.iterdir():
        file.chmod(0o444)


def write_json(file: Path, content: Any) -> None:
    """Write one JSON document, indented."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, indent=2)
    file.write_text(text + "\n", encoding="utf-8")


def _trec_run(scored: Sequence[Scored]) -> Iterable[str]:
    """Scores count down with the rank, so that every reader of the file keeps our order."""
    for one in scored:
        for rank, hit in enumerate(one.record.hits, start=1):
            score = len(one.record.hits) - rank + 1
            yield f"{_token(one.fact.id)} Q0 {_token(hit.passage)} {rank} {score} footnote"


def _token(text: str) -> str:
    """An id as TREC files can hold it: white space percent-encoded."""
    return quote(text, safe="/#@.,:;'()&+-_")


def _fact(fact: Fact) -> dict[str, Any]:
    return fact.model_dump(mode="json", by_alias=True, exclude_none=True)


def _scores(one: Scored) -> dict[str, Any]:
    return {
        "id": one.fact.id,
        "kind": one.fact.kind.value,
        "split": one.fact.split,
        "council": one.fact.council,
        "status": one.record.status.value,
        "lost_at": one.stage.value if one.stage else None,
        "scores": dict(one.scores),
    }


def _lines(file: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    _text(file, (json.dumps(row, ensure_ascii=False) for row in rows))


def _text(file: Path, lines: Iterable[str]) -> None:
    file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
