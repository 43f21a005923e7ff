"""An ingest killed at any moment leaves whole documents, and the next run completes it."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docs_store.catalogue import Catalogue
from docs_store.errors import StoreMissing
from ingest import upkeep

SCRIPT = """
import sys
from pathlib import Path
from ingest.pipeline import ingest_paths
from tests.fakes import FakeEncoder
from tests.ingest.test_pipeline import InThisProcess
print("started", flush=True)
ingest_paths(
    [Path(sys.argv[1])], Path(sys.argv[2]),
    load_encoder=lambda _: FakeEncoder(), open_readers=InThisProcess,
)
"""
MOST_SECONDS = 2.5


def _folder(base: Path) -> Path:
    folder = base / "documents"
    folder.mkdir()
    for n in range(12):
        lines = [
            f"Paragraph {i} of letter {n} says that {i * n + 7} children were visited on time.\n"
            for i in range(60)
        ]
        (folder / f"letter-{n:02}.txt").write_text("\n".join(lines))
    return folder


def _start(folder: Path, store: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SCRIPT, str(folder), str(store)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "started\n"
    return process


def _held(store: Path) -> dict[str, list[tuple[str, str]]]:
    try:
        catalogue = Catalogue.open(store)
    except StoreMissing:
        return {}
    try:
        return {
            d.id: [(p.id, p.text) for p in catalogue.passages_of(d.id)]
            for d in catalogue.documents()
        }
    finally:
        catalogue.close()


def _kill_and_complete(tmp_path: Path, kills: int, seed: int) -> None:
    folder = _folder(tmp_path)
    whole = tmp_path / "whole"
    assert _start(folder, whole).wait() == 0
    wanted = _held(whole)
    chance = random.Random(seed)
    for n in range(kills):
        store = tmp_path / f"killed-{n}"
        process = _start(folder, store)
        time.sleep(chance.random() * MOST_SECONDS)
        process.kill()
        process.wait()
        left = _held(store)
        assert all(left[name] == wanted[name] for name in left)
        assert _start(folder, store).wait() == 0
        assert _held(store) == wanted
        assert upkeep.verify(store)[1] == 0


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_run_killed_at_a_random_moment_is_completed_by_the_next(tmp_path: Path) -> None:
    _kill_and_complete(tmp_path, kills=2, seed=time.time_ns())


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_fifty_killed_runs_are_completed_by_the_next(tmp_path: Path) -> None:
    _kill_and_complete(tmp_path, kills=50, seed=7)
