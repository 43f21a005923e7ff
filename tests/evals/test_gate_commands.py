import json

import pytest

from docs_store.commands import run_command
from evals import gate_commands
from evals.__main__ import main
from evals.asking import Choice
from evals.gate_commands import gated
from evals.run import run_pack
from tests.evals.fakes import Abstainer, Breaker, Oracle, make_corpus, make_pack

GATE = "packs: {tiny: {baseline: tiny, floors: {passes: 0.9}, margins: {correct: 0.01}}}\n"


def folder_of(tmp_path, assistant):
    config = {"documents": make_corpus().sha256}
    made = run_pack(
        make_pack(), Choice(), assistant, make_corpus(), out=tmp_path / "runs", config=config
    )
    return str(made.folder)


@pytest.fixture
def gate_file(tmp_path, monkeypatch):
    """A gate of its own, with baselines of its own."""
    monkeypatch.setattr(gate_commands, "BASELINES", tmp_path / "baselines")
    file = tmp_path / "gate.yaml"
    file.write_text(GATE)
    return ["--gate", str(file)]


def test_a_blessed_run_passes_and_a_worse_one_does_not(tmp_path, gate_file, capsys):
    good = folder_of(tmp_path, Oracle())
    assert run_command(main, ["bless", good, "--as", "tiny"]) == 0
    assert "tiny is a new baseline" in capsys.readouterr().out
    assert run_command(main, ["gate", good, *gate_file]) == 0
    assert run_command(main, ["gate", folder_of(tmp_path, Abstainer()), *gate_file]) == 1
    assert "## tiny: got worse" in capsys.readouterr().out


def test_the_worst_of_several_runs_decides(tmp_path, gate_file):
    good, silent = folder_of(tmp_path, Oracle()), folder_of(tmp_path, Abstainer())
    run_command(main, ["bless", good, "--as", "tiny"])
    assert run_command(main, ["gate", good, silent, *gate_file]) == 1
    assert run_command(main, ["gate", folder_of(tmp_path, Breaker()), silent, *gate_file]) == 3


def test_without_a_baseline_it_cannot_be_judged(tmp_path, gate_file, capsys):
    assert run_command(main, ["gate", folder_of(tmp_path, Oracle()), *gate_file]) == 2
    said = capsys.readouterr().out
    assert "## tiny: cannot be judged" in said
    assert "There is no baseline tiny" in said


def test_a_run_of_other_facts_than_the_baselines_cannot_be_judged(tmp_path, gate_file, capsys):
    good = folder_of(tmp_path, Oracle())
    run_command(main, ["bless", good, "--as", "tiny"])
    file = tmp_path / "baselines" / "tiny.json"
    file.write_text(file.read_text().replace('"u1"', '"u2"'))
    assert run_command(main, ["gate", good, *gate_file]) == 2
    assert "different facts: 2 differ" in capsys.readouterr().out


def test_summary_and_junit_are_written_where_asked(tmp_path, gate_file):
    good = folder_of(tmp_path, Oracle())
    run_command(main, ["bless", good, "--as", "tiny"])
    xml, text = tmp_path / "out" / "gate.xml", tmp_path / "out" / "gate.md"
    options = [*gate_file, "--junit", str(xml), "--markdown", str(text)]
    assert run_command(main, ["gate", good, *options]) == 0
    assert xml.read_text().startswith("<?xml")
    assert text.read_text().startswith("## tiny: passed")


def test_blessing_another_run_says_what_moves(tmp_path, gate_file, capsys):
    run_command(main, ["bless", folder_of(tmp_path, Oracle()), "--as", "tiny"])
    capsys.readouterr()
    assert run_command(main, ["bless", folder_of(tmp_path, Abstainer()), "--as", "tiny"]) == 0
    assert "3 facts pass no more, 0 pass now" in capsys.readouterr().out
    baseline = json.loads((tmp_path / "baselines" / "tiny.json").read_text())
    assert "not retrieved" in baseline["facts"]["f1"]


def test_what_goes_wrong_unforeseen_is_a_crash_and_no_regression(capsys):
    def fail():
        raise RuntimeError("disk full")

    assert gated(fail) == 3
    assert "The gate crashed: disk full" in capsys.readouterr().err
