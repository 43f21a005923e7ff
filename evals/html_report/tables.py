"""The figures of a run as rows: the headline, the controls, the slices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.answer_controls import ORACLE
from evals.control_scores import OF_ANSWERS, OF_RANKINGS
from evals.figures import figure, interval
from evals.html_report.measure_words import GROUPS
from evals.measures import LOWER_IS_BETTER
from evals.summary import HEADLINE, IN_SLICES

Summary = Mapping[str, Any]
_TILES = (
    "passes",
    "correct",
    "citation precision",
    "page success@5",
    "abstains",
    "over-refusal",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure as written and as drawn: `mean`, `low` and `high` lie between 0 and 1, None where
    undefined. `count` is for how many facts the measure is defined."""

    name: str
    words: str
    shown: str
    interval: str
    count: int
    mean: float | None
    low: float | None = None
    high: float | None = None
    is_lower_better: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """One measure between its controls: floors by name from low to high, the assistant, the
    ceiling (None: undefined there)."""

    assistant: Figure
    floors: Sequence[Figure]
    ceiling: Figure


@dataclass(frozen=True, slots=True)
class SliceRow:
    """One value of a slice, how many facts it has, and its measures."""

    value: str
    facts: int
    figures: Sequence[Figure]


def figure_of(name: str, found: Mapping[str, Any] | None, words: str = "") -> Figure:
    """An estimate as it stands in summary.json; undefined where it stands there not at all."""
    known = {"n": 0, "mean": None, "low": None, "high": None, **(found or {})}
    return Figure(
        name=name,
        words=words,
        shown=figure(known["mean"], name),
        interval=interval(known, name),
        count=known["n"],
        mean=known["mean"],
        low=known["low"],
        high=known["high"],
        is_lower_better=name in LOWER_IS_BETTER,
    )


def tiles(summary: Summary) -> list[Figure]:
    """The handful of figures to read first."""
    words = {name: said for group in GROUPS.values() for name, said in group.items()}
    return [figure_of(n, summary["measures"].get(n), words.get(n, "")) for n in _TILES]


def headline(summary: Summary) -> dict[str, list[Figure]]:
    """The headline measures that are defined for any fact, by group."""
    known = {name for group in GROUPS.values() for name in group}
    groups = {**GROUPS, "More": {name: "" for name in HEADLINE if name not in known}}
    found = {
        group: [
            figure_of(name, summary["measures"][name], said)
            for name, said in words.items()
            if summary["measures"].get(name, {}).get("n")
        ]
        for group, words in groups.items()
    }
    return {group: figures for group, figures in found.items() if figures}


def bands(summary: Summary) -> list[Band]:
    """Each measure that the controls have, with its floors and its ceiling."""
    controls: Mapping[str, Any] = summary.get("controls", {})
    return [
        Band(
            figure_of(name, summary["measures"].get(name)),
            sorted(_floors(name, controls), key=lambda floor: floor.mean or 0.0),
            figure_of(name, controls.get(ORACLE, {}).get(name)),
        )
        for name in (*OF_ANSWERS, *OF_RANKINGS)
        if controls
    ]


def _floors(name: str, controls: Mapping[str, Any]) -> Iterator[Figure]:
    for control, measures in controls.items():
        found = measures.get(name, {})
        if control != ORACLE and found.get("n"):
            shown = figure(found["mean"], name)
            yield Figure(control, "", shown, "", found["n"], found["mean"])


def slices(summary: Summary) -> dict[str, list[SliceRow]]:
    """The dimensions along which the facts differ; values in their order, or, where there are
    many, those that pass least often first."""
    found = {
        dimension: [_row(value, held) for value, held in values.items()]
        for dimension, values in summary["slices"].items()
        if len(values) > 1
    }
    for rows in found.values():
        if len(rows) > 20:
            rows.sort(key=lambda row: (row.figures[0].mean is None, row.figures[0].mean or 0.0))
    return found


def _row(value: str, held: Mapping[str, Any]) -> SliceRow:
    figures = [figure_of(name, held["measures"].get(name)) for name in IN_SLICES]
    return SliceRow(value, held["facts"], figures)
