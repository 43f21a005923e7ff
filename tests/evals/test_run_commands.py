import pytest

from docs_store.commands import run_command
from evals.__main__ import main
from evals.asking import Choice
from evals.run import run_pack
from tests.evals.fakes import Oracle, make_corpus, make_pack


@pytest.fixture
def folder(tmp_path):
    """A run of the oracle."""
    made = run_pack(
        make_pack(), Choice(), Oracle(), make_corpus(), out=tmp_path / "runs", config={}
    )
    return made.folder


def test_a_run_is_reported_again(folder, capsys):
    assert run_command(main, ["report", str(folder), "--misses", "3"]) == 0
    assert capsys.readouterr().out.startswith("tiny: 4 facts")


def test_a_run_is_written_as_a_page_with_what_changed_since_another(folder, tmp_path, capsys):
    out = tmp_path / "pages" / "report.html"
    told = ["report", str(folder), "--compare", str(folder), "--out", str(out)]
    assert run_command(main, told) == 0
    assert "report.html: open it in a browser" in capsys.readouterr().out
    assert "0 facts pass no more" in out.read_text("utf-8")


def test_a_comparison_without_a_page_to_write_is_a_mistake_of_use(folder, capsys):
    assert run_command(main, ["report", str(folder), "--compare", str(folder)]) == 2
    assert "--compare needs --out" in capsys.readouterr().err


def test_a_page_is_not_compared_with_a_baseline_that_does_not_exist(folder, tmp_path, capsys):
    told = ["report", str(folder), "--compare", "no-such", "--out", str(tmp_path / "r.html")]
    assert run_command(main, told) == 2
    assert "There is no baseline no-such" in capsys.readouterr().err
    assert not (tmp_path / "r.html").exists()


def test_a_run_is_scored_again_into_a_new_one(folder, capsys):
    assert run_command(main, ["rescore", str(folder), "--out", str(folder.parent)]) == 0
    assert "kept in" in capsys.readouterr().out
    assert len(list(folder.parent.iterdir())) == 2


def test_a_run_is_exported_and_scored_from_its_own_export(folder, tmp_path, capsys):
    out = tmp_path / "trec"
    assert run_command(main, ["trec", str(folder), "--level", "page", "--out", str(out)]) == 0
    names = sorted(file.name for file in out.iterdir())
    assert names == ["page.qrels.txt", "page.run.txt"]
    own = str(out / "page.run.txt")
    assert run_command(main, ["trec", str(folder), "--level", "page", "--score", own]) == 0
    lines = capsys.readouterr().out.splitlines()
    mrr = next(line for line in lines if line.startswith("mrr"))
    assert mrr.split() == ["mrr", "1.000", "[1.000–1.000]", "1.000", "[1.000–1.000]"]


@pytest.mark.parametrize("command", ["report", "rescore", "trec"])
def test_what_is_no_run_is_one_line_and_exit_code_2(command, tmp_path, capsys):
    assert run_command(main, [command, str(tmp_path)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert "is not a finished run" in lines[0]
