"""Is a difference between two runs of the same facts more than chance?

The runs are paired by fact. The interval is a bootstrap of the paired differences and p a
permutation of the pairs, both by whole councils where there are enough of them; for measures that
are 0 or 1, McNemar's test in its exact form too. Holm (1979) holds the family of measures together.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from evals.estimates import bootstrap_interval, cluster_sums
from evals.measures import Score

_RESAMPLES = 9999
_SEED = 21


@dataclass(frozen=True, slots=True)
class Delta:
    """A measure before and after, over the `n` facts for which it is defined in both.

    `gained` and `lost` count facts that went up and down. `interval` is that of the difference of
    the means (None for fewer than two facts); `mcnemar` is None for measures between 0 and 1.
    """

    n: int
    before: float
    after: float
    gained: int
    lost: int
    interval: tuple[float, float] | None
    p: float
    mcnemar: float | None

    @property
    def difference(self) -> float:
        """After less before."""
        return self.after - self.before


def delta(
    before: Sequence[Score], after: Sequence[Score], clusters: Sequence[Hashable]
) -> Delta | None:
    """The difference of two columns of scores, paired by position; None where no fact has both."""
    pairs = [
        (b, a, cluster)
        for b, a, cluster in zip(before, after, clusters, strict=True)
        if b is not None and a is not None
    ]
    if not pairs:
        return None
    firsts, seconds, labels = (list(column) for column in zip(*pairs, strict=True))
    gaps = [a - b for b, a, _ in pairs]
    gained, lost = sum(gap > 0 for gap in gaps), sum(gap < 0 for gap in gaps)
    is_binary = {*firsts, *seconds} <= {0.0, 1.0}
    return Delta(
        n=len(pairs),
        before=sum(firsts) / len(pairs),
        after=sum(seconds) / len(pairs),
        gained=gained,
        lost=lost,
        interval=bootstrap_interval(gaps, labels) if len(pairs) > 1 else None,
        p=permutation_p(gaps, labels),
        mcnemar=mcnemar_p(gained, lost) if is_binary else None,
    )


def mcnemar_p(gained: int, lost: int) -> float:
    """Two-sided p of so uneven a split of the facts that changed, if either way were as likely."""
    if gained + lost == 0:
        return 1.0
    from scipy.stats import binomtest

    return float(binomtest(gained, gained + lost, 0.5).pvalue)


def permutation_p(gaps: Sequence[float], clusters: Sequence[Hashable]) -> float:
    """Two-sided p of the sum of the differences if before and after could be swapped in every
    cluster. Exact where few differ, else over 9,999 seeded swaps."""
    sums, _ = cluster_sums(gaps, clusters)
    unequal = [total for total in sums if abs(total) > 1e-12]
    if len(unequal) < 2:
        return 1.0  # one that changed may as well have changed the other way
    import numpy
    from scipy.stats import permutation_test

    def total(one: Any, other: Any, axis: int) -> Any:
        return one.sum(axis=axis) - other.sum(axis=axis)

    found = permutation_test(
        (numpy.array(unequal), numpy.zeros(len(unequal))),
        total,
        permutation_type="samples",
        vectorized=True,
        n_resamples=_RESAMPLES,
        rng=numpy.random.default_rng(_SEED),
    )
    return min(1.0, float(found.pvalue))


def holm(p_values: Sequence[float]) -> list[float]:
    """The p values adjusted for being read together (Holm 1979), in the order given."""
    adjusted = [0.0] * len(p_values)
    worst = 0.0
    for rank, index in enumerate(sorted(range(len(p_values)), key=lambda i: p_values[i])):
        worst = max(worst, min(1.0, (len(p_values) - rank) * p_values[index]))
        adjusted[index] = worst
    return adjusted
