"""What the commands do that read finished runs: `report`, `rescore`, `trec`, `compare`."""

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docs_store.errors import UsageError
from evals.baselines import load_baseline
from evals.compare import compare as compare_sheets
from evals.compare_text import Answers, compare_text
from evals.facts import load_pack
from evals.foreign import beside_ours, exported
from evals.html_report.page import Against, report_page, write_page
from evals.report import misses, report
from evals.rescore import rescore as score_again
from evals.run_folder import write_lines
from evals.sheets import Sheet, sheet_of
from evals.stored import StoredRun, load_run
from evals.trec import qrel_lines, read_run, run_lines


def show(options: Namespace) -> int:
    """Print the report of a run again, or write it as a page; 0."""
    run = load_run(options.run)
    if options.out is not None:
        against = _against(options.compare, run, intersect=options.intersect)
        page = report_page(run, against, show_test=options.show_test)
        print(f"written to {write_page(options.out, page)}: open it in a browser")
        return 0
    if options.compare:
        raise UsageError('--compare needs --out; "python -m evals compare" prints what changed.')
    print(report(run.summary))
    if options.misses:
        print("\n" + misses(run.scored, options.misses, show_test=options.show_test))
    return 0


def _against(given: str | None, run: StoredRun, *, intersect: bool) -> Against | None:
    """What changed from another run or a baseline to `run`; None where none is given."""
    if given is None:
        return None
    before = _run_or_none(given)
    sheet = load_baseline(given) if before is None else sheet_of(before)
    return Against(compare_sheets(sheet, sheet_of(run), intersect=intersect), before)


def rescore(options: Namespace) -> int:
    """Score a run's answers again, print the report, keep the new run; 0."""
    pack = None if options.pack is None else load_pack(options.pack)
    done = score_again(load_run(options.run), out=options.out, pack=pack)
    print(report(done.summary))
    print(f"\nkept in {done.folder}")
    return 0


def trec(options: Namespace) -> int:
    """Write a run's qrels and rankings in TREC form, or score somebody else's beside them; 0."""
    run = load_run(options.run)
    if options.score is not None:
        print(_table(beside_ours(run, read_run(options.score), options.level)))
        return 0
    qrels, rankings = exported(run, options.level)
    options.out.mkdir(parents=True, exist_ok=True)
    write_lines(options.out / f"{options.level}.qrels.txt", qrel_lines(qrels))
    write_lines(options.out / f"{options.level}.run.txt", run_lines(rankings))
    print(f"written to {options.out}")
    return 0


def compare(options: Namespace) -> int:
    """Print what changed between two runs, or a baseline (by its name) and a run; 0."""
    before, answers_before = _sheet(options.before)
    after, answers_after = _sheet(options.after)
    found = compare_sheets(before, after, intersect=options.intersect)
    print(
        compare_text(
            found,
            answers_before,
            answers_after,
            limit=options.flips,
            show_test=options.show_test,
        )
    )
    return 0


def _sheet(given: str) -> tuple[Sheet, Answers]:
    """The sheet of a run's folder with its answers, or of a baseline, which has none."""
    run = _run_or_none(given)
    if run is None:
        return load_baseline(given), {}
    return sheet_of(run), {one.fact.id: one for one in run.scored}


def _run_or_none(given: str) -> StoredRun | None:
    """The run in a folder; None for what can only be the name of a baseline."""
    is_name = not Path(given).is_dir() and Path(given).name == given
    return None if is_name else load_run(Path(given))


def _table(means: Mapping[str, Mapping[str, Any]]) -> str:
    lines = [f"{'':12}" + "".join(f"{whose:>24}" for whose in means)]
    for name in next(iter(means.values())):
        cells = (_cell(found[name]) for found in means.values())
        lines.append(f"{name:12}" + "".join(f"{cell:>24}" for cell in cells))
    return "\n".join(lines)


def _cell(found: Mapping[str, Any]) -> str:
    if found["low"] is None:
        return f"{found['mean']:.3f}"
    return f"{found['mean']:.3f} [{found['low']:.3f}–{found['high']:.3f}]"
