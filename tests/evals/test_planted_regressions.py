"""The gate against faults planted in the real assistant, on the part of the sample pack that it
passes. `python -m benchmarks.planted_regressions` does the same over whole packs."""

import pytest

from benchmarks.planted_regressions import HEALTHY, Bench, Outcome, outcomes, table
from benchmarks.plants import PLANTS
from docs_store.encoder import Encoder
from evals.baselines import load_baseline
from evals.commands import PACKS
from evals.facts import Fact, load_pack
from evals.gate_file import load_gate

pytestmark = pytest.mark.slow

EACH_KIND = 3


def small_pack():
    """Up to three facts of each kind among those that pass in the blessed baseline."""
    pack, rows = load_pack(PACKS / "harrowmere"), load_baseline("harrowmere").rows
    kept: list[Fact] = []
    for fact in pack.facts:
        so_far = [other for other in kept if other.kind is fact.kind]
        if rows[fact.id].has_passed and len(so_far) < EACH_KIND:
            kept.append(fact)
    return pack.model_copy(update={"facts": tuple(kept)})


@pytest.fixture(scope="module")
def bench(sample_store, tmp_path_factory):
    return Bench(small_pack(), sample_store, Encoder(), tmp_path_factory.mktemp("runs"))


@pytest.fixture(scope="module")
def found(bench) -> dict[str, Outcome]:
    """What the gate makes of each fault that there is something to lose by."""
    demands = load_gate(PACKS.parent / "gate.yaml").demands_of("harrowmere")
    return {one.plant.name: one for one in outcomes(bench, demands)}


def test_unchanged_code_scores_the_same_to_the_last_byte(bench):
    one, other = (bench.run(HEALTHY).folder / "scores.jsonl" for _ in range(2))
    assert one.read_bytes() == other.read_bytes()


def test_nothing_is_blamed_where_nothing_is_planted(found):
    assert found[HEALTHY.name].failed == ()
    assert found[HEALTHY.name].lost == 0


@pytest.mark.parametrize("name", [plant.name for plant in PLANTS if plant.kind is None])
def test_a_fault_is_caught(found, name):
    assert found[name].is_caught


@pytest.mark.parametrize(
    "name",
    # ten documents are found by their meaning alone: without BM25 nothing need be lost
    [p.name for p in PLANTS if p.kind is None and p.name != "BM25 is dropped"],
)
def test_a_fault_is_put_down_to_its_stage(found, name):
    assert found[name].is_blamed_rightly


def test_history_and_abstention_are_guarded_where_the_pack_has_something_to_lose(found):
    tried = [found[plant.name] for plant in PLANTS if plant.kind and plant.name in found]
    assert tried
    assert all(one.is_caught and one.is_blamed_rightly for one in tried)


def test_the_table_marks_what_is_not_caught():
    missed = Outcome(PLANTS[0], 0, (), "")
    assert table([missed]).splitlines()[2] == "| a page is lost ✗ | 0 | – | – |"
