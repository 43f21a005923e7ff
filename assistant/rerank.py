"""Rerankers: something that reads question and passage together and scores the pair.

The embedded one is late interaction (Khattab and Zaharia 2020, ColBERT) with no weights of its
own: each token of the question finds its nearest token of the passage in MiniLM's second-last
layer, and the cosines are summed, weighted by how rare the token is in the corpus. Any
cross-encoder can take its place by name or folder.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import numpy as np

from assistant.retrieve import Candidate
from docs_store.encodings import Encoding, Floats, Ints
from docs_store.errors import EncoderError

_FIRST_WORDPIECE = 999
"""Ids below are BERT's special and unused tokens; up to 1036 they are punctuation marks."""
_PUNCTUATION_END = 1037
_DIGITS = range(1014, 1024)


class Reranker(Protocol):
    """Scores candidates against a question; higher is better."""

    def scores(
        self, text: str, question: Encoding, candidates: Sequence[Candidate]
    ) -> Sequence[float]:
        """One score a candidate, in their order."""
        ...


class Rarity:
    """Inverse document frequency of wordpieces over the passages of a store."""

    def __init__(self, token_ids: Iterable[Ints], vocabulary: int = 30522) -> None:
        self._passages = 0
        self._counts = np.zeros(vocabulary, np.int64)
        for ids in token_ids:
            self._passages += 1
            self._counts[np.unique(ids)] += 1

    def weights(self, token_ids: Ints) -> Floats:
        """A weight (tokens,) for each: ln(1 + (N - n + .5) / (n + .5)); 0 for marks."""
        counts = self._counts[token_ids]
        weights = np.log1p((self._passages - counts + 0.5) / (counts + 0.5))
        is_mark = (token_ids < _PUNCTUATION_END) & ~np.isin(token_ids, list(_DIGITS))
        weights[is_mark] = 0.0
        return weights.astype(np.float32)


class LateInteraction:
    """Rarity-weighted MaxSim over stored token vectors."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity

    def scores(
        self, text: str, question: Encoding, candidates: Sequence[Candidate]
    ) -> Sequence[float]:
        """Weighted mean cosine, -1 to 1, of the question's tokens to their nearest."""
        weights = self._rarity.weights(question.token_ids)
        return [
            _weighted(similarities(question, c.encoding).max(axis=1, initial=-1.0), weights)
            for c in candidates
        ]

    def sentence_scores(self, question: Encoding, encoding: Encoding) -> Floats:
        """The same for each sentence of a passage (sentences,), over its own tokens only."""
        weights = self._rarity.weights(question.token_ids)
        near = similarities(question, encoding)
        found = [
            _weighted(near[:, encoding.owners == i].max(axis=1, initial=-1.0), weights)
            for i in range(len(encoding.sentences))
        ]
        return np.asarray(found, np.float32)


def similarities(question: Encoding, passage: Encoding) -> Floats:
    """Cosines (question tokens, passage tokens)."""
    near: Floats = question.tokens.astype(np.float32) @ passage.tokens.astype(np.float32).T
    return near / np.float32(127 * 127)


def _weighted(nearest: Floats, weights: Floats) -> float:
    total = float(weights.sum())
    return float(nearest @ weights) / total if total else 0.0


class CrossEncoderReranker:
    """Any sentence-transformers cross-encoder, by folder, or by name where it is cached.

    Raises EncoderError where there is none.
    """

    def __init__(self, name: str) -> None:
        from sentence_transformers import CrossEncoder

        try:
            self._model: Any = CrossEncoder(name, device="cpu", local_files_only=True)
        except (OSError, ValueError) as error:
            raise EncoderError(
                f"No cross-encoder can be loaded from {name}: set ASSISTANT_RERANKER to the "
                "folder of one, or leave it empty for late interaction."
            ) from error

    def scores(
        self, text: str, question: Encoding, candidates: Sequence[Candidate]
    ) -> Sequence[float]:
        """The model's relevance of each passage's text to the question's."""
        pairs = [(text, candidate.passage.text) for candidate in candidates]
        return [float(score) for score in self._model.predict(pairs)]
