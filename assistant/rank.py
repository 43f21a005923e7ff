"""Candidates to hits: fuse, rerank the best, add the weights, fuse again; best first."""

from collections.abc import Mapping, Sequence

import numpy as np

from assistant.answers import Hit
from assistant.fuse import fuse
from assistant.rerank import Reranker
from assistant.retrieve import Candidate
from docs_store.encodings import Encoding, Floats


def rank(
    text: str,
    question: Encoding,
    candidates: Sequence[Candidate],
    reranker: Reranker,
    weights: Mapping[str, float],
    reranked: int,
    bonus: Mapping[str, float],
) -> tuple[list[Hit], list[Encoding]]:
    """Hits with the encodings of their passages, best first; at most `reranked` of them.

    `bonus` is added to the fused score of each passage of a document (by document id), at both
    steps. A hit's `parts` are the terms of its score, and its plain `cosine`.
    """
    if not candidates:
        return [], []
    first, _ = fuse(_columns(candidates), weights)
    best = np.argsort(-(first + _bonus(candidates, bonus)), kind="stable")[:reranked]
    chosen = [candidates[i] for i in best]
    columns = _columns(chosen) | {"rerank": list(reranker.scores(text, question, chosen))}
    total, parts = fuse(columns, weights)
    parts["bonus"] = _bonus(chosen, bonus)
    total = total + parts["bonus"]
    hits = [
        Hit(
            chosen[i].passage,
            float(total[i]),
            {n: float(p[i]) for n, p in parts.items()} | {"cosine": chosen[i].scores["dense"]},
        )
        for i in np.argsort(-total, kind="stable")
    ]
    encodings = {candidate.passage.id: candidate.encoding for candidate in chosen}
    return hits, [encodings[hit.passage.id] for hit in hits]


def _columns(candidates: Sequence[Candidate]) -> dict[str, list[float]]:
    return {name: [c.scores[name] for c in candidates] for name in candidates[0].scores}


def _bonus(candidates: Sequence[Candidate], bonus: Mapping[str, float]) -> Floats:
    found = [bonus.get(candidate.passage.document_id, 0.0) for candidate in candidates]
    return np.asarray(found, np.float32)
