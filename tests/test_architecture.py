"""The house rules that a machine can hold: who may import whom, and what nothing is named."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

PACKAGES = ("assistant", "docs_store", "evals", "ingest", "web")
NAMELESS = {"base", "common", "core", "helper", "helpers", "misc", "util", "utils"}
ENTRY_POINTS = ("__main__.py", "commands.py", "settings.py")


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


def test_no_module_is_a_drawer_for_odds_and_ends():
    assert [str(path) for path in modules() if path.stem in NAMELESS] == []


def test_no_module_swallows_a_missing_import():
    caught = [
        f"{path}:{handler.lineno}"
        for path in modules()
        for handler in ast.walk(parsed(path))
        if isinstance(handler, ast.ExceptHandler)
        and handler.type is not None
        and any(name in ast.unparse(handler.type) for name in ("ImportError", "ModuleNotFound"))
    ]
    assert caught == []


def test_settings_from_the_environment_are_read_in_entry_points_only():
    reads = [
        f"{path}:{node.lineno}"
        for path in modules()
        if path.name not in ENTRY_POINTS
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute | ast.Subscript) and reads_the_environment(node)
    ]
    assert reads == []


def modules() -> Iterator[Path]:
    """Every module of the packages, relative to the root of the project."""
    for package in PACKAGES:
        yield from (path.relative_to(ROOT) for path in sorted((ROOT / package).rglob("*.py")))


def parsed(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def reads_the_environment(node: ast.Attribute | ast.Subscript) -> bool:
    if isinstance(node, ast.Attribute):
        return ast.unparse(node) in ("os.getenv", "os.environ.get")
    return isinstance(node.ctx, ast.Load) and ast.unparse(node.value) == "os.environ"
