"""Answers, kept as rows, held against facts: scores, where each was lost, where each belongs."""

from collections.abc import Mapping, Sequence
from typing import Any

from evals.corpus import Corpus
from evals.facts import Fact
from evals.measures import score_answer
from evals.misses import lost_at
from evals.ranking import score_rankings
from evals.records import from_row
from evals.slices import slices_of
from evals.summary import Scored


def score_all(
    facts: Sequence[Fact], rows: Sequence[Mapping[str, Any]], corpus: Corpus
) -> tuple[Scored, ...]:
    """Score answers kept as rows, matched to facts by id."""
    records = {row["id"]: from_row(row) for row in rows}
    hits = {key: record.hits for key, record in records.items()}
    retrieval = score_rankings(facts, hits, corpus)
    return tuple(
        Scored(
            fact,
            records[fact.id],
            {**score_answer(fact, records[fact.id], corpus), **retrieval.get(fact.id, {})},
            lost_at(fact, records[fact.id], corpus),
            slices_of(fact, corpus.documents),
        )
        for fact in facts
    )
