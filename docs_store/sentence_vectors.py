"""The vectors of all sentences in memory, searched exactly.

A store of 30,000 passages has some 180,000 sentences: one product of a matrix takes milliseconds,
finds the best sentence of every passage, and needs no index that could lag behind the catalogue.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from docs_store.catalogue import Catalogue
from docs_store.encodings import DIMENSIONS, Floats


@dataclass(frozen=True, slots=True)
class SentenceVectors:
    """Every sentence of a store as at one moment.

    `vectors` (sentences, 384) are unit vectors, those of a passage together; passage i, whose id is
    `passage_ids[i]` and whose document is `documents[i]`, begins at row `starts[i]`.
    """

    passage_ids: tuple[str, ...]
    documents: NDArray[np.str_]
    starts: NDArray[np.intp]
    vectors: Floats

    @classmethod
    def load(cls, catalogue: Catalogue) -> "SentenceVectors":
        """All that the catalogue holds now; passages without a sentence are left out."""
        rows = [row for row in catalogue.sentence_vectors() if row[2]]
        parts = [np.frombuffer(stored, np.float16) for _, _, stored in rows]
        lengths = [part.size // DIMENSIONS for part in parts]
        vectors = np.concatenate(parts) if parts else np.zeros(0, np.float16)
        return cls(
            tuple(passage_id for passage_id, _, _ in rows),
            np.asarray([document_id for _, document_id, _ in rows], np.str_),
            np.cumsum([0, *lengths[:-1]], dtype=np.intp)[: len(rows)],
            vectors.reshape(-1, DIMENSIONS).astype(np.float32),
        )

    def nearest(
        self, vector: Floats, limit: int, documents: Collection[str] = ()
    ) -> list[tuple[str, float]]:
        """Passage ids with the cosine of their best sentence to `vector` (384,), best first.

        `documents` limits the search to those document ids; empty means all.
        """
        if not self.passage_ids:
            return []
        best = np.maximum.reduceat(self.vectors @ vector, self.starts)
        if documents:
            best[~np.isin(self.documents, list(documents))] = -np.inf
        found = np.argsort(-best, kind="stable")[:limit]
        return [(self.passage_ids[i], float(best[i])) for i in found if np.isfinite(best[i])]
