import json
import sys

import pytest

from docs_store.commands import run_command
from evals import commands
from evals.__main__ import main
from evals.provenance import provenance
from evals.run import run_pack
from tests.evals.fakes import Oracle, facts, make_corpus, make_pack


@pytest.fixture
def pack_folder(tmp_path):
    """The pack of the fakes, written down."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    documents = [document.model_dump() for document in make_pack().manifest.documents]
    (folder / "pack.yaml").write_text(json.dumps({"title": "Tiny", "documents": documents}))
    lines = [fact.model_dump_json(by_alias=True, exclude_none=True) for fact in facts()]
    (folder / "facts.jsonl").write_text("\n".join(lines))
    return folder


@pytest.fixture
def with_oracle(monkeypatch):
    """Runs are made with the oracle over the corpus of the fakes, without a store."""

    def run_one(pack, choice, options, tell):
        made = provenance(pack.name, pack.facts, {}, {}, "", {})
        return run_pack(pack, choice, Oracle(), make_corpus(), out=options.out, config=made)

    monkeypatch.setattr(commands, "_run_one", run_one)


def test_a_run_prints_its_report_and_where_it_is_kept(pack_folder, tmp_path, with_oracle, capsys):
    summary = tmp_path / "out" / "summary.json"
    code = run_command(
        main,
        ["run", "--pack", str(pack_folder), "--out", str(tmp_path), "--json", str(summary)],
    )
    said = capsys.readouterr().out
    assert code == 0
    assert said.startswith("tiny: 4 facts")
    assert f"kept in {tmp_path}" in said
    assert json.loads(summary.read_text())[0]["measures"]["correct"]["mean"] == 1.0


def test_several_packs_are_also_reported_together(pack_folder, tmp_path, with_oracle, capsys):
    pack = ["--pack", str(pack_folder)]
    assert run_command(main, ["run", *pack, *pack, "--out", str(tmp_path)]) == 0
    assert "all packs: 8 facts" in capsys.readouterr().out


def test_a_pack_without_a_fact_of_that_kind_is_passed_over(
    pack_folder, tmp_path, with_oracle, capsys
):
    options = ["--pack", str(pack_folder), "--kind", "timeline", "--out", str(tmp_path)]
    assert run_command(main, ["run", *options]) == 0
    assert "no fact is chosen" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--kind", "gossip"], '"gossip" is not a kind of fact; it may be fact, date'),
        (["--limit", "0"], "--limit needs to be 1 or more."),
        (["--pack", "nowhere"], "a pack needs pack.yaml and facts.jsonl"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(options, said, capsys):
    assert run_command(main, ["run", *options]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert said in lines[0]


def test_documents_that_are_not_at_hand_are_asked_for(pack_folder, tmp_path, capsys):
    options = ["--pack", str(pack_folder), "--work", str(tmp_path / "stores")]
    assert run_command(main, ["validate", *options]) == 2
    assert "--corpus" in capsys.readouterr().err


def test_packs_whose_documents_are_not_shipped_are_left_out_by_default(monkeypatch, pack_folder):
    monkeypatch.setattr(commands, "PACKS", pack_folder.parent)
    assert run_command(main, ["run"]) == 2


def test_nothing_heavy_is_loaded_by_the_evals_themselves():
    import subprocess

    code = "import sys, evals.commands; print(sorted({'torch', 'scipy', 'chromadb'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
