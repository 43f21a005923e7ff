"""Everything that is reported of a set of scored facts, in all and by slice, from single scores."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from math import ceil
from statistics import median
from typing import Any

from evals.estimates import estimate
from evals.facts import Fact
from evals.measures import Score
from evals.misses import Stage
from evals.records import AnswerRecord
from evals.risk import Curve, risk_coverage
from evals.slices import DIMENSIONS, Slices, grouped

HEADLINE = (
    "passes",
    "passage success@1",
    "passage success@5",
    "passage success@20",
    "passage mrr",
    "passage ndcg@10",
    "page success@5",
    "document success@5",
    "words count",
    "meaning counts",
    "first quote gold",
    "any quote gold",
    "correct",
    "vital nuggets",
    "wrong fact",
    "citation precision",
    "citation recall",
    "nuggets cited",
    "statements carried",
    "quote fidelity",
    "quote fidelity in original",
    "in force",
    "both sides",
    "abstains",
    "over-refusal",
)
IN_SLICES = (
    "passes",
    "passage success@5",
    "passage mrr",
    "first quote gold",
    "correct",
    "citation precision",
    "over-refusal",
    "abstains",
)


@dataclass(frozen=True, slots=True)
class Scored:
    """A fact, what came back, its scores, where it was lost (None: not lost), where it belongs."""

    fact: Fact
    record: AnswerRecord
    scores: Mapping[str, Score]
    stage: Stage | None
    slices: Slices = field(default_factory=dict)

    @property
    def cluster(self) -> str:
        """What is resampled together with it: its council, else itself."""
        return " ".join(self.slices.get("council", ())) or self.fact.id


def summarise(scored: Sequence[Scored]) -> dict[str, Any]:
    """Everything that is reported of a set of scored facts, as it stands in summary.json."""
    return {
        "facts": len(scored),
        "measures": _estimates(scored, _all_names(scored), with_interval=HEADLINE),
        "slices": {dimension: _by_value(scored, dimension) for dimension in DIMENSIONS},
        "abstention": confusion(scored),
        "lost_at": lost_at_counts(one.stage for one in scored),
        "risk_coverage": asdict(curve_of(scored)),
        "latency_ms": {
            **latency(one.record.wall_ms for one in scored),
            "steps": _steps([one.record for one in scored]),
        },
    }


def _all_names(scored: Sequence[Scored]) -> Sequence[str]:
    return list(dict.fromkeys(name for one in scored for name in one.scores))


def _estimates(
    scored: Sequence[Scored], names: Sequence[str], with_interval: Sequence[str]
) -> dict[str, dict[str, Any]]:
    clusters = [one.cluster for one in scored]
    found = {}
    for name in names:
        values = [one.scores.get(name) for one in scored]
        found[name] = asdict(estimate(values, clusters, interval=name in with_interval))
    return found


def _by_value(scored: Sequence[Scored], dimension: str) -> dict[str, dict[str, Any]]:
    return {
        value: {
            "facts": len(group),
            "measures": _estimates(group, IN_SLICES, with_interval=IN_SLICES),
            "lost_at": lost_at_counts(one.stage for one in group),
        }
        for value, group in grouped(scored, dimension).items()
    }


def lost_at_counts(stages: Iterable[Stage | None]) -> dict[str, int]:
    """How many facts each stage lost, in the order of the stages; stages that lost none left out."""
    counts = Counter(stages)
    return {stage.value: counts[stage] for stage in Stage if counts[stage]}


def confusion(scored: Sequence[Scored]) -> dict[str, int]:
    """How many facts were answerable or not, answered or not."""
    counts = Counter((one.fact.is_answerable, one.record.is_answered) for one in scored)
    return {
        "answerable, answered": counts[True, True],
        "answerable, refused": counts[True, False],
        "unanswerable, answered": counts[False, True],
        "unanswerable, refused": counts[False, False],
    }


def curve_of(scored: Sequence[Scored]) -> Curve:
    """The risk–coverage curve of the answers that carry a confidence; right is what passes."""
    answered = [
        (one.record.confidence, one.scores.get("passes") == 1.0)
        for one in scored
        if one.record.is_answered and one.record.confidence is not None
    ]
    return risk_coverage(answered, len(scored))


def latency(wall_ms: Iterable[float | None]) -> dict[str, float | None]:
    """Median and 95th percentile (nearest rank) in milliseconds."""
    times = sorted(ms for ms in wall_ms if ms is not None)
    if not times:
        return {"median": None, "p95": None}
    return {"median": median(times), "p95": times[ceil(0.95 * len(times)) - 1]}


def _steps(records: Sequence[AnswerRecord]) -> dict[str, float]:
    """The median milliseconds of each step, over the answers that took it."""
    taken: dict[str, list[float]] = {}
    for record in records:
        for step, ms in record.timings_ms.items():
            if ms is not None:
                taken.setdefault(step, []).append(ms)
    return {step: median(times) for step, times in taken.items()}
