import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from docs_store.catalogue import FILE_NAME, Catalogue
from docs_store.catalogue_writer import CatalogueWriter
from docs_store.documents import DocumentKind, Page, verbatim
from docs_store.errors import StoreDamaged, StoreMissing, StoreTooNew
from docs_store.fulltext import has_word, passages_with, search_passages, search_sentences
from ingest.copies import sketch_of
from tests.fakes import encode_passage, make_document, make_passage, put

TEXTS = [
    ["Caseloads are too high.", "Turnover of staff has slowed the plans of many children."],
    ["Visits to children are regular.", "Inspectors saw 14 audits."],
]


@pytest.fixture
def catalogue(tmp_path: Path) -> CatalogueWriter:
    return CatalogueWriter.create(tmp_path)


def test_a_document_comes_back_as_it_was_put(catalogue: CatalogueWriter) -> None:
    document = make_document()
    passages = put(catalogue, document, TEXTS)
    assert catalogue.documents() == (document,)
    assert catalogue.document(document.id) == document
    assert catalogue.passages_of(document.id) == passages
    assert catalogue.passages([passages[1].id, "nothing#9"]) == {passages[1].id: passages[1]}


def test_a_framework_and_the_number_of_a_visit_come_back_as_they_were_put(
    catalogue: CatalogueWriter,
) -> None:
    letter = replace(make_document("letter.pdf"), framework="ILACS", visit=4)
    paper = make_document("paper.pdf", kind=DocumentKind.COMMITTEE_REPORT)
    joint = replace(make_document("joint.pdf", kind=DocumentKind.JTAI_LETTER), framework="JTAI")
    for document in (letter, paper, joint):
        put(catalogue, document, TEXTS)
    assert catalogue.documents() == (joint, letter, paper)
    assert (paper.framework, paper.visit) == (None, None)


def test_a_sentence_leads_back_to_its_words_on_the_page(catalogue: CatalogueWriter) -> None:
    document = make_document()
    put(catalogue, document, TEXTS)
    passage = catalogue.passages_of(document.id)[1]
    pages = catalogue.pages(document.id)
    assert verbatim(pages, passage.sentences[1].spans[0]) == "Inspectors saw 14 audits."


def test_an_encoding_comes_back_as_it_was_put(catalogue: CatalogueWriter) -> None:
    passage = put(catalogue, make_document(), TEXTS)[0]
    wanted, found = encode_passage(passage), catalogue.encodings([passage.id])[passage.id]
    assert np.array_equal(found.dense, wanted.dense)
    assert np.array_equal(found.tokens, wanted.tokens)
    assert np.array_equal(found.owners, wanted.owners)
    assert np.allclose(found.sentences, wanted.sentences, atol=1e-3)


def test_putting_a_document_again_replaces_its_passages(catalogue: CatalogueWriter) -> None:
    document = make_document()
    put(catalogue, document, TEXTS)
    put(catalogue, document, [["Only this sentence is left."]])
    assert len(catalogue.passage_ids()) == 1
    assert search_passages(catalogue, ["caseloads"], 5) == []
    assert [key for key, _ in search_passages(catalogue, ["sentence"], 5)] == ["letter.pdf#0"]


def test_a_removed_document_leaves_no_page_passage_or_word(catalogue: CatalogueWriter) -> None:
    document = make_document()
    put(catalogue, document, TEXTS)
    catalogue.remove(document.id)
    assert catalogue.documents() == ()
    assert catalogue.pages(document.id) == ()
    assert catalogue.passage_ids() == ()
    assert search_sentences(catalogue, ["audits"], 5) == []


def test_search_finds_another_form_of_a_word_and_ranks_by_bm25(catalogue: CatalogueWriter) -> None:
    put(catalogue, make_document(), TEXTS)
    assert [k for k, _ in search_passages(catalogue, ["visit"], 5)] == ["letter.pdf#1"]
    assert [k for k, _ in search_sentences(catalogue, ["plan"], 5)] == ["letter.pdf#0"]
    assert passages_with(catalogue, "children") == 2
    assert passages_with(catalogue, "zebra") == 0


def test_a_word_stands_in_the_text_only_in_the_form_asked_for(catalogue: CatalogueWriter) -> None:
    put(catalogue, make_document(), TEXTS)
    assert has_word(catalogue, "Children")
    assert passages_with(catalogue, "plan") == 1
    assert not has_word(catalogue, "plan")


def test_search_can_be_limited_to_documents(catalogue: CatalogueWriter) -> None:
    put(catalogue, make_document("one.pdf"), TEXTS)
    put(catalogue, make_document("two.pdf"), TEXTS)
    found = search_passages(catalogue, ["caseloads"], 5, ["two.pdf"])
    assert [key for key, _ in found] == ["two.pdf#0"]


@pytest.mark.parametrize("word", ['"', "a OR b", "col:", "NEAR(", "*", "'"])
def test_search_takes_any_word_as_a_word(catalogue: CatalogueWriter, word: str) -> None:
    put(catalogue, make_document(), TEXTS)
    assert isinstance(search_passages(catalogue, [word], 5), list)


def test_a_document_is_found_by_the_start_of_its_digest(catalogue: CatalogueWriter) -> None:
    document = make_document()
    put(catalogue, document, TEXTS)
    assert catalogue.document_by_digest(document.sha256[:12]) == document
    assert catalogue.document_by_digest("0" * 12) is None
    assert catalogue.document_by_digest("%") is None


def test_a_folder_without_a_store_is_said_to_have_none(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="add documents first"):
        Catalogue.open(tmp_path)


def test_a_store_of_a_newer_version_is_refused(catalogue: CatalogueWriter) -> None:
    catalogue.set_meta("schema_version", "999")
    catalogue.close()
    with pytest.raises(StoreTooNew, match="newer version"):
        Catalogue.open(catalogue.store_dir)
    with pytest.raises(StoreTooNew):
        CatalogueWriter.create(catalogue.store_dir)


def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is no database at all, only some words" * 50)
    with pytest.raises(StoreDamaged, match="cannot be read"):
        Catalogue.open(tmp_path)


def test_an_interrupted_put_leaves_the_document_as_it_was(
    catalogue: CatalogueWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = make_document()
    passages = put(catalogue, document, TEXTS)

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr("docs_store.catalogue_writer._put_passages", fail)
    with pytest.raises(sqlite3.OperationalError):
        put(catalogue, document, [["Something else."]])
    assert catalogue.passages_of(document.id) == passages


def test_the_passages_of_a_page_are_those_that_touch_it(catalogue: CatalogueWriter) -> None:
    document = make_document("two.pdf")
    first = make_passage("two.pdf", 0, ["On one."], page_text="On one.", page=0)
    both = replace(make_passage("two.pdf", 1, ["Over."], page_text="Over.", page=0), page_last=2)
    catalogue.put(
        document, [Page(1, "On one. Over."), Page(2, "")], [first, both],
        [encode_passage(first), encode_passage(both)],
        path=Path("/a/two.pdf"), root=Path("/a"), made_by="test", sketch=sketch_of([first]),
    )  # fmt: skip
    assert catalogue.passages_on("two.pdf", 1) == (first, both)
    assert catalogue.passages_on("two.pdf", 2) == (both,)
    assert catalogue.passages_on("two.pdf", None) == (first, both)
    assert catalogue.passages_on("none.pdf", 1) == ()
