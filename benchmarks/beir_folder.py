"""A retrieval collection in the form of BEIR: corpus.jsonl, queries.jsonl, qrels/test.tsv."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docs_store.errors import MissingPath, UsageError


@dataclass(frozen=True, slots=True)
class Text:
    """A document of the collection."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents, the queries that have a judged document, and how relevant (above 0) each is."""

    documents: tuple[Text, ...]
    queries: Mapping[str, str]
    qrels: Mapping[str, Mapping[str, int]]


def read_collection(folder: Path) -> Collection:
    """The collection in `folder`. Raises UsageError for a file that is missing or malformed."""
    qrels = _qrels(folder / "qrels" / "test.tsv")
    queries = {row["_id"]: row["text"] for row in _rows(folder / "queries.jsonl", "text")}
    documents = tuple(
        Text(row["_id"], str(row.get("title") or "").strip(), row["text"].strip())
        for row in _rows(folder / "corpus.jsonl", "text")
    )
    judged = {key: text for key, text in queries.items() if qrels.get(key)}
    if not judged or not documents:
        raise UsageError(f"{folder} holds no query with a relevant document.")
    return Collection(documents, judged, {key: qrels[key] for key in judged})


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    if not file.is_file():
        raise MissingPath(
            f"{file} does not exist: a BEIR folder has corpus.jsonl, queries.jsonl, qrels/test.tsv."
        )
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield number, line.rstrip("\n")


def _rows(file: Path, *wanted: str) -> Iterator[dict[str, Any]]:
    for number, line in _lines(file):
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict) or not all(
            isinstance(row.get(key), str) for key in ("_id", *wanted)
        ):
            raise UsageError(f"{file}, line {number}: it needs _id and {' and '.join(wanted)}.")
        yield row


def _qrels(file: Path) -> dict[str, dict[str, int]]:
    """The tab-separated judgements below a heading; those of 0 say nothing here."""
    found: dict[str, dict[str, int]] = {}
    rows = csv.reader((line for _, line in _lines(file)), delimiter="\t")
    for number, row in enumerate(rows, start=1):
        if number == 1 and row[-1:] == ["score"]:
            continue
        if len(row) != 3 or not row[2].lstrip("-").isdigit():
            raise UsageError(f"{file}, line {number}: it needs a query, a document and a score.")
        if int(row[2]) > 0:
            found.setdefault(row[0], {})[row[1]] = int(row[2])
    return found
