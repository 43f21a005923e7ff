"""What `gate` and `bless` do: 0 passed, 1 got worse, 2 cannot be judged, 3 crashed."""

import logging
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from docs_store.errors import FootnoteError
from evals.baselines import BASELINES, load_baseline
from evals.baselines import bless as make_baseline
from evals.compare import compare
from evals.errors import BaselineError, NotComparable
from evals.gate import Gated, Verdict
from evals.gate import gate as gate_run
from evals.gate_file import PackDemands, load_gate
from evals.gate_text import junit, markdown
from evals.sheets import sheet_of
from evals.stored import StoredRun, load_run


def gate(options: Namespace) -> int:
    """Gate the runs given."""
    return gated(lambda: gate_runs(options.runs, options))


def gated(work: Callable[[], int]) -> int:
    """What `work` returns; where it cannot be finished, 2 if what was given is at fault, else 3.

    1 is kept for a regression, so that a script can tell one from a full disk.
    """
    try:
        return work()
    except FootnoteError as error:
        print(error, file=sys.stderr)
        return Verdict.INVALID if error.exit_code == Verdict.INVALID else Verdict.CRASHED
    except Exception as error:
        logging.getLogger(__name__).debug("unforeseen", exc_info=True)
        said = " ".join(str(error).split())[:300] or type(error).__name__
        print(f"The gate crashed: {said} (set FOOTNOTE_LOG=DEBUG to see more)", file=sys.stderr)
        return Verdict.CRASHED


def gate_runs(folders: Sequence[Path], options: Namespace) -> int:
    """Gate runs, print the summary, write it where asked; the worst verdict. Raises what loading
    runs and the gate's file raises; a run that cannot be held against its baseline is invalid, and
    the others are gated."""
    demands = load_gate(options.gate)
    runs = [load_run(folder) for folder in folders]
    found = [_gated(run, demands.demands_of(run.pack)) for run in runs]
    print(markdown(found))
    for file, text in ((options.markdown, markdown(found)), (options.junit, junit(found))):
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return max((one.verdict for one in found), default=Verdict.PASSED)


def _gated(run: StoredRun, demands: PackDemands) -> Gated:
    try:
        return gate_run(run, load_baseline(demands.baseline, BASELINES), demands)
    except (BaselineError, NotComparable) as error:
        return Gated(run.pack, run.name, (), (str(error),), None, Verdict.INVALID)


def bless(options: Namespace) -> int:
    """Make a run a baseline, and say what that changes; 0."""
    run = load_run(options.run)
    changes = _changes(run, options.name)
    file = make_baseline(run, options.name, BASELINES)
    print(f"{changes}\nwritten to {file}: commit it, and others are held against it")
    return 0


def _changes(run: StoredRun, name: str) -> str:
    try:
        before = load_baseline(name, BASELINES)
    except BaselineError:
        return f"{name} is a new baseline"
    try:
        found = compare(before, sheet_of(run))
    except NotComparable as error:
        return f"{name} is replaced: {error}"
    return f"{name} moves: {len(found.worse)} facts pass no more, {len(found.better)} pass now"
