"""A run of the tiny corpus by an oracle, and one by an assistant that never answers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals.asking import Asks, Choice
from evals.run import run_pack
from evals.stored import StoredRun, load_run
from tests.evals.fakes import make_corpus, make_pack

MakeRun = Callable[..., StoredRun]


@pytest.fixture
def make_run(tmp_path: Path) -> MakeRun:
    """A function that runs the tiny pack with an assistant and loads what was kept."""

    def make(assistant: Asks, **given: Any) -> StoredRun:
        made = run_pack(
            make_pack(**given), Choice(), assistant, make_corpus(), out=tmp_path / "runs", config={}
        )
        return load_run(made.folder)

    return make
