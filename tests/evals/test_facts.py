import json

import pytest

from evals.errors import PackError
from evals.facts import Fact, Nugget, load_pack
from tests.evals.fakes import make_fact, make_unanswerable

SHA = "a" * 64


def write_pack(folder, facts, manifest=None):
    folder.mkdir(parents=True, exist_ok=True)
    text = manifest or f"title: Tiny\ndocuments:\n  - path: a.pdf\n    sha256: {SHA}\n"
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    lines = [fact if isinstance(fact, str) else json.dumps(fact) for fact in facts]
    (folder / "facts.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


FACT = {"id": "f1", "question": "Who?", "kind": "who", "expected_status": "unanswerable"}


def test_a_pack_is_read_with_its_name_and_what_people_wrote_beside_it(tmp_path):
    manifest = f"title: T\nnotes: [x]\ndocuments:\n  - {{path: a.pdf, sha256: {SHA}, kind: x}}\n"
    pack = load_pack(write_pack(tmp_path / "tiny", [FACT, "", FACT | {"id": "f2"}], manifest))
    assert (pack.name, [fact.id for fact in pack.facts]) == ("tiny", ["f1", "f2"])
    assert pack.manifest.documents[0].path == "a.pdf"
    assert pack.shipped_documents is None


def test_documents_are_shipped_when_the_corpus_root_holds_any(tmp_path):
    manifest = f"title: T\ncorpus_root: documents\ndocuments:\n  - {{path: a.pdf, sha256: {SHA}}}\n"
    folder = write_pack(tmp_path / "tiny", [FACT], manifest)
    assert load_pack(folder).shipped_documents is None
    (folder / "documents").mkdir()
    assert load_pack(folder).shipped_documents is None
    (folder / "documents" / "a.pdf").write_bytes(b"x")
    assert load_pack(folder).shipped_documents == folder / "documents"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ([FACT, FACT | {"kidn": "who"}], "line 2: kidn: Extra inputs are not permitted"),
        ([FACT | {"kind": "gossip"}], "line 1: kind: Input should be"),
        (["{"], "line 1: Invalid JSON"),
        ([FACT | {"gold": [{"document": "a", "page": 0, "quote": "x"}]}], "gold.0.page"),
        ([FACT | {"gold": [{"document": "a", "from": "x"}]}], 'either "quote" or both'),
        ([FACT | {"gold": [{"document": "a", "quote": "x", "from": "x", "to": "y"}]}], "either"),
        ([FACT | {"nuggets": [{"text": "x", "vital": True, "must_not": True}]}], "both vital"),
        ([""], "holds no facts"),
    ],
)
def test_a_malformed_fact_is_named_in_one_sentence(tmp_path, facts, said):
    with pytest.raises(PackError) as caught:
        load_pack(write_pack(tmp_path / "tiny", facts))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ("title: T\n", "documents: Field required"),
        ("title: [", "is not YAML"),
        ("title: T\ndocuments:\n  - {path: a, sha256: abc}\n", "documents.0.sha256"),
        ("- a\n", "valid dictionary"),
    ],
)
def test_a_malformed_manifest_is_named_in_one_sentence(tmp_path, manifest, said):
    with pytest.raises(PackError, match=r"pack\.yaml") as caught:
        load_pack(write_pack(tmp_path / "tiny", [FACT], manifest))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_no_pack_is_named(tmp_path):
    with pytest.raises(PackError, match=r"a pack needs pack\.yaml"):
        load_pack(tmp_path)


def test_a_wrong_fact_is_never_vital():
    assert Nugget(text="x").is_vital
    assert not Nugget(text="x", must_not=True).is_vital
    assert not Nugget(text="x", vital=False).is_vital


def test_answerable_is_what_is_expected_to_be_answered():
    assert make_fact().is_answerable
    assert not make_unanswerable().is_answerable


def test_a_fact_comes_back_from_its_own_json():
    fact = make_fact(gold=[{"document": "a", "from": "x y", "to": "z"}], as_of="2022-01-01")
    assert Fact.model_validate_json(fact.model_dump_json(by_alias=True)) == fact


def test_what_is_proposed_belongs_to_the_pack_with_its_state(tmp_path):
    folder = write_pack(tmp_path / "tiny", [FACT])
    proposed = FACT | {"id": "f2", "state": "candidate"}
    (folder / "proposed.jsonl").write_text(json.dumps(proposed) + "\n", encoding="utf-8")
    facts = load_pack(folder).facts
    assert [(fact.id, fact.state) for fact in facts] == [("f1", "accepted"), ("f2", "candidate")]
    assert [fact.is_accepted for fact in facts] == [True, False]
    assert [fact.is_candidate for fact in facts] == [False, True]


def test_documents_that_are_not_shipped_may_not_be_quoted(tmp_path):
    assert not load_pack(write_pack(tmp_path / "a", [FACT])).may_be_quoted
    manifest = f"title: T\ncorpus_root: d\ndocuments:\n  - {{path: a.pdf, sha256: {SHA}}}\n"
    assert load_pack(write_pack(tmp_path / "b", [FACT], manifest)).may_be_quoted
