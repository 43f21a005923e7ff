"""Means with 95% intervals from the scores of single facts."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from evals.measures import Score

LEAST_CLUSTERS = 10
"""With fewer councils than this, resampling councils says little: facts are resampled instead
(Cameron, Gelbach and Miller 2008, on few clusters)."""
_RESAMPLES = 2000
_SEED = 20


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over the `n` facts for which the measure is defined, with a 95% interval.

    The mean is None where n is 0, the interval where n is below 2.
    """

    n: int
    mean: float | None
    low: float | None = None
    high: float | None = None


def estimate(
    values: Iterable[Score],
    clusters: Sequence[Hashable] | None = None,
    *,
    interval: bool = True,
) -> Estimate:
    """The mean of the defined values, with a percentile bootstrap interval (Efron and Tibshirani
    1993), seeded, so that the same scores give the same interval.

    `clusters[i]` is the cluster of value i (its council): whole clusters are resampled where there
    are at least `LEAST_CLUSTERS`, single values otherwise.
    """
    given = list(values)
    labels = range(len(given)) if clusters is None else clusters
    kept = [(float(v), label) for v, label in zip(given, labels, strict=True) if v is not None]
    if not kept:
        return Estimate(0, None)
    mean = sum(value for value, _ in kept) / len(kept)
    if not interval or len(kept) < 2:
        return Estimate(len(kept), mean)
    low, high = bootstrap_interval([v for v, _ in kept], [label for _, label in kept])
    return Estimate(len(kept), mean, low, high)


def bootstrap_interval(
    values: Sequence[float], clusters: Sequence[Hashable]
) -> tuple[float, float]:
    """The 95% percentile interval of the mean of `values` (at least two), resampled by cluster."""
    import numpy
    from scipy.stats import bootstrap

    sums, counts = cluster_sums(values, clusters)
    if len(set(zip(sums, counts, strict=True))) == 1:
        mean = sums[0] / counts[0]
        return mean, mean
    found = bootstrap(
        (sums, counts),
        lambda s, n, axis: s.sum(axis=axis) / n.sum(axis=axis),
        paired=True,
        vectorized=True,
        n_resamples=_RESAMPLES,
        method="percentile",
        rng=numpy.random.default_rng(_SEED),
    ).confidence_interval
    return float(found.low), float(found.high)


def cluster_sums(
    values: Sequence[float], clusters: Sequence[Hashable]
) -> tuple[list[float], list[float]]:
    """The sum of the values of each cluster, and how many they are; each value by itself where
    there are fewer than `LEAST_CLUSTERS` clusters."""
    if len(set(clusters)) < LEAST_CLUSTERS:
        return list(values), [1.0] * len(values)
    sums: dict[Hashable, float] = {}
    counts: dict[Hashable, float] = {}
    for value, cluster in zip(values, clusters, strict=True):
        sums[cluster] = sums.get(cluster, 0.0) + value
        counts[cluster] = counts.get(cluster, 0.0) + 1
    return list(sums.values()), list(counts.values())
