"""Our retriever on a public yardstick: any collection in the form of BEIR.

`python -m benchmarks.retrieval FOLDER [--store DIR]` reads corpus.jsonl, queries.jsonl and
qrels/test.tsv, and prints what each step of retrieval scores: BM25 only, dense only, all four
measures fused, and the same reranked by late interaction, as the assistant does it. A document
stands where its best passage does. A store built once is used again.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.fuse import fuse
from assistant.rank import rank
from assistant.rerank import LateInteraction, Rarity
from assistant.retrieve import Candidate, Query, Retriever
from assistant.settings import AssistantSettings
from assistant.words import content_words
from benchmarks.beir_folder import Collection, read_collection
from benchmarks.beir_store import build_store
from docs_store.catalogue import Catalogue
from docs_store.commands import run_command
from docs_store.encoder import Encoder, token_counter
from docs_store.fulltext import search_passages
from docs_store.sentence_vectors import SentenceVectors
from docs_store.vectors import Vectors
from evals.estimates import Estimate, estimate

WAYS = ("BM25 only", "dense only", "fused", "fused and reranked")
MEASURES = ("nDCG@10", "RR@10", "Success@5", "R@50")

Rankings = Mapping[str, Sequence[str]]
"""Document ids, best first, by query id."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What one way of retrieving scores, and the milliseconds it takes a query (median)."""

    measures: Mapping[str, Estimate]
    ms: float


class Steps:
    """The steps of retrieval over one store, each of which can be ranked by."""

    def __init__(self, catalogue: Catalogue, vectors: Vectors, encoder: Encoder) -> None:
        self._catalogue = catalogue
        self._vectors = vectors
        self._encoder = encoder
        self._settings = AssistantSettings()
        self._sentences = SentenceVectors.load(catalogue)
        tokens = (np.frombuffer(ids, np.int32) for ids in catalogue.token_ids())
        self._late = LateInteraction(Rarity(tokens))
        self._retriever = Retriever(catalogue, vectors)

    def passages(self, way: str, text: str) -> list[str]:
        """Passage ids for a query, best first, by one of `WAYS`."""
        limit = self._settings.candidates
        if way == "BM25 only":
            found = search_passages(self._catalogue, content_words(text), limit, ())
            return [key for key, _ in found]
        encoding = self._encoder.encode_question(text)
        if way == "dense only":
            return [key for key, _ in self._vectors.nearest(encoding.dense, limit, ())]
        query = Query(encoding, content_words(text))
        candidates = self._retriever.candidates(query, self._sentences, limit)
        if way == "fused":
            return self._fused(candidates)
        hits, _ = rank(
            text,
            encoding,
            candidates,
            self._late,
            self._settings.retrieval_weights(),
            self._settings.reranked,
            {},
        )
        return [hit.passage.id for hit in hits]

    def _fused(self, candidates: Sequence[Candidate]) -> list[str]:
        if not candidates:
            return []
        columns = {n: [c.scores[n] for c in candidates] for n in candidates[0].scores}
        total, _ = fuse(columns, self._settings.retrieval_weights())
        return [candidates[i].passage.id for i in np.argsort(-total, kind="stable")]


def documents_ranked(passages: Sequence[str], query_id: str) -> list[str]:
    """The documents of ranked passages, each once where its best stands; a query that is itself a
    document (as in ArguAna) does not find itself, as BEIR has it."""
    found = dict.fromkeys(key.rpartition("#")[0] for key in passages)
    return [document for document in found if document != query_id]


def score(collection: Collection, rankings: Rankings) -> dict[str, Estimate]:
    """Each measure with its 95% interval over the queries, by ir-measures."""
    import ir_measures

    names = {ir_measures.parse_measure(name): name for name in MEASURES}
    qrels = [
        ir_measures.Qrel(query, document, relevance)
        for query, judged in collection.qrels.items()
        for document, relevance in judged.items()
    ]
    run = [
        ir_measures.ScoredDoc(query, document, -float(position))
        for query, ranked in rankings.items()
        for position, document in enumerate(ranked)
    ]
    values = {name: dict.fromkeys(collection.queries, 0.0) for name in names.values()}
    for found in ir_measures.iter_calc(list(names), qrels, run):
        values[names[found.measure]][found.query_id] = float(found.value)
    return {name: estimate(of_query.values()) for name, of_query in values.items()}


def measured(collection: Collection, steps: Steps) -> dict[str, Scores]:
    """What every way of retrieving scores."""
    scores = {}
    for way in WAYS:
        rankings, taken = {}, []
        for key, text in collection.queries.items():
            started = time.perf_counter()
            rankings[key] = documents_ranked(steps.passages(way, text), key)
            taken.append((time.perf_counter() - started) * 1000)
        scores[way] = Scores(score(collection, rankings), float(np.median(taken)))
    return scores


def table(scores: Mapping[str, Scores]) -> str:
    """The scores as a Markdown table."""
    lines = [
        f"| | {' | '.join(MEASURES)} | ms a query |",
        f"|---|{'---|' * (len(MEASURES) + 1)}",
    ]
    for way, found in scores.items():
        cells = " | ".join(_cell(found.measures[name]) for name in MEASURES)
        lines.append(f"| {way} | {cells} | {found.ms:.0f} |")
    return "\n".join(lines)


def _cell(found: Estimate) -> str:
    interval = "" if found.low is None else f" [{found.low:.3f}–{found.high:.3f}]"
    return f"{found.mean:.3f}{interval}"


def main(argv: Sequence[str]) -> int:
    """Build the store if need be, and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.retrieval",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, help="a collection in the form of BEIR")
    parser.add_argument("--store", type=Path, help="keep the store here (default: nowhere)")
    options = parser.parse_args(argv)
    collection = read_collection(options.folder)
    encoder = Encoder()
    with ExitStack() as open_things:
        scratch = open_things.enter_context(tempfile.TemporaryDirectory())
        store = options.store or Path(scratch) / "store"
        if not store.exists():
            build_store(store, collection.documents, encoder, token_counter())
        catalogue = open_things.enter_context(closing(Catalogue.open(store)))
        vectors = open_things.enter_context(closing(Vectors(store)))
        print(f"{len(collection.documents)} documents, {len(collection.queries)} queries\n")
        print(table(measured(collection, Steps(catalogue, vectors, encoder))))
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
