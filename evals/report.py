"""A run as text: figures with their intervals, kinds side by side, and the worst misses."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evals.answer_controls import ORACLE
from evals.control_scores import OF_ANSWERS, OF_RANKINGS
from evals.figures import figure, interval
from evals.measures import missing, wrong_facts
from evals.summary import HEADLINE, Scored

_COLUMNS = {
    "passes": "passes",
    "passage success@5": "p@5",
    "passage mrr": "mrr",
    "first quote gold": "1st quote",
    "correct": "correct",
    "citation precision": "cit. prec.",
    "over-refusal": "refused",
    "abstains": "abstains",
}


_MOST_VALUES = 20


def report(summary: Mapping[str, Any]) -> str:
    """The summary of a run as text."""
    blocks = [
        f"{summary['pack']}: {summary['facts']} facts",
        "\n".join(_total(summary["measures"])),
        *("\n".join(_slices(name, summary["slices"][name])) for name in _told_apart(summary)),
        "\n".join(_last_lines(summary)),
    ]
    if "controls" in summary:
        blocks.append("\n".join(_controls(summary)))
    return "\n\n".join(blocks)


def _told_apart(summary: Mapping[str, Any]) -> list[str]:
    """Kinds, and the other dimensions along which the facts differ."""
    slices = summary["slices"].items()
    return [name for name, values in slices if name == "kind" or len(values) > 1]


def _total(measures: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield f"{'':28}{'mean':>7}   95% interval      n"
    for name in HEADLINE:
        found = measures.get(name)
        if found is not None and found["n"]:
            yield f"{name:28}{figure(found['mean'], name):>7}   {interval(found, name):<15}{found['n']:>4}"


def _slices(dimension: str, values: Mapping[str, Any]) -> Iterator[str]:
    heads = "".join(f"{head:>19}" for head in _COLUMNS.values())
    yield f"{'by ' + dimension:25}{'n':>4}{heads}"
    shown = dict(sorted(values.items(), key=_worst_first)[:_MOST_VALUES])
    for value, found in values.items():
        if len(values) <= _MOST_VALUES or value in shown:
            cells = (_cell(found["measures"][name], name) for name in _COLUMNS)
            row = "".join(f"{cell:>19}" for cell in cells)
            yield f"{value[:25]:25}{found['facts']:>4}{row}"
    if len(values) > _MOST_VALUES:
        yield f"({len(values) - _MOST_VALUES} more, none of which passes less often)"


def _worst_first(value: tuple[str, Mapping[str, Any]]) -> float:
    mean: float | None = value[1]["measures"]["passes"]["mean"]
    return 2.0 if mean is None else mean


def _last_lines(summary: Mapping[str, Any]) -> Iterator[str]:
    yield "abstention   " + "   ".join(f"{k}: {v}" for k, v in summary["abstention"].items())
    lost = "   ".join(f"{stage}: {count}" for stage, count in summary["lost_at"].items())
    yield f"lost at      {lost or 'nothing lost'}"
    curve = summary["risk_coverage"]
    if curve["area"] is not None:
        yield f"confidence   risk {curve['area']:.2f} over the answers, {curve['least']:.2f} at best"
    times = summary["latency_ms"]
    if times["median"] is not None:
        yield f"latency      median {times['median']:.0f} ms   95th percentile {times['p95']:.0f} ms"


def _controls(summary: Mapping[str, Any]) -> Iterator[str]:
    """The assistant between its floors and its ceiling."""
    names = (*OF_ANSWERS, *OF_RANKINGS)
    yield f"{'between controls':20}" + "".join(f"{name:>20}" for name in names)
    floors = {name: found for name, found in summary["controls"].items() if name != ORACLE}
    ceiling = {ORACLE: summary["controls"].get(ORACLE, {})}
    for label, measures in (floors | {"this assistant": summary["measures"]} | ceiling).items():
        cells = (figure(measures.get(name, {}).get("mean"), name) for name in names)
        yield f"{label:20}" + "".join(f"{cell:>20}" for cell in cells)


def _cell(found: Mapping[str, Any], name: str) -> str:
    mean, likely = figure(found["mean"], name), interval(found, name)
    return f"{mean} [{likely}]" if likely else mean


def misses(scored: Sequence[Scored], limit: int, *, show_test: bool) -> str:
    """The worst misses, earliest loss first. Facts of the test split are counted and not shown
    unless asked for: who reads them can no longer be tested by them."""
    lost = [one for one in scored if one.stage is not None]
    shown = [one for one in lost if show_test or one.fact.split != "test"]
    shown.sort(key=lambda one: (one.scores.get("vital nuggets") or 0.0, one.fact.id))
    lines = [line for one in shown[:limit] for line in _miss(one)]
    hidden = len(lost) - len(shown)
    if hidden:
        lines.append(f"{hidden} more in the test split, not shown (--show-test shows them).")
    return "\n".join(lines)


def _miss(one: Scored) -> Iterator[str]:
    stage = one.stage.value if one.stage else ""
    yield f"{one.fact.id} [{one.fact.kind.value}] {stage.upper()}: {one.fact.question}"
    yield f"    status   {one.record.status.value}"
    if one.fact.is_answerable:
        vital = missing([nugget for nugget in one.fact.nuggets if nugget.is_vital], one.record)
        if vital:
            yield f"    missing  {'; '.join(nugget.text for nugget in vital)}"
    wrong = wrong_facts(one.fact, one.record)
    if wrong:
        yield f"    wrong    {'; '.join(nugget.text for nugget in wrong)}"
    for number, text in enumerate(one.record.shown[:3]):
        yield f"    {'said   ' if not number else '       '}  {' '.join(text.split())[:160]}"
