"""Somebody else's retrieval, given as a TREC run, scored on a run's facts beside our own."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from evals.errors import RunFileError
from evals.estimates import estimate
from evals.ranking import Qrels, Rankings, qrels_of, ranked_ids, ranking_scores
from evals.stored import StoredRun
from evals.trec import TAG


def exported(run: StoredRun, level: str) -> tuple[Qrels, Rankings]:
    """The qrels and our rankings of a run at one level ("passage", "page" or "document")."""
    rankings = {one.fact.id: ranked_ids(one.record.hits, level) for one in run.scored}
    return qrels_of(run.facts, run.corpus, level), rankings


def beside_ours(run: StoredRun, theirs: Rankings, level: str) -> dict[str, dict[str, Any]]:
    """The mean of each retrieval measure at one level: ours, then theirs, each with its interval.

    A fact that their run does not rank scores 0, as trec_eval has it with -c. Raises RunFileError
    where it ranks none of the run's facts.
    """
    qrels, ours = exported(run, level)
    if not set(qrels) & set(theirs):
        raise RunFileError(
            f"That run ranks nothing for any fact of {run.name}: its first column holds ids of "
            f"facts, such as {next(iter(qrels), '(none)')}."
        )
    clusters = {one.fact.id: one.cluster for one in run.scored}
    return {
        TAG: _means(ranking_scores(qrels, ours), clusters),
        "theirs": _means(ranking_scores(qrels, theirs), clusters),
    }


def _means(
    scores: Mapping[str, Mapping[str, float]], clusters: Mapping[str, str]
) -> dict[str, Any]:
    labels = [clusters[key] for key in scores]
    names: Sequence[str] = list(next(iter(scores.values()), {}))
    return {
        name: asdict(estimate([found[name] for found in scores.values()], labels)) for name in names
    }
