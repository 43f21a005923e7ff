"""What a run was made with: versions, weights, commit, documents and facts, as config.json."""

import platform
import subprocess
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from docs_store.encoder import model_folder
from docs_store.originals import sha256_of
from evals.facts import Fact
from evals.identity import code_digest, corpus_digest, digest_of, facts_digest, measuring_digest

_PACKAGES = (
    "chromadb",
    "ir-measures",
    "llama-index-core",
    "numpy",
    "pypdf",
    "pypdfium2",
    "scipy",
    "sentence-transformers",
    "torch",
    "transformers",
)
_PROJECT = Path(__file__).resolve().parent.parent


def provenance(
    pack_name: str,
    facts: Iterable[Fact],
    corpus_sha256: Mapping[str, str],
    settings: Mapping[str, Any],
    encoder_model: str,
    choice: Mapping[str, Any],
) -> dict[str, Any]:
    """Everything that could explain why two runs differ. Runs with one `identity` are repetitions:
    the same facts, documents, code, weights, settings and libraries."""
    weights = model_folder(encoder_model) / "model.safetensors"
    makes_it = {
        "pack": pack_name,
        "facts_sha256": facts_digest(facts),
        "corpus_sha256": corpus_digest(corpus_sha256),
        "code_sha256": code_digest("assistant", "docs_store", "evals", "ingest"),
        "measuring_sha256": measuring_digest(),
        "assistant": dict(settings),
        "encoder": encoder_model or "all-MiniLM-L6-v2",
        "encoder_sha256": sha256_of(weights) if weights.exists() else None,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "versions": {name: _version(name) for name in _PACKAGES},
    }
    return {
        "identity": digest_of(makes_it),
        **makes_it,
        "documents": dict(sorted(corpus_sha256.items())),
        "choice": dict(choice),
        "commit": _git("rev-parse", "HEAD"),
        "uncommitted_changes": bool(_git("status", "--porcelain", "--untracked-files=no")),
    }


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _git(*arguments: str) -> str | None:
    """What git says, or None outside a repository or without git."""
    try:
        said = subprocess.run(
            ["git", "-C", str(_PROJECT), *arguments],
            capture_output=True,
            text=True,
            check=True,
            timeout=10,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return said.stdout.strip()
