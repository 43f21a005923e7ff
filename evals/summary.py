"""Means with intervals, by kind and in all, from the scores of single answers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import ceil
from statistics import median
from typing import Any

from evals.facts import Fact
from evals.measures import Score
from evals.misses import Stage
from evals.records import AnswerRecord

HEADLINE = (
    "passage success@1",
    "passage success@5",
    "passage success@20",
    "passage mrr",
    "page success@5",
    "first quote gold",
    "any quote gold",
    "correct",
    "vital nuggets",
    "wrong fact",
    "citation precision",
    "citation recall",
    "quote fidelity",
    "quote fidelity in original",
    "abstains",
    "over-refusal",
    "both sides",
)
_RESAMPLES = 2000
_SEED = 20


@dataclass(frozen=True, slots=True)
class Scored:
    """A fact, what came back, its scores, and where it was lost (None: not lost)."""

    fact: Fact
    record: AnswerRecord
    scores: Mapping[str, Score]
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over the `n` facts for which the measure is defined, with a 95% interval.

    The mean is None where n is 0, the interval where n is below 2.
    """

    n: int
    mean: float | None
    low: float | None = None
    high: float | None = None


def estimate(values: Iterable[Score], *, interval: bool = True) -> Estimate:
    """The mean of the defined values, with a percentile bootstrap interval over facts (Efron and
    Tibshirani 1993), seeded, so that the same scores give the same interval."""
    defined = [float(value) for value in values if value is not None]
    if not defined:
        return Estimate(0, None)
    mean = sum(defined) / len(defined)
    if not interval or len(defined) < 2:
        return Estimate(len(defined), mean)
    import numpy
    from scipy.stats import bootstrap

    found = bootstrap(
        (defined,),
        numpy.mean,
        n_resamples=_RESAMPLES,
        method="percentile",
        rng=numpy.random.default_rng(_SEED),
    ).confidence_interval
    return Estimate(len(defined), mean, float(found.low), float(found.high))


def by_kind(scored: Sequence[Scored]) -> dict[str, list[Scored]]:
    """The scored facts of each kind, in order of kind."""
    kinds = sorted({one.fact.kind for one in scored})
    return {kind.value: [one for one in scored if one.fact.kind is kind] for kind in kinds}


def summarise(scored: Sequence[Scored]) -> dict[str, Any]:
    """Everything that is reported of a set of scored facts, as it stands in summary.json."""
    return {
        "facts": len(scored),
        "measures": _estimates(scored, _all_names(scored), lambda name: name in HEADLINE),
        "by_kind": {
            kind: {"facts": len(group), "measures": _estimates(group, HEADLINE, lambda _: True)}
            for kind, group in by_kind(scored).items()
        },
        "abstention": confusion(scored),
        "lost_at": dict(Counter(one.stage.value for one in scored if one.stage).most_common()),
        "latency_ms": latency([one.record.wall_ms for one in scored]),
    }


def _all_names(scored: Sequence[Scored]) -> Sequence[str]:
    return list(dict.fromkeys(name for one in scored for name in one.scores))


def _estimates(
    scored: Sequence[Scored], names: Sequence[str], wants_interval: Callable[[str], bool]
) -> dict[str, dict[str, Any]]:
    found = {}
    for name in names:
        values = [one.scores.get(name) for one in scored]
        found[name] = asdict(estimate(values, interval=wants_interval(name)))
    return found


def confusion(scored: Sequence[Scored]) -> dict[str, int]:
    """How many facts were answerable or not, answered or not."""
    counts = Counter((one.fact.is_answerable, one.record.is_answered) for one in scored)
    return {
        "answerable, answered": counts[True, True],
        "answerable, refused": counts[True, False],
        "unanswerable, answered": counts[False, True],
        "unanswerable, refused": counts[False, False],
    }


def latency(wall_ms: Iterable[float | None]) -> dict[str, float | None]:
    """Median and 95th percentile (nearest rank) in milliseconds."""
    times = sorted(ms for ms in wall_ms if ms is not None)
    if not times:
        return {"median": None, "p95": None}
    return {"median": median(times), "p95": times[ceil(0.95 * len(times)) - 1]}
