"""The page put together: one file, whose policy lets nothing in but its own style and script."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml
from jinja2 import Environment, FileSystemLoader

from evals.compare import Comparison
from evals.errors import RunError
from evals.html_report import charts
from evals.html_report.cases import cases_of, choices_of
from evals.html_report.changes import HEADS, Changes, changes_of
from evals.html_report.spreadsheet import as_csv
from evals.html_report.tables import bands, headline, slices, tiles
from evals.slices import DIMENSIONS
from evals.stored import StoredRun
from evals.summary import IN_SLICES

_HERE = Path(__file__).parent / "templates"
_PACKS = Path(__file__).parent.parent / "packs"
_TEMPLATES = Environment(
    loader=FileSystemLoader(_HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_SHORT = 12  # characters of a digest that people compare


@dataclass(frozen=True, slots=True)
class Against:
    """What a run is compared with; `run` is None for a baseline, which keeps no answers."""

    comparison: Comparison
    run: StoredRun | None


def report_page(run: StoredRun, against: Against | None = None, *, show_test: bool = False) -> str:
    """The whole report as HTML."""
    style = (_HERE / "report.css").read_text(encoding="utf-8")
    script = (_HERE / "report.js").read_text(encoding="utf-8")
    cases = cases_of(run, show_test=show_test)
    known = {
        "run": run,
        "summary": run.summary,
        "about": _about(run),
        "may_be_shared": may_be_shared(run),
        "policy": f"style-src '{_hash(style)}'; script-src '{_hash(script)}'",
        "style": style,
        "script": script,
        "tiles": tiles(run.summary),
        "headline": headline(run.summary),
        "bands": bands(run.summary),
        "slices": slices(run.summary),
        "slice_measures": IN_SLICES,
        "charts": _charts(run),
        "chart": charts,
        "changes": _changes(run, against, show_test=show_test),
        "change_heads": HEADS,
        "cases": cases,
        "shown_ids": {case.id for case in cases},
        "hidden": len(run.scored) - len(cases),
        "choices": choices_of(cases),
        "dimensions": DIMENSIONS,
        "csv": "data:text/csv;charset=utf-8," + quote("\ufeff" + as_csv(cases)),
    }
    return _TEMPLATES.get_template("report.html").render(known)


def write_page(file: Path, page: str) -> Path:
    """Write a page, making its folder; the file. Raises RunError where it cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise RunError(f"{file} cannot be written ({reason}).") from error
    return file


def _hash(text: str) -> str:
    """The hash by which a content security policy knows a style or script."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _charts(run: StoredRun) -> list[charts.Chart]:
    points = [(float(x), float(y)) for x, y in run.summary["risk_coverage"]["points"]]
    found = (charts.success_chart(run), charts.risk_chart(points))
    return [chart for chart in found if chart is not None]


def _changes(run: StoredRun, against: Against | None, *, show_test: bool) -> Changes | None:
    if against is None:
        return None
    return changes_of(against.comparison, against.run, run, show_test=show_test)


def _about(run: StoredRun) -> list[tuple[str, str]]:
    """What the run was made with, as far as it says."""
    config = run.config
    commit = str(config.get("commit") or "")[:_SHORT]
    changed = " with uncommitted changes" if config.get("uncommitted_changes") else ""
    known = [
        ("Run", run.name),
        ("Started", _when(config.get("started"))),
        ("Documents", str(len(config.get("documents", {})) or "")),
        ("Facts asked", _choice(config.get("choice", {}))),
        ("Commit", f"{commit}{changed}" if commit else ""),
        ("Encoder", str(config.get("encoder") or "")),
        ("Identity", str(config.get("identity") or "")[:_SHORT]),
        ("Rescored from", str(config.get("rescored_from") or "")),
    ]
    return [(name, value) for name, value in known if value]


def _when(started: str | None) -> str:
    return f"{datetime.fromisoformat(started):%d %B %Y, %H:%M} UTC" if started else ""


def _choice(choice: Mapping[str, Any]) -> str:
    said = [
        f"{name} {value}" for name, value in choice.items() if value not in (None, "all", False)
    ]
    return ", ".join(said) or "all"


def may_be_shared(run: StoredRun) -> bool:
    """True where every document of the run is shipped with a pack of this project."""
    used = set(run.config.get("documents", {}).values())
    shipped = {
        document["sha256"]
        for file in _PACKS.glob("*/pack.yaml")
        for manifest in [yaml.safe_load(file.read_text(encoding="utf-8"))]
        if manifest.get("corpus_root")
        for document in manifest["documents"]
    }
    return bool(used) and used <= shipped
