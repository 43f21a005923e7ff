"""Baselines in the same run: what plain BM25, plain dense search and chance would have found.

They answer nothing; they rank passages for the same standalone questions, so that what the
assistant's retrieval adds can be seen beside its floor.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assistant.words import content_words
from docs_store.catalogue import Catalogue
from docs_store.encoder import Encoder
from docs_store.fulltext import search_passages
from docs_store.vectors import Vectors
from evals.corpus import Corpus
from evals.estimates import estimate
from evals.ranking import qrels_of, ranking_scores
from evals.summary import Scored

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
            "BM25 only": self._words,
            "dense only": self._dense,
            "random": self._random,
        }

    def close(self) -> None:
        """Let go of the vector index; the catalogue is the caller's."""
        self._vectors.close()

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

    def summary_with(
        self, corpus: Corpus
    ) -> Callable[[Sequence[Scored], Sequence[Mapping[str, Any]]], Mapping[str, Any]]:
        """What `run_pack` adds to its summary, under "controls"."""

        def extra(scored: Sequence[Scored], rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
            questions = {row["id"]: row["standalone_question"] for row in rows}
            return {"controls": control_scores(self.retrievers, scored, questions, corpus)}

        return extra


def control_scores(
    retrievers: Mapping[str, Retrieve],
    scored: Sequence[Scored],
    questions: Mapping[str, str],
    corpus: Corpus,
) -> dict[str, dict[str, Any]]:
    """By retriever, the estimate of each passage measure over the facts with gold."""
    qrels = qrels_of([one.fact for one in scored], corpus, "passage")
    found = {}
    for name, retrieve in retrievers.items():
        scores = ranking_scores(qrels, {key: retrieve(questions[key]) for key in qrels})
        measures = sorted({measure for of_fact in scores.values() for measure in of_fact})
        found[name] = {
            f"passage {measure}": asdict(
                estimate([of_fact[measure] for of_fact in scores.values()], interval=False)
            )
            for measure in measures
        }
    return found
