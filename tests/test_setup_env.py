"""Set-up is exact, says nowhere where packages come from, and costs nothing the second time."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import setup_env

LOCKS = (setup_env.RUNTIME, setup_env.DEV)
PIN = re.compile(r'[a-z0-9][a-z0-9._-]*==[0-9][0-9a-z.]*( ; sys_platform != "win32")?')


def pins(lock: Path) -> dict[str, str]:
    """Name to version of every line of a lock file that is not a comment."""
    found: dict[str, str] = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, version = line.partition(" ")[0].partition("==")
            found[canonicalize_name(name)] = version
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_is_exact_pins_without_addresses_hashes_or_local_builds(lock: Path):
    lines = lock.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#") and not PIN.fullmatch(line)] == []


def test_the_tools_are_locked_with_the_very_versions_that_run():
    assert pins(setup_env.RUNTIME).items() <= pins(setup_env.DEV).items()


def test_the_lock_files_fit_the_ranges_of_the_project():
    project = tomllib.loads((setup_env.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for lock, wanted in (
        (setup_env.RUNTIME, project["dependencies"]),
        (setup_env.DEV, project["optional-dependencies"]["dev"]),
    ):
        held = pins(lock)
        for requirement in map(Requirement, wanted):
            version = held.get(canonicalize_name(requirement.name), "none")
            assert version in requirement.specifier, f"{lock.name}: {requirement}, not {version}"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """A project folder of its own with a pretended .venv; the list of what pip was asked."""
    asked: list[tuple[str, ...]] = []
    for name, path in {
        "RUNTIME": tmp_path / "requirements.lock",
        "DEV": tmp_path / "requirements-dev.lock",
        "PYTHON": tmp_path / "python",
        "STAMP": tmp_path / "stamp.txt",
    }.items():
        monkeypatch.setattr(setup_env, name, path)
        if name != "STAMP":
            path.write_text(name, encoding="utf-8")
    monkeypatch.setattr(setup_env, "_wants_cpu_torch", lambda: False)
    monkeypatch.setattr(setup_env, "_pip", lambda *arguments: asked.append(arguments))
    return asked


def test_a_second_set_up_does_nothing(project: list[tuple[str, ...]]):
    setup_env.install(dev=False)
    setup_env.install(dev=False)
    assert len(project) == 1


def test_a_changed_lock_file_is_installed(project: list[tuple[str, ...]]):
    setup_env.install(dev=False)
    setup_env.RUNTIME.write_text("changed", encoding="utf-8")
    setup_env.install(dev=False)
    assert len(project) == 2


def test_what_runs_is_there_once_the_tools_are(project: list[tuple[str, ...]]):
    setup_env.install(dev=True)
    setup_env.install(dev=False)
    assert len(project) == 1


def test_the_tools_are_wanted_after_what_runs(project: list[tuple[str, ...]]):
    setup_env.install(dev=False)
    setup_env.install(dev=True)
    assert [arguments[-1] for arguments in project] == [str(setup_env.RUNTIME), str(setup_env.DEV)]
