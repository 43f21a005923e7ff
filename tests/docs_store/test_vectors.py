from pathlib import Path

import pytest

from docs_store.catalogue_writer import CatalogueWriter
from docs_store.errors import StoreDamaged, StoreError
from docs_store.vectors import Vectors
from tests.fakes import make_document, put, unit_vector

TEXTS = [["Caseloads are too high.", "Turnover has slowed."], ["Visits are regular."]]


def test_the_nearest_passage_is_found_with_its_cosine(tmp_path: Path) -> None:
    catalogue, vectors = CatalogueWriter.create(tmp_path), Vectors(tmp_path)
    put(catalogue, make_document(), TEXTS)
    vectors.put_document(catalogue, "letter.pdf")
    key, cosine = vectors.nearest(unit_vector("Visits are regular."), 1)[0]
    assert (key, round(cosine, 3)) == ("letter.pdf#1", 1.0)


def test_putting_a_document_again_leaves_only_what_the_catalogue_holds(tmp_path: Path) -> None:
    catalogue, vectors = CatalogueWriter.create(tmp_path), Vectors(tmp_path)
    document = make_document()
    put(catalogue, document, TEXTS)
    vectors.put_document(catalogue, document.id)
    put(catalogue, document, [["Only this."]])
    vectors.put_document(catalogue, document.id)
    assert vectors.count() == 1
    assert list(vectors.ids()) == ["letter.pdf#0"]


def test_a_search_can_be_limited_to_documents(tmp_path: Path) -> None:
    catalogue, vectors = CatalogueWriter.create(tmp_path), Vectors(tmp_path)
    for name in ("one.pdf", "two.pdf"):
        put(catalogue, make_document(name), TEXTS)
        vectors.put_document(catalogue, name)
    found = vectors.nearest(unit_vector("Visits are regular."), 5, ["two.pdf"])
    assert {key.partition("#")[0] for key, _ in found} == {"two.pdf"}


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    assert Vectors(tmp_path).nearest(unit_vector("anything"), 3) == []


def test_a_damaged_index_is_met_with_how_to_repair_it(tmp_path: Path) -> None:
    (tmp_path / "chroma").mkdir()
    (tmp_path / "chroma" / "chroma.sqlite3").write_bytes(b"no database" * 99)
    with pytest.raises(StoreDamaged, match="rebuild"):
        Vectors(tmp_path)
    anew = Vectors.anew(tmp_path)
    assert anew.count() == 0


def test_an_index_damaged_while_open_is_met_with_how_to_repair_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue, vectors = CatalogueWriter.create(tmp_path), Vectors(tmp_path)
    put(catalogue, make_document(), TEXTS)
    vectors.put_document(catalogue, "letter.pdf")
    monkeypatch.setattr(vectors._collection, "query", _fail)
    with pytest.raises(StoreDamaged, match="rebuild"):
        vectors.nearest(unit_vector("Visits are regular."), 1)


def test_a_folder_that_may_not_be_written_in_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "chroma").mkdir()
    (tmp_path / "chroma" / "chroma.sqlite3").write_bytes(b"no database" * 99)
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(StoreError, match="may not write in") as raised:
        Vectors(tmp_path)
    assert not isinstance(raised.value, StoreDamaged)


def _fail(**_: object) -> None:
    raise RuntimeError("Error executing plan: Internal error: Error loading hnsw index")
