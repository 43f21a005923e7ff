import json
from datetime import UTC, datetime

from evals.asking import Choice
from evals.facts import Fact
from evals.run import run_pack
from evals.run_folder import fact_row, new_folder
from tests.evals.fakes import Oracle, make_corpus, make_fact, make_pack

WHEN = datetime(2022, 6, 14, 9, 5, 7, tzinfo=UTC)


def test_folders_are_named_by_time_and_pack_and_never_used_twice(tmp_path):
    names = [new_folder(tmp_path / "runs", "tiny", WHEN).name for _ in range(3)]
    assert names == [
        "20220614T090507Z-tiny",
        "20220614T090507Z-tiny-2",
        "20220614T090507Z-tiny-3",
    ]


def test_a_run_keeps_everything_read_only(tmp_path):
    run = run_pack(
        make_pack(), Choice(), Oracle(), make_corpus(), out=tmp_path, config={"commit": "abc"}
    )
    files = sorted(run.folder.iterdir())
    assert [file.name for file in files] == [
        "answers.jsonl",
        "checksums.json",
        "config.json",
        "controls.jsonl",
        "documents.jsonl",
        "facts.jsonl",
        "pages.jsonl",
        "passages.jsonl",
        "problems.log",
        "qrels.txt",
        "run.txt",
        "scores.jsonl",
        "summary.json",
    ]
    assert all(file.stat().st_mode & 0o222 == 0 for file in files)
    assert json.loads((run.folder / "config.json").read_text())["commit"] == "abc"
    scores = [json.loads(line) for line in (run.folder / "scores.jsonl").read_text().splitlines()]
    assert [row["id"] for row in scores] == ["f1", "f2", "f3", "u1"]
    assert scores[3]["scores"]["abstains"] == 1.0
    assert scores[3]["scores"]["correct"] is None
    answers = (run.folder / "answers.jsonl").read_text().splitlines()
    assert json.loads(answers[0])["hits"][0]["passage"] == "report.pdf#2"


def test_a_fact_comes_back_from_its_row():
    fact = make_fact(nuggets=[{"text": "47"}, {"text": "45", "must_not": True}])
    assert Fact.model_validate(json.loads(json.dumps(fact_row(fact)))) == fact


def test_qrels_and_run_are_in_trec_form(tmp_path):
    run = run_pack(make_pack(), Choice(), Oracle(), make_corpus(), out=tmp_path, config={})
    qrels = (run.folder / "qrels.txt").read_text().splitlines()
    assert qrels[0] == "f1 0 report.pdf#2 1"
    lines = (run.folder / "run.txt").read_text().splitlines()
    assert lines[0] == "f1 Q0 report.pdf#2 1 5 footnote"
    assert all(len(line.split()) == 6 for line in lines)
