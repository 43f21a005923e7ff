"""Baselines: what a blessed run scored, fact by fact, as small files under version control.

A baseline holds ids, digests and figures, and no word of a question, an answer or a document. Only
`bless` moves one.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.errors import BaselineError
from evals.sheets import Sheet, SheetRow, row_of, sheet_of
from evals.slices import DIMENSIONS
from evals.stored import StoredRun
from evals.summary import HEADLINE

BASELINES = Path(__file__).parent / "baselines"


def bless(run: StoredRun, name: str, folder: Path = BASELINES) -> Path:
    """Make a run the baseline `name`; returns its file.

    Raises BaselineError for a run in which something went wrong, or a name that is no file's.
    """
    if not name or not all(c.isalnum() or c in "-_." for c in name) or name.startswith("."):
        raise BaselineError(
            f'"{name}" cannot be the name of a baseline: use letters, digits and hyphens.'
        )
    if run.problems:
        raise BaselineError(
            f"{run.name} cannot be blessed: {len(run.problems)} things went wrong in it "
            f"(first: {run.problems[0]})."
        )
    file = folder / f"{name}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_text(name, run), encoding="utf-8")
    return file


def _text(name: str, run: StoredRun) -> str:
    """The JSON of a baseline, a line for each fact, so that a change of one is a change of a line."""
    sheet = sheet_of(run)
    head = {
        "name": name,
        "pack": run.pack,
        "run": run.name,
        "commit": run.config.get("commit"),
        "identity": run.config.get("identity"),
        "measuring_sha256": sheet.measuring,
        "documents": sheet.documents,
        "slices": list(DIMENSIONS),
        "measures": list(HEADLINE),
    }
    opened = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    documents = list(sheet.documents)
    rows = ",\n".join(
        f"  {_json(key)}: {_json(_packed(row, documents))}" for key, row in sheet.rows.items()
    )
    return f'{opened},\n "facts": {{\n{rows}\n }}\n}}\n'


def _packed(row: SheetRow, documents: Sequence[str]) -> list[Any]:
    """A row without names: digest, documents by their number, slices, stage, scores."""
    return [
        row.digest,
        [documents.index(name) for name in row.documents if name in documents],
        [list(row.slices.get(dimension, ())) for dimension in DIMENSIONS],
        row.stage.value if row.stage else None,
        [row.scores.get(name) for name in HEADLINE],
    ]


def _unpacked(key: str, packed: Sequence[Any], content: Mapping[str, Any]) -> SheetRow:
    digest, numbers, slices, stage, scores = packed
    names = list(content["documents"])
    return row_of(
        {
            "id": key,
            "digest": digest,
            "documents": [names[number] for number in numbers],
            "slices": dict(zip(content["slices"], slices, strict=True)),
            "lost_at": stage,
            "scores": dict(zip(content["measures"], scores, strict=True)),
        }
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def load_baseline(name: str, folder: Path = BASELINES) -> Sheet:
    """A baseline by its name. Raises BaselineError where there is none that can be read."""
    file = folder / f"{name}.json"
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        facts: Mapping[str, Sequence[Any]] = content["facts"]
        rows = {key: _unpacked(key, packed, content) for key, packed in facts.items()}
        return Sheet(
            name=f"baseline {name}",
            pack=content["pack"],
            documents=content["documents"],
            measuring=content["measuring_sha256"],
            rows=rows,
        )
    except FileNotFoundError:
        raise BaselineError(
            f"There is no baseline {name} in {folder}: "
            f'"python -m evals bless RUN --as {name}" makes a run one.'
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BaselineError(f"{file} is not a baseline that can be read ({error}).") from error
