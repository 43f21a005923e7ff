"""What a run was made with: versions, weights, commit, documents and facts, as config.json."""

import platform
import subprocess
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from docs_store.encoder import model_folder
from docs_store.originals import sha256_of
from evals.facts import Pack

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
    pack: Pack,
    corpus_sha256: Mapping[str, str],
    settings: Mapping[str, Any],
    encoder_model: str,
    choice: Mapping[str, Any],
) -> dict[str, Any]:
    """Everything that could explain why two runs differ."""
    weights = model_folder(encoder_model) / "model.safetensors"
    return {
        "pack": pack.name,
        "facts_sha256": sha256_of(pack.folder / "facts.jsonl"),
        "corpus_sha256": dict(sorted(corpus_sha256.items())),
        "choice": dict(choice),
        "assistant": dict(settings),
        "encoder": encoder_model or "all-MiniLM-L6-v2",
        "encoder_sha256": sha256_of(weights) if weights.exists() else None,
        "commit": _git("rev-parse", "HEAD"),
        "uncommitted_changes": bool(_git("status", "--porcelain", "--untracked-files=no")),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "versions": {name: _version(name) for name in _PACKAGES},
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
