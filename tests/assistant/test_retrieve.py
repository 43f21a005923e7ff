from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.retrieve import Candidate, Query, Retriever
from docs_store.catalogue_writer import CatalogueWriter
from docs_store.sentence_vectors import SentenceVectors
from docs_store.vectors import Vectors
from tests.fakes import encode, make_document, put

TEXTS = [
    ["Caseloads are too high.", "Turnover has slowed plans."],
    ["Visits to children are regular."],
    ["The pond has newts in it."],
]


Find = Callable[..., list[Candidate]]


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """Candidates for a query, up to a limit, in a store of two documents with the same texts."""
    catalogue, vectors = CatalogueWriter.create(tmp_path), Vectors(tmp_path)
    for name in ("one", "two"):
        put(catalogue, make_document(name), TEXTS)
        vectors.put_document(catalogue, name)
    retriever, sentences = Retriever(catalogue, vectors), SentenceVectors.load(catalogue)
    return lambda query, limit: retriever.candidates(query, sentences, limit)


def _query(text: str, *documents: str) -> Query:
    return Query(encode(text, [(0, len(text))]), text.lower().split(), documents)


def test_a_candidate_has_every_score_however_it_was_found(find: Find) -> None:
    found = {c.passage.id: c.scores for c in find(_query("newts pond"), 2)}
    assert set(found["one#2"]) == {"dense", "dense_sentence", "words", "words_sentence"}
    assert found["one#2"]["words"] > 0
    assert found["one#2"]["dense"] > 0.2
    assert found["one#2"]["dense_sentence"] >= found["one#2"]["dense"] - 1e-3


def test_candidates_keep_to_the_documents_asked_for(find: Find) -> None:
    found = find(_query("Caseloads are too high", "two"), 5)
    assert {c.passage.document_id for c in found} == {"two"}


def test_a_question_without_words_still_finds_what_is_near(find: Find) -> None:
    query = Query(encode("Visits", [(0, 6)]), [], ())
    assert find(query, 2)
