import pytest

from evals.errors import GateFileError
from evals.gate_file import load_gate

GOOD = """\
defaults:
  floors: {quote fidelity: 1.0, passes: 0.2}
  margins: {passes: 0.02}
packs:
  tiny:
    baseline: tiny
    floors: {passes: 0.3}
    flips: 2
    slices:
      - {of: kind, value: followup, margins: {passes: 0.1}}
"""


def write(tmp_path, text):
    file = tmp_path / "gate.yaml"
    file.write_text(text)
    return file


def test_a_packs_own_demands_stand_beside_or_in_place_of_the_defaults(tmp_path):
    found = load_gate(write(tmp_path, GOOD)).demands_of("tiny")
    assert found.floors == {"quote fidelity": 1.0, "passes": 0.3}
    assert found.margins == {"passes": 0.02}
    assert (found.baseline, found.flips) == ("tiny", 2)
    assert found.slices[0].value == "followup"


def test_a_pack_that_is_not_named_is_refused(tmp_path):
    with pytest.raises(GateFileError, match="says nothing of the pack other; it names tiny"):
        load_gate(write(tmp_path, GOOD)).demands_of("other")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("packs: [", "is not YAML"),
        ("packs: {}", "packs"),
        ("packs: {tiny: {}}", "packs.tiny.baseline: Field required"),
        ("packs: {tiny: {baseline: x, floor: {}}}", "packs.tiny.floor"),
        ("packs: {tiny: {baseline: x, floors: {gossip: 1}}}", '"gossip" is not a measure'),
        ("packs: {tiny: {baseline: x, flips: -1}}", "packs.tiny.flips"),
        ("- a", "gate.yaml: Input should be"),
    ],
)
def test_a_malformed_gate_is_named_in_one_sentence(tmp_path, text, said):
    with pytest.raises(GateFileError) as caught:
        load_gate(write(tmp_path, text))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_gate_is_named(tmp_path):
    with pytest.raises(GateFileError, match="cannot be read"):
        load_gate(tmp_path / "gate.yaml")
