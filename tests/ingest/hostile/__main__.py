"""python -m tests.ingest.hostile [READER...] [--count N]: the readers meet every hostile file, within
the product's own limits; prints the table of docs/results.md, and what no reader foresaw."""

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from ingest.workers import Readers
from tests.ingest.hostile.files import READERS, bombs, mutants
from tests.ingest.hostile.meeting import Met, load_measured, meet


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.ingest.hostile")
    parser.add_argument("readers", nargs="*", default=READERS)
    parser.add_argument("--count", type=int, default=1_000, help="mutated files a reader")
    asked = parser.parse_args()
    print("| reader | files | read | set aside | seconds, the slowest | MB, the largest |")
    print("|---|---|---|---|---|---|")
    for reader in asked.readers:
        with (
            tempfile.TemporaryDirectory() as folder,
            Readers(processes=1, ocr_pages=1, load=load_measured) as readers,
        ):
            kinds = {
                "mutated": mutants(reader, 0, asked.count),
                "bombs": bombs(reader, "quick"),
                "larger bombs": bombs(reader, "slow"),
            }
            if reader == "pdf":
                kinds["bombs that end PDFium"] = bombs(reader, "fatal")
            for kind, files in kinds.items():
                _show(f"{reader}, {kind}", list(meet(readers, Path(folder), reader, files)))


def _show(what: str, met: list[Met]) -> None:
    slowest = max(met, key=lambda each: each.seconds)
    largest = max(met, key=lambda each: each.peak_mb)
    read = sum(each.reason is None for each in met)
    print(
        f"| {what} | {len(met)} | {read} | {len(met) - read} "
        f"| {slowest.seconds:.1f} ({slowest.name}) | {largest.peak_mb} ({largest.name}) |",
        flush=True,
    )
    for each in met:
        if not each.is_foreseen:
            print("  not foreseen:", each, flush=True)
    reasons = Counter(" ".join((each.reason or "").split()[1:7]) for each in met)
    for reason, count in reasons.most_common():
        print(f"  {count:5} {reason or 'read'}")


if __name__ == "__main__":
    main()
