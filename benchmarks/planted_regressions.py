"""Does the gate catch a fault in each stage, and blame the stage it was planted in?

`python -m benchmarks.planted_regressions [--pack DIR] [--corpus DIR]` runs a pack as the code is,
takes that run as the baseline, then plants one fault after the other (benchmarks/plants.py), runs
the pack again and gates each run by the pack's own demands. It prints one line for each fault and
exits 1 if one is not caught or put down to another stage.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from assistant.ask import Assistant
from assistant.settings import AssistantSettings
from benchmarks.plants import PLANTS, Plant, page_to_lose
from docs_store.catalogue import Catalogue
from docs_store.encoder import Encoder
from docs_store.originals import Originals
from docs_store.vectors import Vectors
from evals.asking import Choice
from evals.citing import Place
from evals.corpus import Corpus
from evals.facts import Pack, load_pack
from evals.gate import Gated, Verdict, gate
from evals.gate_file import PackDemands, load_gate
from evals.run import run_pack
from evals.sheets import sheet_of
from evals.stored import StoredRun, load_run
from evals.stores import store_for

HEALTHY = Plant("nothing is changed", ())
_SETTINGS = AssistantSettings(shown=50)


@dataclass(frozen=True, slots=True)
class Bench:
    """A pack and the store it is run against, with one encoder for all runs."""

    pack: Pack
    store: Path
    encoder: Encoder
    out: Path

    def run(self, plant: Plant, place: Place = ("", None)) -> StoredRun:
        """The pack run with a fault; `place` is the page to lose."""
        with (
            closing(Catalogue.open(self.store)) as catalogue,
            closing(Vectors(self.store)) as vectors,
            plant.replaces(),
        ):
            plant.spoil(catalogue, place)
            assistant = Assistant(catalogue, vectors, self.encoder, _SETTINGS)
            corpus = Corpus(catalogue, Originals(self.store).path)
            made = run_pack(
                self.pack,
                Choice(),
                plant.wraps(assistant),
                corpus,
                out=self.out,
                config={"documents": corpus.sha256},
            )
        return load_run(made.folder)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the gate made of a fault: facts that pass no more, the measures that fail, and the stage
    blamed first ("" where none is)."""

    plant: Plant
    lost: int
    failed: tuple[str, ...]
    blamed: str

    @property
    def is_caught(self) -> bool:
        """True when the gate fails, or for the healthy run, when it does not."""
        return bool(self.failed) is (self.plant is not HEALTHY)

    @property
    def is_blamed_rightly(self) -> bool:
        """True when the stage is that of the fault, or nothing is blamed and nothing planted."""
        return self.blamed in self.plant.blamed if self.plant.blamed else not self.blamed


def outcomes(bench: Bench, demands: PackDemands, plants: Sequence[Plant] = PLANTS) -> list[Outcome]:
    """The healthy run against itself run again, then each fault that there is something to lose
    by."""
    baseline = bench.run(HEALTHY)
    sheet = sheet_of(baseline)
    place = page_to_lose(baseline, sheet)
    return [
        _outcome(plant, gate(bench.run(plant, place), sheet, demands))
        for plant in (HEALTHY, *plants)
        if plant.has_something_to_lose(sheet.rows.values())
    ]


def _outcome(plant: Plant, gated: Gated) -> Outcome:
    assert gated.comparison is not None
    assert gated.verdict in (Verdict.PASSED, Verdict.REGRESSION), gated.problems
    blamed = gated.comparison.blamed
    failed = tuple(check.name for check in gated.checks if not check.is_met)
    return Outcome(plant, len(gated.comparison.worse), failed, blamed[0][0] if blamed else "")


def table(found: Sequence[Outcome]) -> str:
    """The outcomes as a Markdown table."""
    lines = ["| planted | pass → fail | blamed | demands not met |", "|---|---|---|---|"]
    for one in found:
        mark = "" if one.is_caught and one.is_blamed_rightly else " ✗"
        failed = ", ".join(one.failed[:3]) + (
            f" and {len(one.failed) - 3} more" * (len(one.failed) > 3)
        )
        lines.append(
            f"| {one.plant.name}{mark} | {one.lost} | {one.blamed or '–'} | {failed or '–'} |"
        )
    return "\n".join(lines)


def main() -> int:
    """Plant every fault and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    packs = Path("evals/packs")
    parser.add_argument("--pack", type=Path, default=packs / "harrowmere")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--work", type=Path, default=Path("runs/stores"))
    parser.add_argument("--gate", type=Path, default=Path("evals/gate.yaml"))
    options = parser.parse_args()
    pack = load_pack(options.pack)
    store = store_for(pack, store=None, work=options.work, corpus=options.corpus)
    demands = load_gate(options.gate).demands_of(pack.name)
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(pack, store, Encoder(), Path(scratch))
        found = outcomes(bench, demands)
    print(table(found))
    tried = {one.plant.name for one in found}
    for plant in PLANTS:
        if plant.name not in tried:
            print(f"\n{plant.name}: not tried, since no fact of this pack could be lost by it")
    return 0 if all(one.is_caught and one.is_blamed_rightly for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
