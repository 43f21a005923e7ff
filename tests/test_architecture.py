"""The house rules that a machine can hold: who may import whom, and what nothing is named."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGES = ("assistant", "docs_store", "evals", "ingest", "web")
MODULES = sorted(
    path.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("*.py")
)
NAMELESS = {"base", "common", "core", "helper", "helpers", "misc", "util", "utils"}


def test_imports_go_one_way_only():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_package_is_there():
    assert [package for package in PACKAGES if not (ROOT / package / "__init__.py").exists()] == []


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_module_is_a_drawer_for_odds_and_ends(module: Path):
    assert module.stem not in NAMELESS


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_package_swallows_a_missing_import(module: Path):
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    caught = [
        name.id
        for handler in ast.walk(tree)
        if isinstance(handler, ast.ExceptHandler) and handler.type is not None
        for name in ast.walk(handler.type)
        if isinstance(name, ast.Name)
    ]
    assert not {"ImportError", "ModuleNotFoundError"} & set(caught)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_settings_from_the_environment_are_read_in_entry_points_only(module: Path):
    if module.name in ("__main__.py", "settings.py"):
        return
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    reads = [
        f"line {node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Subscript) and _reads_the_environment(node)
    ]
    assert reads == []


def _reads_the_environment(node: ast.Attribute | ast.Subscript) -> bool:
    if isinstance(node, ast.Attribute):
        return ast.unparse(node) in ("os.getenv", "os.environ.get")
    return isinstance(node.ctx, ast.Load) and ast.unparse(node.value) == "os.environ"
