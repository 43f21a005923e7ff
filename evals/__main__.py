"""`python -m evals validate|run`: known facts put to the assistant, and what came of it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from docs_store.commands import run_command

_DESCRIPTION = """\
python -m evals validate    prove that packs of known facts are true of their documents
python -m evals run         put the facts to the assistant, score the answers, keep the run
"""


def main(argv: Sequence[str]) -> int:
    """The command; returns its exit code."""
    options = _parser().parse_args(argv)
    from evals import commands

    command = commands.run if options.command == "run" else commands.validate
    return command(options, _tell)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="validate | run")
    shared = _shared_options()
    validate = commands.add_parser(
        "validate", parents=[shared], help="check packs against their documents"
    )
    validate.add_argument(
        "--doubts", action="store_true", help="list what a reviewer should look at, too"
    )
    run = commands.add_parser("run", parents=[shared], help="ask, score, report and keep")
    _add_run_options(run)
    return parser


def _shared_options() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--pack",
        action="append",
        type=Path,
        metavar="DIR",
        help="folder of a pack; may be repeated (default: every pack whose documents are at hand)",
    )
    shared.add_argument(
        "--corpus", type=Path, metavar="DIR", help="where documents lie that packs do not ship"
    )
    shared.add_argument(
        "--store", type=Path, metavar="DIR", help="a store that already holds the documents"
    )
    shared.add_argument(
        "--work",
        type=Path,
        default=Path("runs/stores"),
        metavar="DIR",
        help="where stores are built otherwise (default: %(default)s)",
    )
    return shared


def _add_run_options(run: argparse.ArgumentParser) -> None:
    run.add_argument("--split", choices=("dev", "test", "all"), default="all")
    run.add_argument("--kind", metavar="KIND", help="ask facts of one kind only")
    run.add_argument("--limit", type=int, metavar="N", help="ask the first N facts of each pack")
    run.add_argument(
        "--out",
        type=Path,
        default=Path("runs"),
        metavar="DIR",
        help="where run folders are kept (default: %(default)s)",
    )
    run.add_argument("--json", type=Path, metavar="FILE", help="also write the summaries here")
    run.add_argument("--misses", type=int, default=0, metavar="N", help="list the N worst misses")
    run.add_argument("--show-test", action="store_true", help="list those of the test split too")
    run.add_argument("--controls", action="store_true", help="rank with baseline retrievers too")


if __name__ == "__main__":
    sys.exit(run_command(main))
