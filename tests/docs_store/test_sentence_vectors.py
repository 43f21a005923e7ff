from pathlib import Path

import pytest

from docs_store.catalogue_writer import CatalogueWriter
from docs_store.sentence_vectors import SentenceVectors
from tests.fakes import make_document, put, unit_vector

TEXTS = [
    ["Caseloads are too high.", "Turnover has slowed."],
    ["Visits are regular."],
    ["Turnover has slowed, they say.", "Plans differ.", "Rooms are cold."],
]


def held(tmp_path: Path, *names: str) -> SentenceVectors:
    catalogue = CatalogueWriter.create(tmp_path)
    for name in names:
        put(catalogue, make_document(name), TEXTS)
    return SentenceVectors.load(catalogue)


def test_a_passage_is_found_by_its_best_sentence(tmp_path: Path) -> None:
    sentences = held(tmp_path, "letter.pdf")
    assert len(sentences.vectors) == 6
    (key, cosine), *_ = sentences.nearest(unit_vector("Turnover has slowed."), 2)
    assert (key, round(cosine, 2)) == ("letter.pdf#0", 1.0)


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [("Caseloads are too high.", 0), ("Visits are regular.", 1), ("Rooms are cold.", 2)],
)
def test_first_and_last_sentences_belong_to_their_own_passage(
    tmp_path: Path, sentence: str, passage: int
) -> None:
    [(key, _)] = held(tmp_path, "letter.pdf").nearest(unit_vector(sentence), 1)
    assert key == f"letter.pdf#{passage}"


def test_a_search_can_be_limited_to_documents(tmp_path: Path) -> None:
    found = held(tmp_path, "one", "two").nearest(unit_vector("Visits are regular."), 9, ["two"])
    assert found[0][0] == "two#1"
    assert {key.partition("#")[0] for key, _ in found} == {"two"}
    assert len(found) == 3


def test_a_store_without_a_passage_finds_nothing(tmp_path: Path) -> None:
    assert held(tmp_path).nearest(unit_vector("anything"), 3) == []
