import json
import shutil

import pytest

from docs_store.commands import run_command
from evals.__main__ import main
from evals.commands import PACKS
from evals.facts import load_pack

ASKED = "How late were the police papers about violence at home?"


@pytest.fixture
def harrowmere(tmp_path, sample_store):
    """A copy of the sample pack that a test may add to, and the options that name it."""
    folder = tmp_path / "harrowmere"
    folder.mkdir()
    for name in ("pack.yaml", "facts.jsonl"):
        shutil.copy(PACKS / "harrowmere" / name, folder / name)
    return folder, ["--pack", str(folder), "--store", str(sample_store)]


def test_a_question_is_proposed_with_its_gold_then_reviewed_and_accepted(harrowmere, capsys):
    folder, options = harrowmere
    assert run_command(main, ["add", ASKED, "--answer", "nine days", *options]) == 0
    said = capsys.readouterr().out
    assert said.startswith(" 1  02-monitoring-letter-a.pdf, page 2\n")
    (fact,) = (fact for fact in load_pack(folder).facts if fact.is_candidate)
    assert (fact.kind.value, fact.council, fact.split) == ("fact", "Harrowmere", "dev")
    assert fact.gold[0].page == 2
    assert run_command(main, ["review", *options]) == 0
    assert capsys.readouterr().out.startswith(f"{fact.id} [fact]: {ASKED}")
    assert run_command(main, ["review", fact.id, "--accept", "--by", "me", *options]) == 0
    assert "bless" in capsys.readouterr().out
    assert load_pack(folder).facts[-1].is_accepted


def test_what_has_no_answer_takes_no_gold(harrowmere):
    folder, options = harrowmere
    asked = ["add", "How many penguins are there?", "--unanswerable", "--note", "none"]
    assert run_command(main, [*asked, *options]) == 0
    fact = load_pack(folder).facts[-1]
    assert (fact.kind.value, fact.gold, fact.nuggets) == ("unanswerable", (), ())


def test_feedback_is_proposed_once(harrowmere, tmp_path, capsys):
    folder, options = harrowmere
    file = tmp_path / "feedback.jsonl"
    line = json.dumps({"question": "Who wrote it?", "liked": False, "reason": "wrong name"})
    file.write_text(f"{line}\n{line}\n")
    assert run_command(main, ["add", "--feedback", str(file), *options]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "asks that already" in said[0]
    assert said[1] == "1 candidates added to harrowmere"
    assert load_pack(folder).facts[-1].note == "not liked: wrong name"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["add"], "Give a question"),
        (["add", " "], "question: "),
        (["add", "Who?", "--as-of", "soon"], "as_of: "),
        (["review", "nobody"], "give --accept or --reject, and --by NAME"),
        (["review", "nobody", "--accept", "--by", "me"], "nobody is no candidate"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(harrowmere, given, said, capsys):
    _, options = harrowmere
    assert run_command(main, [*given, *options]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
