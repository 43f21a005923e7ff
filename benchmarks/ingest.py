"""How fast an ingest is beside the plain pipeline, on the same files in one run.

`python -m benchmarks.ingest FOLDER [--reports 10 112]` prints seconds, pages a second, peak memory
and the ratio. Each measurement is a process of its own; times differ between runs, ratios less.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

WAYS = ("ours", "plain at 200 tokens", "plain at 1,024 tokens", "ours again, unchanged")


@dataclass(frozen=True, slots=True)
class Measured:
    """One way of ingesting `reports` files; `memory_mb` is the largest process's peak."""

    way: str
    reports: int
    pages: int
    passages: int
    seconds: float
    memory_mb: float


def main() -> None:
    """Measure every way on every number of reports, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder of PDF reports")
    parser.add_argument("--reports", type=int, nargs="+", default=[10, 112])
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--store", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.way:
        files = _files(arguments.folder, arguments.reports[0])
        measured = _measure(arguments.way, files, arguments.folder, arguments.store)
        print(json.dumps(asdict(measured)))
        return
    for count in arguments.reports:
        with tempfile.TemporaryDirectory() as scratch:
            _print([_in_a_process(way, arguments.folder, count, Path(scratch)) for way in WAYS])


def _files(folder: Path, count: int) -> list[Path]:
    """Every so many-th of the reports, so that few are as mixed in age and length as all."""
    files = sorted(folder.rglob("*.pdf"))
    step = max(1, len(files) // count)
    return files[::step][:count]


def _in_a_process(way: str, folder: Path, count: int, scratch: Path) -> Measured:
    store = scratch / ("ours" if way.startswith("ours") else way.replace(" ", "-"))
    command = [sys.executable, "-m", "benchmarks.ingest", str(folder), "--reports", str(count)]
    done = subprocess.run(
        [*command, "--way", way, "--store", str(store)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def _measure(way: str, files: Sequence[Path], folder: Path, store: Path) -> Measured:
    run: Callable[[], tuple[int, int]]
    if way.startswith("ours"):
        run = lambda: _ingest_ours(files, folder, store)  # noqa: E731
    else:
        tokens = 200 if "200" in way else 1024
        run = lambda: _ingest_plainly(files, store, tokens)  # noqa: E731
    started = time.perf_counter()
    pages, passages = run()
    seconds = time.perf_counter() - started
    peaks = [
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    return Measured(way, len(files), pages, passages, seconds, max(peaks))


def _ingest_ours(files: Sequence[Path], folder: Path, store: Path) -> tuple[int, int]:
    from ingest.pipeline import ingest_paths

    linked = store.parent / "files"
    for file in files:
        target = linked / file.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            target.symlink_to(file.resolve())
    report = ingest_paths([linked], store)
    return report.pages, report.passages


def _ingest_plainly(files: Sequence[Path], store: Path, tokens: int) -> tuple[int, int]:
    from benchmarks.plain_pipeline import ingest_plainly

    return ingest_plainly(files, store, tokens)


def _print(rows: Sequence[Measured]) -> None:
    ours = rows[0].seconds
    print(f"\n{rows[0].reports} reports, {rows[0].pages} pages")
    for row in rows:
        rate = row.pages / row.seconds
        print(
            f"  {row.way:<24}{row.seconds:8.1f} s {rate:7.1f} pages/s {row.memory_mb:7.0f} MB "
            f"{row.passages:7} passages   {row.seconds / ours:5.2f} × ours"
        )


if __name__ == "__main__":
    main()
