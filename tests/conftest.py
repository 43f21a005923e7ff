"""What every test stands on: no network, a repeatable hypothesis, and a store of the sample pack."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_DOCUMENTS = ROOT / "evals" / "packs" / "harrowmere" / "documents"
OFFLINE = ROOT / "tests" / "offline"
IS_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")

OFFLINE_ENVIRONMENT = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "ANONYMIZED_TELEMETRY": "False",
}


def _go_offline() -> None:
    """Hold this process and every Python it starts to tests/offline/sitecustomize.py."""
    earlier = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(OFFLINE), earlier]))
    os.environ.update(OFFLINE_ENVIRONMENT)
    file = OFFLINE / "sitecustomize.py"
    spec = importlib.util.spec_from_file_location("footnote_offline", file)
    assert spec is not None
    assert spec.loader is not None
    spec.loader.exec_module(importlib.util.module_from_spec(spec))


_go_offline()

settings.register_profile("here", deadline=None)
settings.register_profile(
    "ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if IS_CI else "here")


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the sample pack, made once for the whole run. Read it; never write to it."""
    from ingest.pipeline import ingest_paths

    store = tmp_path_factory.mktemp("sample") / "store"
    ingest_paths([SAMPLE_DOCUMENTS], store)
    return store


@pytest.fixture
def own_store(sample_store: Path, tmp_path: Path) -> Path:
    """A copy of the sample store that a test may do anything to."""
    return shutil.copytree(sample_store, tmp_path / "own-store")


@pytest.fixture(scope="session")
def corpus_dir() -> Path:
    """The real documents, which stay outside the project; skips where they are not to hand."""
    named = os.environ.get("FOOTNOTE_CORPUS")
    folder = Path(named) if named else ROOT.parent / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("the real documents are not beside the project (FOOTNOTE_CORPUS names them)")
    return folder


@pytest.fixture(scope="session")
def program() -> Callable[..., str]:
    """A function that finds a program by any of its names: skips without it, but fails in CI."""

    def find(*names: str) -> str:
        for name in names:
            if path := shutil.which(name):
                return path
        reason = f"{names[0]} is not installed"
        if IS_CI:
            pytest.fail(f"{reason}, and CI may skip nothing for want of a program")
        pytest.skip(reason)

    return find


@pytest.fixture(scope="session")
def run_command() -> Callable[..., subprocess.CompletedProcess[str]]:
    """A function that runs `python ARGUMENTS...` from the root of the project, as a person would."""

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=240,
            check=False,
        )

    return run
