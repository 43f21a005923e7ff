"""The options of `python -m evals`, and which function each command is. Loads nothing heavy: a
command's module is imported when the command is run."""

import argparse
import importlib
import sys
from collections.abc import Callable
from pathlib import Path

_DESCRIPTION = """\
python -m evals validate     prove that packs of known facts are true of their documents
python -m evals run          put the facts to the assistant, score the answers, keep the run
python -m evals report RUN   print a run again, or write it as a page (--out report.html)
python -m evals compare A B  what changed between two runs, or a baseline and a run
python -m evals gate RUN     is it good enough? 0 yes, 1 worse, 2 invalid, 3 crashed
python -m evals bless RUN    make it the baseline that others are held against
python -m evals rescore RUN  score its answers again, by today's measures or corrected facts
python -m evals add "…"      propose a fact: a question, and where its answer might stand
python -m evals review       accept or reject what is proposed
python -m evals trec RUN     its qrels and rankings for other tools, or theirs scored beside it
"""
_LEVELS = ("passage", "page", "document")
_RUNS = Path("runs")


def parser_of_commands() -> argparse.ArgumentParser:
    """The parser of every command; what it reads has `does`, the function to call with it."""
    parser = argparse.ArgumentParser(
        prog="python -m evals",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    places = _place_options()
    shared = _pack_options(places)
    _add_validate(commands.add_parser("validate", parents=[shared], help="check packs"))
    _add_run(commands.add_parser("run", parents=[shared], help="ask, score, report and keep"))
    _add_report(commands.add_parser("report", help="a run as text or as a page"))
    _add_compare(commands.add_parser("compare", help="what changed between two runs"))
    _add_gate(commands.add_parser("gate", help="hold runs against floors and baselines"))
    _add_bless(commands.add_parser("bless", help="make a run a baseline"))
    _add_rescore(commands.add_parser("rescore", help="score a run's answers again"))
    _add_add(commands.add_parser("add", parents=[places], help="propose a fact"))
    _add_review(commands.add_parser("review", parents=[places], help="decide on candidates"))
    _add_trec(commands.add_parser("trec", help="export a run, or score another system's"))
    return parser


def _calls(name: str) -> Callable[[argparse.Namespace], int]:
    """The function `module.function` of this package, imported when it is called."""
    module, function = name.split(".")

    def call(options: argparse.Namespace) -> int:
        code: int = getattr(importlib.import_module(f"evals.{module}"), function)(options)
        return code

    return call


def tell(line: str) -> None:
    """Say how a command is getting on."""
    print(line, file=sys.stderr, flush=True)


def _pack_options(places: argparse.ArgumentParser) -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, parents=[places])
    shared.add_argument(
        "--pack",
        action="append",
        type=Path,
        metavar="DIR",
        help="folder of a pack; may be repeated (default: every pack whose documents are at hand)",
    )
    return shared


def _place_options() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--corpus", type=Path, metavar="DIR", help="where documents lie that packs do not ship"
    )
    shared.add_argument(
        "--store", type=Path, metavar="DIR", help="a store that already holds the documents"
    )
    shared.add_argument(
        "--work",
        type=Path,
        default=_RUNS / "stores",
        metavar="DIR",
        help="where stores are built otherwise (default: %(default)s)",
    )
    return shared


def _add_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        default=_RUNS,
        metavar="DIR",
        help="where run folders are kept (default: %(default)s)",
    )


def _add_misses(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="list the N worst misses"
    )
    parser.add_argument("--show-test", action="store_true", help="list those of the test split too")


def _add_validate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--doubts", action="store_true", help="list what a reviewer should look at, too"
    )
    parser.set_defaults(does=_calls("commands.validate"))


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--split", choices=("dev", "test", "all"), default="all")
    parser.add_argument("--kind", metavar="KIND", help="ask facts of one kind only")
    parser.add_argument("--limit", type=int, metavar="N", help="ask the first N facts of each pack")
    parser.add_argument(
        "--candidates", action="store_true", help="ask facts that wait for a reviewer, too"
    )
    _add_out(parser)
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the summaries here")
    _add_misses(parser)
    parser.add_argument(
        "--controls", action="store_true", help=argparse.SUPPRESS
    )  # they are in every run; the option is still taken from scripts
    parser.add_argument(
        "--gate",
        type=Path,
        metavar="FILE",
        help="then gate the runs by this file; without --pack, run the packs that it names",
    )
    _add_gate_outputs(parser)
    parser.set_defaults(does=_calls("commands.run"))


def _add_report(parser: argparse.ArgumentParser) -> None:
    _add_a_run(parser)
    _add_misses(parser)
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write it as one HTML page that needs no network"
    )
    parser.add_argument(
        "--compare",
        metavar="OTHER",
        help="on the page, say what changed since this run or baseline",
    )
    parser.add_argument(
        "--intersect", action="store_true", help="compare only what is the same in both"
    )
    parser.set_defaults(does=_calls("run_commands.show"))


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="A", help="folder of a run, or name of a baseline")
    parser.add_argument("after", metavar="B", help="the same")
    parser.add_argument(
        "--intersect", action="store_true", help="compare only what is the same in both"
    )
    parser.add_argument(
        "--flips",
        type=int,
        default=20,
        metavar="N",
        help="show so many facts of each kind (default: %(default)s)",
    )
    parser.add_argument("--show-test", action="store_true", help="show the test split's, too")
    parser.set_defaults(does=_calls("run_commands.compare"))


def _add_gate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("runs", nargs="+", type=Path, metavar="RUN", help="folder of a run")
    parser.add_argument(
        "--gate",
        type=Path,
        default=Path(__file__).parent / "gate.yaml",
        metavar="FILE",
        help="floors and margins (default: the project's own)",
    )
    _add_gate_outputs(parser)
    parser.set_defaults(does=_calls("gate_commands.gate"))


def _add_gate_outputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--junit", type=Path, metavar="FILE", help="write JUnit XML here")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the summary here")


def _add_bless(parser: argparse.ArgumentParser) -> None:
    _add_a_run(parser)
    parser.add_argument("--as", dest="name", required=True, metavar="NAME", help="the baseline")
    parser.set_defaults(does=_calls("gate_commands.bless"))


def _add_rescore(parser: argparse.ArgumentParser) -> None:
    _add_a_run(parser)
    parser.add_argument(
        "--pack", type=Path, metavar="DIR", help="against the facts of this pack as they are now"
    )
    _add_out(parser)
    parser.set_defaults(does=_calls("run_commands.rescore"))


def _add_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="?", help="the question, as people would ask it")
    _add_one_pack(parser)
    parser.add_argument(
        "--answer", action="append", default=[], metavar="TEXT", help="what must be said; repeat"
    )
    parser.add_argument(
        "--unanswerable", action="store_true", help="the documents do not answer it"
    )
    parser.add_argument(
        "--gold", default="1", metavar="N,N", help="which of the proposals are gold (default: 1)"
    )
    parser.add_argument(
        "--history", action="append", default=[], metavar="TEXT", help="asked before it; repeat"
    )
    parser.add_argument("--as-of", metavar="YYYY-MM-DD", help="the day that is asked about")
    parser.add_argument("--kind", metavar="KIND", help="what sort of question it is")
    parser.add_argument("--author", metavar="NAME")
    parser.add_argument("--note", metavar="TEXT")
    parser.add_argument(
        "--feedback", type=Path, metavar="FILE", help="propose what users said of answers instead"
    )
    parser.set_defaults(does=_calls("authoring_commands.add"))


def _add_review(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", help="a candidate (default: list them)")
    _add_one_pack(parser)
    decision = parser.add_mutually_exclusive_group()
    decision.add_argument("--accept", dest="decision", action="store_const", const="accepted")
    decision.add_argument("--reject", dest="decision", action="store_const", const="rejected")
    parser.add_argument("--by", metavar="NAME", help="who decides")
    parser.set_defaults(does=_calls("authoring_commands.review"))


def _add_one_pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pack", type=Path, required=True, metavar="DIR", help="folder of a pack")


def _add_trec(parser: argparse.ArgumentParser) -> None:
    _add_a_run(parser)
    parser.add_argument("--level", choices=_LEVELS, default="passage")
    parser.add_argument(
        "--score", type=Path, metavar="FILE", help="score this TREC run beside the run's own"
    )
    parser.add_argument(
        "--out", type=Path, default=Path(), metavar="DIR", help="where files go (default: here)"
    )
    parser.set_defaults(does=_calls("run_commands.trec"))


def _add_a_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", type=Path, metavar="RUN", help="folder of a run")
