import json

import pytest

from evals.asking import Choice
from evals.baselines import bless, load_baseline
from evals.compare import compare
from evals.errors import BaselineError
from evals.run import run_pack
from evals.sheets import sheet_of
from evals.stored import load_run
from tests.evals.fakes import Breaker, Oracle, make_corpus, make_pack


def run_of(tmp_path, assistant=None):
    config = {"documents": make_corpus().sha256, "measuring_sha256": "m", "commit": "abc"}
    made = run_pack(
        make_pack(), Choice(), assistant or Oracle(), make_corpus(), out=tmp_path, config=config
    )
    return load_run(made.folder)


def test_a_blessed_run_compares_with_itself_as_the_same(tmp_path):
    run = run_of(tmp_path)
    file = bless(run, "tiny", tmp_path / "baselines")
    baseline = load_baseline("tiny", tmp_path / "baselines")
    assert file.name == "tiny.json"
    found = compare(baseline, sheet_of(run))
    assert (found.worse, found.better, found.notes) == ((), (), ())
    assert all(one.delta.gained == one.delta.lost == 0 for one in found.measures)


def test_a_baseline_is_a_line_a_fact_and_holds_no_words(tmp_path):
    file = bless(run_of(tmp_path), "tiny", tmp_path)
    text = file.read_text()
    assert sum(line.startswith(('  "f', '  "u')) and "[" in line for line in text.splitlines()) == 4
    assert json.loads(text)["commit"] == "abc"
    assert "children" not in text
    assert "Ann Lee" not in text


def test_blessing_again_moves_it(tmp_path):
    bless(run_of(tmp_path), "tiny", tmp_path / "b")
    run = run_of(tmp_path)
    bless(run, "tiny", tmp_path / "b")
    assert json.loads((tmp_path / "b" / "tiny.json").read_text())["run"] == run.name


def test_a_run_in_which_something_went_wrong_is_not_blessed(tmp_path):
    with pytest.raises(BaselineError, match="4 things went wrong"):
        bless(run_of(tmp_path, Breaker()), "tiny", tmp_path)


@pytest.mark.parametrize("name", ["", "../x", ".hidden", "a b"])
def test_a_name_that_is_no_files_is_refused(tmp_path, name):
    with pytest.raises(BaselineError, match="cannot be the name"):
        bless(run_of(tmp_path), name, tmp_path)


def test_a_missing_baseline_says_how_to_make_one(tmp_path):
    with pytest.raises(BaselineError, match="bless RUN --as tiny"):
        load_baseline("tiny", tmp_path)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"measures": [], "facts": {"a": {}}}'])
def test_a_damaged_baseline_is_named(tmp_path, content):
    (tmp_path / "tiny.json").write_text(content)
    with pytest.raises(BaselineError, match=r"tiny\.json is not a baseline"):
        load_baseline("tiny", tmp_path)
