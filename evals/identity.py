"""Digests that say whether two things are the same: a fact, a set of facts, documents, code."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evals.facts import Fact

_PROJECT = Path(__file__).resolve().parent.parent
_BESIDE_THE_POINT = {"author", "reviewed_by", "state", "note"}
MEASURING = (
    "citing", "corpus", "dates", "matching", "measures", "misses", "negation", "nuggets",
    "numbers", "ranking", "records", "wording",
)  # fmt: skip
"""The modules of this package that decide what an answer scores."""


def digest_of(content: Any) -> str:
    """The sha256 of JSON content, whatever the order of its keys."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def fact_digest(fact: Fact) -> str:
    """Sixteen hex digits that change with what is asked or known, not with who wrote or reviewed
    it."""
    return digest_of(fact.model_dump(mode="json", exclude=_BESIDE_THE_POINT))[:16]


def facts_digest(facts: Iterable[Fact]) -> str:
    """The digest of a set of facts, whatever their order."""
    return digest_of(sorted((fact.id, fact_digest(fact)) for fact in facts))


def corpus_digest(sha256: Mapping[str, str]) -> str:
    """The digest of a set of documents, given as the sha256 of each by its id."""
    return digest_of(dict(sha256))


def code_digest(*packages: str) -> str:
    """The digest of every module of these packages."""
    files = [file for package in packages for file in (_PROJECT / package).rglob("*.py")]
    return _digest_of_files(sorted(files))


def measuring_digest() -> str:
    """The digest of the code that scores: runs scored by other code are not quite comparable."""
    return _digest_of_files([_PROJECT / "evals" / f"{name}.py" for name in MEASURING])


def _digest_of_files(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
