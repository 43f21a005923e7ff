import hashlib

import pytest

from evals.errors import CorpusMissing, StoreMismatch
from evals.stores import check_documents, check_files, documents_folder, only_the_packs
from tests.evals.fakes import make_pack


def pack_of(tmp_path, **files):
    """A pack that speaks of those files, which lie in tmp_path/corpus."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, text in files.items():
        (corpus / name).write_text(text)
    documents = [
        {"path": name, "sha256": hashlib.sha256(text.encode()).hexdigest()}
        for name, text in files.items()
    ]
    pack = make_pack(tmp_path / "tiny")
    manifest = type(pack.manifest).model_validate({"title": "T", "documents": documents})
    return pack.model_copy(update={"manifest": manifest}), corpus


def test_documents_that_are_not_shipped_are_looked_for_where_told(tmp_path):
    pack, corpus = pack_of(tmp_path, a="x")
    assert documents_folder(pack, corpus) == corpus
    (corpus / "tiny").mkdir()
    assert documents_folder(pack, corpus) == corpus / "tiny"


def test_documents_that_are_nowhere_are_asked_for(tmp_path):
    pack, corpus = pack_of(tmp_path, a="x")
    with pytest.raises(CorpusMissing, match="--corpus"):
        documents_folder(pack, None)
    with pytest.raises(CorpusMissing, match="is not a folder"):
        documents_folder(pack, corpus / "a")


def test_files_are_checked_by_their_bytes(tmp_path):
    pack, corpus = pack_of(tmp_path, a="x", b="y")
    check_files(pack, corpus)
    (corpus / "b").write_text("z")
    with pytest.raises(CorpusMissing, match=r'"b" in .* sha256 differs'):
        check_files(pack, corpus)
    (corpus / "b").unlink()
    with pytest.raises(CorpusMissing, match='"b" of the pack tiny is not in'):
        check_files(pack, corpus)


def test_only_the_documents_of_the_pack_are_taken(tmp_path):
    pack, corpus = pack_of(tmp_path, a="x")
    assert only_the_packs(pack, corpus, tmp_path) == corpus
    (corpus / "other").write_text("not of the pack")
    copy = only_the_packs(pack, corpus, tmp_path)
    assert [file.name for file in copy.iterdir()] == ["a"]


def test_a_store_must_hold_what_the_pack_speaks_of(tmp_path):
    pack, _ = pack_of(tmp_path, a="x")
    sha256 = pack.manifest.documents[0].sha256
    check_documents(pack, {"a": sha256, "more": "0"}, {}, tmp_path)
    with pytest.raises(StoreMismatch, match=r"never ingested"):
        check_documents(pack, {}, {}, tmp_path)
    with pytest.raises(StoreMismatch, match=r"\(it is empty\)"):
        check_documents(pack, {}, {"a": "it is empty."}, tmp_path)
    with pytest.raises(StoreMismatch, match="another version"):
        check_documents(pack, {"a": "0" * 64}, {}, tmp_path)
