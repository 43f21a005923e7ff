"""Candidates: passages near the question by four measures.

Dense passages (Chroma), dense sentences (in memory), BM25 over passages and over sentences (the
catalogue).
Every candidate then gets every dense score, computed from its stored encoding, so that a passage
found by words alone is not compared with a guess.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from docs_store.catalogue import Catalogue
from docs_store.documents import Passage
from docs_store.encodings import Encoding
from docs_store.fulltext import search_passages, search_sentences
from docs_store.sentence_vectors import SentenceVectors
from docs_store.vectors import Vectors


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may hold the answer, with its raw scores by name."""

    passage: Passage
    encoding: Encoding
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: the encoded question, its words, and the documents to look in (empty:
    all of them)."""

    encoding: Encoding
    words: Sequence[str]
    documents: Collection[str] = ()


class Retriever:
    """Finds candidates in one store."""

    def __init__(self, catalogue: Catalogue, vectors: Vectors) -> None:
        self._catalogue = catalogue
        self._vectors = vectors

    def candidates(
        self, query: Query, dense_sentences: SentenceVectors, limit: int
    ) -> list[Candidate]:
        """The union of the best `limit` passages of each measure, in no particular order."""
        words = dict(search_passages(self._catalogue, query.words, limit, query.documents))
        sentences = dict(search_sentences(self._catalogue, query.words, limit, query.documents))
        ids = dict.fromkeys([*words, *sentences, *self._near(query, dense_sentences, limit)])
        found = self._catalogue.read(list(ids))
        return [
            Candidate(
                passage,
                encoding,
                {
                    "dense": float(encoding.dense @ query.encoding.dense),
                    "dense_sentence": _best_sentence(encoding, query.encoding),
                    "words": words.get(key, 0.0),
                    "words_sentence": sentences.get(key, 0.0),
                },
            )
            for key, (passage, encoding) in ((k, found[k]) for k in ids if k in found)
        ]

    def _near(self, query: Query, dense_sentences: SentenceVectors, limit: int) -> list[str]:
        vector, documents = query.encoding.dense, query.documents
        near = self._vectors.nearest(vector, limit, documents)
        return [key for key, _ in near + dense_sentences.nearest(vector, limit, documents)]


def _best_sentence(encoding: Encoding, question: Encoding) -> float:
    if not len(encoding.sentences):
        return float(encoding.dense @ question.dense)
    return float((encoding.sentences @ question.dense).max())
