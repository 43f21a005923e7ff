"""Is a run good enough to go in? Floors, margins against a baseline, and the controls.

A demand that is not met is a regression. A run in which an answer raised has crashed; facts that
contradict themselves make the pack invalid. Each verdict is an exit code.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from evals.answer_controls import ORACLE
from evals.compare import Comparison, compare
from evals.control_scores import OF_ANSWERS, OF_RANKINGS
from evals.gate_file import Demands, PackDemands
from evals.measures import LOWER_IS_BETTER
from evals.sheets import Sheet, SheetRow, sheet_of
from evals.stored import StoredRun
from evals.validate import contradictions

_TOLERANCE = 1e-9


class Verdict(IntEnum):
    """How a gate ends, as the exit code of the command."""

    PASSED = 0
    REGRESSION = 1
    INVALID = 2
    CRASHED = 3


@dataclass(frozen=True, slots=True)
class Check:
    """One demand: what it is about, what it asks, what there was, whether it is met."""

    name: str
    demand: str
    found: str
    is_met: bool


@dataclass(frozen=True, slots=True)
class Gated:
    """The outcome for one run: every check, what is wrong beyond them, and the comparison with the
    baseline (None where the pack is invalid)."""

    pack: str
    run: str
    checks: tuple[Check, ...]
    problems: tuple[str, ...]
    comparison: Comparison | None
    verdict: Verdict


def gate(run: StoredRun, baseline: Sheet, demands: PackDemands) -> Gated:
    """Hold a run against its demands. Raises NotComparable where the baseline is of other facts or
    documents."""
    invalid = tuple(str(problem) for fact in run.facts for problem in contradictions(fact))
    if invalid:
        return Gated(run.pack, run.name, (), invalid, None, Verdict.INVALID)
    now = sheet_of(run)
    comparison = compare(baseline, now)
    checks = (
        *_demanded(demands, baseline.rows.values(), now.rows.values(), ""),
        *_slices(demands, baseline, now),
        *_flips(demands, comparison),
        *_controls(run.summary),
    )
    crashed = tuple(f"{one.fact.id} crashed" for one in run.scored if one.record.has_crashed)
    is_worse = not all(check.is_met for check in checks)
    verdict = Verdict.CRASHED if crashed else Verdict(is_worse)
    return Gated(run.pack, run.name, checks, crashed, comparison, verdict)


def _slices(demands: PackDemands, before: Sheet, now: Sheet) -> Iterator[Check]:
    for wanted in demands.slices:
        olds, news = (
            [row for row in sheet.rows.values() if wanted.value in row.slices.get(wanted.of, ())]
            for sheet in (before, now)
        )
        yield from _demanded(wanted, olds, news, f" ({wanted.value})")


def _demanded(
    demands: Demands, before: Iterable[SheetRow], now: Iterable[SheetRow], suffix: str
) -> Iterator[Check]:
    olds, news = list(before), list(now)
    for name, floor in demands.floors.items():
        yield _floor(name, floor, _mean(name, news), suffix)
    for name, margin in demands.margins.items():
        yield _margin(name, margin, _mean(name, olds), _mean(name, news), suffix)


def _floor(name: str, floor: float, found: float | None, suffix: str) -> Check:
    is_met = found is not None and _gain(name, floor, found) >= -_TOLERANCE
    side = "at most" if name in LOWER_IS_BETTER else "at least"
    return Check(f"{name}{suffix}", f"{side} {floor:.3f}", _shown(found), is_met)


def _margin(
    name: str, margin: float, before: float | None, found: float | None, suffix: str
) -> Check:
    """A measure that is no longer defined, as when nothing is cited any more, has got worse."""
    is_met = before is None or (
        found is not None and _gain(name, before, found) >= -margin - _TOLERANCE
    )
    demand = f"within {margin:.3f} of {_shown(before)}"
    return Check(f"{name}{suffix}", demand, _shown(found), is_met)


def _gain(name: str, before: float, after: float) -> float:
    return before - after if name in LOWER_IS_BETTER else after - before


def _mean(name: str, rows: Iterable[SheetRow]) -> float | None:
    scores = [score for row in rows if (score := row.scores.get(name)) is not None]
    return sum(scores) / len(scores) if scores else None


def _flips(demands: PackDemands, found: Comparison) -> Iterator[Check]:
    if demands.flips is not None:
        lost = len(found.worse)
        yield Check("pass → fail", f"at most {demands.flips}", str(lost), lost <= demands.flips)


def _controls(summary: Mapping[str, Any]) -> Iterator[Check]:
    """No floor may beat the assistant, and it may not reach what only the oracle can: to rank as
    well is possible where some gold cannot be found, to answer as well only where both are perfect.
    """
    for control, measures in summary["controls"].items():
        for name in (*OF_ANSWERS, *OF_RANKINGS):
            theirs = measures.get(name, {}).get("mean")
            ours = summary["measures"].get(name, {}).get("mean")
            if theirs is None or ours is None:
                continue
            if control != ORACLE:
                is_met, side = theirs <= ours, "not below"
            elif name in OF_ANSWERS:
                is_met, side = theirs > ours or theirs == ours == 1.0, "below"
            else:
                is_met, side = theirs >= ours, "not above"
            yield Check(f"{name}, {control}", f"{side} {theirs:.3f}", f"{ours:.3f}", is_met)


def _shown(mean: float | None) -> str:
    return "–" if mean is None else f"{mean:.3f}"
