import pytest

from evals.asking import Choice
from evals.errors import RunError
from evals.run import run_pack
from evals.stored import load_run
from tests.evals.fakes import Oracle, facts, make_corpus, make_pack


@pytest.fixture
def run(tmp_path):
    def rank(questions):
        return {"random": dict.fromkeys(questions, ("report.pdf#0",))}

    return run_pack(
        make_pack(), Choice(), Oracle(), make_corpus(), out=tmp_path, config={"x": 1}, rank=rank
    )


def test_a_run_comes_back_as_it_was(run):
    stored = load_run(run.folder)
    assert (stored.pack, stored.name) == ("tiny", run.folder.name)
    assert stored.facts == facts()
    assert stored.scored == run.scored
    assert stored.summary["measures"] == run.summary["measures"]
    assert stored.config["x"] == 1
    assert stored.problems == []
    assert stored.rankings["random"]["f1"] == ["report.pdf#0"]
    assert stored.corpus.page_text("report.pdf", 2) is not None


@pytest.mark.parametrize("name", ["answers.jsonl", "summary.json", "problems.log"])
def test_a_run_that_was_changed_is_refused(run, name):
    file = run.folder / name
    file.chmod(0o644)
    file.write_text(file.read_text() + " ")
    with pytest.raises(RunError, match=rf"{name} is not as the run wrote it"):
        load_run(run.folder)


def test_a_run_that_lost_a_file_is_refused(run):
    (run.folder / "scores.jsonl").unlink()
    with pytest.raises(RunError, match=r"scores\.jsonl"):
        load_run(run.folder)


def test_a_folder_that_is_no_run_is_refused(tmp_path):
    with pytest.raises(RunError, match="is not a finished run") as caught:
        load_run(tmp_path)
    assert caught.value.exit_code == 2
