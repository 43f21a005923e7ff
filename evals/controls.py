"""Baselines in the same run: what plain BM25, plain dense search and chance would have found.

They answer nothing; they rank passages for the same standalone questions, so that what the
assistant's retrieval adds can be seen beside its floor.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from assistant.words import content_words
from docs_store.catalogue import Catalogue
from docs_store.encoder import Encoder
from docs_store.fulltext import search_passages
from docs_store.vectors import Vectors
from evals.ranking import Rankings

Retrieve = Callable[[str], Sequence[str]]
"""From a question to passage ids, best first."""

_DEPTH = 50
_SEED = 7


class Controls:
    """The baselines over one store. Loads the encoder."""

    def __init__(self, catalogue: Catalogue, store: Path, encoder_model: str) -> None:
        self._catalogue = catalogue
        self._vectors = Vectors(store)
        self._encoder = Encoder(encoder_model)
        self._ids = catalogue.passage_ids()
        self.retrievers: Mapping[str, Retrieve] = {
            "random": self._random,
            "BM25 only": self._words,
            "dense only": self._dense,
        }

    def close(self) -> None:
        """Let go of the vector index; the catalogue is the caller's."""
        self._vectors.close()

    def rankings(self, questions: Mapping[str, str]) -> dict[str, Rankings]:
        """By control, what it ranks for each question (by fact id)."""
        return {
            name: {key: list(retrieve(text)) for key, text in questions.items()}
            for name, retrieve in self.retrievers.items()
        }

    def _words(self, question: str) -> Sequence[str]:
        found = search_passages(self._catalogue, content_words(question), _DEPTH, ())
        return [passage for passage, _ in found]

    def _dense(self, question: str) -> Sequence[str]:
        vector = self._encoder.encode_question(question).dense
        return [passage for passage, _ in self._vectors.nearest(vector, _DEPTH, ())]

    def _random(self, question: str) -> Sequence[str]:
        """Seeded by the question, so that a run can be repeated."""
        chance = random.Random(f"{_SEED} {question}")
        return chance.sample(self._ids, min(_DEPTH, len(self._ids)))
