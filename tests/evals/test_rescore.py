import pytest

from evals.asking import Choice
from evals.errors import PackError
from evals.rescore import rescore
from evals.run import run_pack
from evals.stored import load_run
from tests.evals.fakes import NEWS, Abstainer, Oracle, facts, make_corpus, make_fact, make_pack


def ran(tmp_path, assistant=None, known=None):
    pack = make_pack(facts=known or facts())
    return run_pack(
        pack, Choice(), assistant or Oracle(), make_corpus(), out=tmp_path, config={"commit": "a"}
    )


def test_unchanged_measures_give_the_same_scores_in_a_new_folder(tmp_path):
    first = ran(tmp_path)
    second = rescore(load_run(first.folder), out=tmp_path)
    assert second.folder != first.folder
    scores = [(run.folder / "scores.jsonl").read_bytes() for run in (first, second)]
    assert scores[0] == scores[1]
    config = load_run(second.folder).config
    assert config["rescored_from"] == first.folder.name
    assert config["commit"] == "a"


def test_an_alias_added_since_counts(tmp_path):
    known = [make_fact(nuggets=[{"text": "forty-nine"}])]
    first = ran(tmp_path, Oracle(known), known)
    assert first.summary["measures"]["correct"]["mean"] == 0.0
    put_right = make_pack(facts=[make_fact(nuggets=[{"text": "forty-nine", "aliases": ["47"]}])])
    second = rescore(load_run(first.folder), out=tmp_path, pack=put_right)
    assert second.summary["measures"]["correct"]["mean"] == 1.0


def test_facts_that_ask_something_else_now_are_left_out(tmp_path):
    first = ran(tmp_path)
    changed = [facts()[0], facts()[1].model_copy(update={"question": "Who else led it?"})]
    second = rescore(load_run(first.folder), out=tmp_path, pack=make_pack(facts=changed))
    assert [one.fact.id for one in second.scored] == ["f1"]


def test_a_pack_that_asks_nothing_the_run_asked_is_refused(tmp_path):
    run = load_run(ran(tmp_path).folder)
    with pytest.raises(PackError, match="asked none of the facts"):
        rescore(run, out=tmp_path, pack=make_pack(facts=[make_fact("other")]))


def test_new_gold_on_a_page_that_was_not_kept_is_refused(tmp_path):
    run = load_run(ran(tmp_path, Abstainer(), [make_fact()]).folder)
    moved = make_fact(gold=[{"document": NEWS, "page": None, "quote": "45 children"}])
    with pytest.raises(PackError, match=r"new gold of f1 .* run the pack again"):
        rescore(run, out=tmp_path, pack=make_pack(facts=[moved]))
