"""`python -m ingest`: bring a store in line with files and folders, and look after it."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from docs_store.commands import add_store_option, run_command, store_dir
from docs_store.errors import UsageError
from ingest.report import IngestReport

_VERBS = ("status", "verify", "rebuild", "remove")
_SET_ASIDE = 3
_MANIFEST = ".toml"
_DESCRIPTION = """\
python -m ingest PATH...            take in files and folders, and drop what has gone from them
python -m ingest SOURCES.toml       download what a manifest of addresses names, and take it in
python -m ingest status             what the store holds, and what was set aside
python -m ingest verify             prove that every passage is found by its own vector
python -m ingest rebuild            make the vector index anew from the catalogue
python -m ingest remove DOCUMENT    take a document out
"""


def main(argv: Sequence[str]) -> int:
    """The command; returns its exit code."""
    arguments = _parser().parse_args(argv)
    first, *rest = arguments.paths
    if first not in _VERBS:
        return _ingest([Path(path) for path in arguments.paths], arguments)
    if first == "remove" and len(rest) != 1:
        raise UsageError('Name one document to remove, as "python -m ingest status" lists it.')
    if first != "remove" and rest:
        raise UsageError(f'"{first}" takes no paths.')
    from ingest import upkeep

    store = store_dir(arguments)
    if first == "status":
        lines, code = upkeep.status(store)
    elif first == "verify":
        lines, code = upkeep.verify(store)
    elif first == "rebuild":
        lines, code = upkeep.rebuild(store)
    else:
        lines, code = upkeep.remove(store, rest[0])
    print("\n".join(lines))
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m ingest",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="files, folders, a manifest, or a verb"
    )
    parser.add_argument("--report", type=Path, metavar="FILE.json", help="write the report as JSON")
    parser.add_argument(
        "--strict", action="store_true", help="exit with 3 when a file was set aside"
    )
    add_store_option(parser)
    return parser


def _ingest(paths: Sequence[Path], arguments: argparse.Namespace) -> int:
    report, downloads = _bring_in(paths, store_dir(arguments))
    for line in summary(report):
        print(line)
    if arguments.report:
        written = report.to_json() | ({"downloads": downloads} if downloads else {})
        text = json.dumps(written, indent=2, ensure_ascii=False)
        arguments.report.write_text(text + "\n", encoding="utf-8")
    return _SET_ASIDE if arguments.strict and report.set_aside else 0


def _bring_in(paths: Sequence[Path], store: Path) -> tuple[IngestReport, list[dict[str, object]]]:
    """Files and folders, or one manifest of addresses; heavy imports wait until paths are good."""
    from docs_store.settings import StoreSettings
    from ingest.files import find_files

    model = StoreSettings().encoder
    if any(path.suffix == _MANIFEST for path in paths):
        if len(paths) > 1:
            raise UsageError("Give a manifest (.toml) by itself, without other paths.")
        from ingest.from_manifest import ingest_manifest

        report, outcomes = ingest_manifest(paths[0], store, encoder_model=model, tell=_tell)
        return report, [outcome.to_json() for outcome in outcomes]
    find_files(paths, store)
    from ingest.pipeline import ingest_paths
    from ingest.progress import showing_progress

    with showing_progress() as (tell, progress):
        report = ingest_paths(paths, store, encoder_model=model, tell=tell, progress=progress)
    return report, []


def _tell(line: str) -> None:
    print(line, flush=True)


def summary(report: IngestReport) -> list[str]:
    """The report for a person: counts, then every file that was set aside and why."""
    counts = [
        (len(report.added), "added"),
        (len(report.updated), "updated"),
        (len(report.unchanged), "unchanged"),
        (len(report.removed), "removed"),
        (len(report.set_aside), "set aside"),
    ]
    lines = [", ".join(f"{count} {word}" for count, word in counts if count) or "Nothing to do"]
    lines.append(
        f"The store holds {report.documents} documents, {report.pages} pages, "
        f"{report.passages} passages ({report.seconds:.1f} s)."
    )
    lines += [f"Set aside: {file}: {reason}" for file, reason in report.set_aside.items()]
    for name, pages in report.unread_pages.items():
        numbers = ", ".join(str(page) for page in pages)
        lines.append(f"Not read: {name}, page {numbers}: no text layer.")
    return lines


if __name__ == "__main__":
    sys.exit(run_command(main))
