"""What the tests of ingest share: a token counter without a model, and where the documents are."""

from pathlib import Path

import pytest

from docs_store.documents import Page
from ingest.lines import Line, lines_of

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
PACKS = ROOT / "evals" / "packs"


def count_tokens(text: str) -> int:
    """A word is a token and a third; two marks at the ends, as the encoder adds them."""
    return len(text) // 4 + 2


def lines(*texts: str) -> list[Line]:
    """The lines of one page."""
    return lines_of([Page(None, "\n".join(texts))])[0]


def shared(*parts: str) -> Path:
    """A path beside the project, or a skip where it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the documents beside the project are absent: shared/{'/'.join(parts)}")
    return path


def documents_of(pack: str) -> Path:
    """The typeset documents of a sample pack, or a skip where they are absent."""
    path = PACKS / pack / "documents"
    if not path.exists() or not any(path.iterdir()):
        pytest.skip(f"the documents of the pack {pack} are absent")
    return path
