"""The plots of a report as coordinates; the template draws them. Each comes with its data as a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.figures import figure
from evals.ranking import Qrels, Rankings, qrels_of
from evals.stored import StoredRun

WIDTH, HEIGHT = 640, 330
LEFT, RIGHT, TOP, BOTTOM = 58, 500, 14, 280  # the field, in units of the drawing
_LABEL_GAP = 18.0
_MOST_K = 20
_KS_SHOWN = (1, 3, 5, 10, 20)
ASSISTANT = "this assistant"


@dataclass(frozen=True, slots=True)
class Line:
    """A named line: its points as SVG takes them, and the height of its label at the right."""

    name: str
    points: str
    label_y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A plot. Ticks are (place, words); `heads` and `rows` are its data."""

    id: str
    title: str
    describes: str
    x_words: str
    y_words: str
    x_ticks: Sequence[tuple[float, str]]
    y_ticks: Sequence[tuple[float, str]]
    lines: Sequence[Line]
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


def first_ranks(qrels: Qrels, rankings: Rankings) -> list[int | None]:
    """For each fact with something to find, the rank (from 1) of the first that is relevant."""
    return [
        next((n for n, one in enumerate(rankings.get(key, ()), start=1) if one in relevant), None)
        for key, relevant in qrels.items()
    ]


def success(ranks: Sequence[int | None], k: int) -> float:
    """The share of facts whose first relevant stands within k. `ranks` is not empty."""
    return sum(rank is not None and rank <= k for rank in ranks) / len(ranks)


def success_chart(run: StoredRun) -> Chart | None:
    """success@k of passages for k up to 20, the assistant's beside the control retrievers'; None
    where no fact has gold."""
    qrels = qrels_of(run.facts, run.corpus, "passage")
    if not qrels:
        return None
    own = {one.fact.id: [hit.passage for hit in one.record.hits] for one in run.scored}
    ranked: dict[str, Rankings] = {ASSISTANT: own, **run.rankings}
    ranks = {name: first_ranks(qrels, rankings) for name, rankings in ranked.items()}
    ks = range(1, _MOST_K + 1)
    drawn = {name: [(float(k), success(found, k)) for k in ks] for name, found in ranks.items()}
    return Chart(
        id="success-at-k",
        title="Is the answer among the first k passages found?",
        describes="success@k for k from 1 to 20; each line is one retriever. Higher is better.",
        x_words="k, passages looked at",
        y_words="facts",
        x_ticks=[(_x(k, 1, _MOST_K), str(k)) for k in (1, 5, 10, 15, 20)],
        y_ticks=_per_cent_ticks(),
        lines=_lines(drawn, 1, _MOST_K),
        heads=("Retriever", *(f"k = {k}" for k in _KS_SHOWN)),
        rows=[
            (name, *(figure(success(found, k), "") for k in _KS_SHOWN))
            for name, found in ranks.items()
        ],
    )


def risk_chart(points: Sequence[tuple[float, float]]) -> Chart | None:
    """How often the surest answers are wrong, from points (coverage, risk); None without any."""
    if not points:
        return None
    return Chart(
        id="risk-coverage",
        title="Are the surest answers right more often?",
        describes="Risk (the share of wrong answers) as less and less sure answers are let in, up "
        "to all of them. A line that rises from the lower left says that confidence knows what is "
        "right; a flat one says that it does not.",
        x_words="coverage: questions answered, the surest first",
        y_words="risk: wrong",
        x_ticks=[(_x(tenth / 10, 0, 1), f"{10 * tenth}%") for tenth in range(0, 11, 2)],
        y_ticks=_per_cent_ticks(),
        lines=_lines({ASSISTANT: points}, 0, 1),
        heads=("Coverage", "Risk"),
        rows=[(figure(coverage, ""), figure(risk, "")) for coverage, risk in _tenths(points)],
    )


def _tenths(points: Sequence[tuple[float, float]]) -> Iterable[tuple[float, float]]:
    """The first point at or beyond each tenth of coverage, and the last."""
    found = [next((p for p in points if p[0] >= n / 10), points[-1]) for n in range(1, 11)]
    return dict.fromkeys(found)


def _per_cent_ticks() -> list[tuple[float, str]]:
    return [(_y(n / 4), f"{25 * n}%") for n in range(5)]


def _lines(
    drawn: Mapping[str, Sequence[tuple[float, float]]], low: float, high: float
) -> list[Line]:
    heights = _apart({name: _y(points[-1][1]) for name, points in drawn.items()})
    return [
        Line(
            name,
            " ".join(f"{_x(x, low, high):.1f},{_y(y):.1f}" for x, y in points),
            heights[name],
        )
        for name, points in drawn.items()
    ]


def _apart(heights: Mapping[str, float]) -> dict[str, float]:
    """The heights of labels, moved up from the lowest so that none stands on another."""
    placed: dict[str, float] = {}
    limit = float(BOTTOM)
    for name, height in sorted(heights.items(), key=lambda one: -one[1]):
        placed[name] = min(height, limit)
        limit = placed[name] - _LABEL_GAP
    return placed


def _x(value: float, low: float, high: float) -> float:
    return LEFT + (RIGHT - LEFT) * (value - low) / (high - low)


def _y(share: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * share
