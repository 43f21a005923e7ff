"""Risk against coverage: how often the surest answers are wrong, as doubtful ones are let in too.

After El-Yaniv and Wiener (2010) and Geifman and El-Yaniv (2017): answers are let in from the surest
to the most doubtful; coverage is the share of all questions answered so far, risk the share of
wrong ones among those answers. A low area under the curve says that confidence knows what is right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Curve:
    """Points (coverage, risk) by falling confidence, equal confidences let in together.

    `area` is the mean risk over the answers let in, `least` what it would be if every right answer
    were surer than every wrong one. Both are None where nothing was answered.
    """

    points: tuple[tuple[float, float], ...]
    area: float | None
    least: float | None


def risk_coverage(answered: Iterable[tuple[float, bool]], questions: int) -> Curve:
    """The curve of answers given as (confidence, is right) to `questions` questions, of which those
    not answered are not covered."""
    ranked = sorted(answered, key=lambda one: -one[0])
    if not ranked:
        return Curve((), None, None)
    points = _points(ranked, questions)
    best = _points([(-float(n), right) for n, right in enumerate(_right_first(ranked))], questions)
    return Curve(points, _area(points), _area(best))


def _right_first(ranked: Sequence[tuple[float, bool]]) -> list[bool]:
    return sorted((is_right for _, is_right in ranked), reverse=True)


def _points(
    ranked: Sequence[tuple[float, bool]], questions: int
) -> tuple[tuple[float, float], ...]:
    points: list[tuple[float, float]] = []
    count = wrong = 0
    for _, equals in groupby(ranked, key=lambda one: one[0]):
        for _, is_right in equals:
            count, wrong = count + 1, wrong + (not is_right)
        points.append((count / questions, wrong / count))
    return tuple(points)


def _area(points: Sequence[tuple[float, float]]) -> float:
    """The mean of the risk over the coverage reached, each point standing for what it let in."""
    before, total = 0.0, 0.0
    for coverage, risk in points:
        total += (coverage - before) * risk
        before = coverage
    return total / before
