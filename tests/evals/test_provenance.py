from docs_store.originals import sha256_of
from evals.provenance import provenance
from tests.evals.fakes import make_pack


def test_what_a_run_was_made_with_is_named(tmp_path):
    (tmp_path / "facts.jsonl").write_text("{}\n")
    found = provenance(
        make_pack(tmp_path), {"b": "2", "a": "1"}, {"shown": 50}, "", {"split": "all"}
    )
    assert list(found["corpus_sha256"]) == ["a", "b"]
    assert found["facts_sha256"] == sha256_of(tmp_path / "facts.jsonl")
    assert len(found["encoder_sha256"]) == 64
    assert found["versions"]["ir-measures"]
    assert found["assistant"] == {"shown": 50}
