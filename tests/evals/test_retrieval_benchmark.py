"""`benchmarks.retrieval` on a hand-made collection in the form of BEIR."""

import json

import pytest

from benchmarks import retrieval
from benchmarks.beir_folder import Collection, read_collection
from benchmarks.beir_store import passages_of
from benchmarks.retrieval import documents_ranked, main, score
from docs_store.commands import run_command
from docs_store.errors import UsageError
from tests.fakes import FakeEncoder

DOCUMENTS = [
    {"_id": "d1", "title": "Foxes", "text": "Red foxes live in woods. They hunt at dusk."},
    {"_id": "d2", "title": "", "text": "Badgers dig setts in clay banks."},
    {"_id": "d3", "title": "Owls", "text": "Barn owls nest in old barns."},
]
QUERIES = [
    {"_id": "q1", "text": "where do red foxes live in woods"},
    {"_id": "q2", "text": "badgers dig clay"},
    {"_id": "q3", "text": "never judged"},
]
QRELS = "query-id\tcorpus-id\tscore\nq1\td1\t1\nq1\td3\t0\nq2\td2\t2\n"


@pytest.fixture
def folder(tmp_path):
    """Three documents, three queries, two of them judged."""
    (tmp_path / "qrels").mkdir()
    for name, rows in (("corpus", DOCUMENTS), ("queries", QUERIES)):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(text)
    (tmp_path / "qrels" / "test.tsv").write_text(QRELS)
    return tmp_path


def test_queries_without_a_relevant_document_are_left_out(folder):
    found = read_collection(folder)
    assert list(found.queries) == ["q1", "q2"]
    assert found.qrels == {"q1": {"d1": 1}, "q2": {"d2": 2}}
    assert [document.title for document in found.documents] == ["Foxes", "", "Owls"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("qrels/test.tsv", "q1\td1\n", "line 1: it needs a query, a document and a score"),
        ("queries.jsonl", "{}\n", "line 1: it needs _id and text"),
        ("corpus.jsonl", '{"_id": "d1"}\n', "line 1: it needs _id and text"),
        ("corpus.jsonl", "{\n", "line 1: it needs _id and text"),
        ("queries.jsonl", '{"_id": "q9", "text": "x"}\n', "holds no query"),
    ],
)
def test_what_is_malformed_is_named_in_one_sentence(folder, name, text, said):
    (folder / name).write_text(text)
    with pytest.raises(UsageError, match=said):
        read_collection(folder)


def test_a_folder_without_the_files_is_one_line_and_exit_code_2(tmp_path, capsys):
    assert run_command(main, [str(tmp_path)]) == 2
    assert "a BEIR folder has corpus.jsonl" in capsys.readouterr().err


def test_passages_hold_whole_sentences_with_their_places():
    page = "Owls\nBarn owls nest. " + "They hunt at night over fields. " * 3
    passages = passages_of("d3", page, lambda text: 80)
    assert [len(passage.sentences) for passage in passages] == [2, 2]
    for passage in passages:
        for index, sentence in enumerate(passage.sentences):
            (span,) = sentence.spans
            assert page[span.start : span.end] == passage.sentence_text(index)


def test_a_document_stands_where_its_best_passage_does_and_never_finds_itself():
    assert documents_ranked(["b#3", "a#0", "b#1", "q#0"], "q") == ["b", "a"]


def test_scores_are_those_worked_out_by_hand():
    collection = Collection((), {"q1": "", "q2": ""}, {"q1": {"a": 1}, "q2": {"b": 1}})
    found = score(collection, {"q1": ["x", "a"], "q2": []})
    # q1 in second place: 1 / log2(3) = .6309; q2 finds nothing
    assert found["nDCG@10"].mean == pytest.approx(0.6309 / 2, abs=1e-4)
    assert found["RR@10"].mean == 0.25
    assert found["Success@5"].mean == found["R@50"].mean == 0.5


def test_every_way_of_retrieving_is_scored_and_the_store_is_kept(folder, monkeypatch, capsys):
    monkeypatch.setattr(retrieval, "Encoder", FakeEncoder)
    store = folder / "store"
    for _ in range(2):
        assert run_command(main, [str(folder), "--store", str(store)]) == 0
        said = capsys.readouterr().out.splitlines()
        assert said[0] == "3 documents, 2 queries"
        rows = [line.split(" | ") for line in said[4:]]
        assert [row[0] for row in rows] == [f"| {way}" for way in retrieval.WAYS]
        assert all(row[1].startswith("1.000") for row in rows)
