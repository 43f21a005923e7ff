"""What the controls score, on the same facts and by the same measures as the assistant."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from evals.answer_controls import ORACLE, Held, Row, answer_controls
from evals.corpus import Corpus
from evals.estimates import estimate
from evals.facts import Fact
from evals.measures import MEASURES
from evals.ranking import Qrels, Rankings, qrels_of, ranking_scores

OF_ANSWERS = ("passes", "correct")
OF_RANKINGS = ("passage success@1", "passage success@5", "passage success@20", "passage mrr")


def control_scores(
    facts: Sequence[Fact],
    rows: Sequence[Row],
    rankings: Mapping[str, Rankings],
    corpus: Corpus,
) -> dict[str, dict[str, Any]]:
    """By control, the mean of each measure it has. `rankings` are those of the retrievers; the
    oracle ranks what is relevant first."""
    by_id = {row["id"]: row for row in rows}
    qrels = qrels_of(facts, corpus, "passage")
    ranked = {**rankings, ORACLE: {key: sorted(ids) for key, ids in qrels.items()}}
    found = {name: _of_rankings(ranking, qrels) for name, ranking in ranked.items()}
    for name, held in answer_controls(facts, by_id, corpus).items():
        found[name] = {**_of_answers(held, corpus), **found.get(name, {})}
    return found


def _of_rankings(rankings: Rankings, qrels: Qrels) -> dict[str, Any]:
    scores = ranking_scores(qrels, {key: rankings.get(key, ()) for key in qrels})
    return {
        name: asdict(
            estimate(
                (found[name.removeprefix("passage ")] for found in scores.values()), interval=False
            )
        )
        for name in OF_RANKINGS
    }


def _of_answers(held: Sequence[Held], corpus: Corpus) -> dict[str, Any]:
    return {
        name: asdict(
            estimate(
                (MEASURES[name](fact, record, corpus) for fact, record in held), interval=False
            )
        )
        for name in OF_ANSWERS
    }
