"""What changed between two runs, as the report shows it: lost facts first, answers side by side."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.compare import Compared, Comparison, Flip
from evals.figures import figure
from evals.html_report.places import title_of
from evals.stored import StoredRun
from evals.summary import Scored

_NO_ANSWERS = "A baseline keeps no answers."


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two runs answered, and the pages it cited; `message` where it gave no answer
    or kept none."""

    said: Sequence[str]
    places: Sequence[str]
    message: str


@dataclass(frozen=True, slots=True)
class FlipView:
    """A fact that passes in one of the runs only, where it was lost, and both answers."""

    id: str
    question: str
    kind: str
    expected: str
    stage: str
    before: Side
    after: Side


@dataclass(frozen=True, slots=True)
class Change:
    """A measure that changed, as written."""

    name: str
    cells: Sequence[str]
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that is shown of a comparison. Flips of the test split may be counted only:
    `hidden` says how many. `by_kind` is (kind, lost, gained)."""

    before: str
    after: str
    facts: int
    notes: Sequence[str]
    worse: Sequence[FlipView]
    better: Sequence[FlipView]
    worse_count: int
    better_count: int
    hidden: int
    by_kind: Sequence[tuple[str, int, int]]
    losses: Sequence[tuple[str, int, int]]
    measures: Sequence[Change]
    unchanged: Sequence[str]


HEADS = ("before", "after", "change", "95% interval", "up", "down", "facts", "p", "McNemar", "Holm")


def changes_of(
    found: Comparison, before: StoredRun | None, after: StoredRun, *, show_test: bool
) -> Changes:
    """A comparison of `before` (None: a baseline, which keeps no answers) with `after`."""
    shown = _Shown(before, after, show_test)
    changed = [one for one in found.measures if one.delta.gained or one.delta.lost]
    flips = [*found.worse, *found.better]
    return Changes(
        before=found.before.name,
        after=found.after.name,
        facts=len(found.ids),
        notes=found.notes,
        worse=shown.views(found.worse),
        better=shown.views(found.better),
        worse_count=len(found.worse),
        better_count=len(found.better),
        hidden=0 if show_test else sum(flip.is_test for flip in flips),
        by_kind=_by_kind(found),
        losses=_losses(found),
        measures=[_change(one) for one in changed],
        unchanged=[one.measure for one in found.measures if one not in changed],
    )


class _Shown:
    """Flips with the facts and answers they speak of."""

    def __init__(self, before: StoredRun | None, after: StoredRun, show_test: bool) -> None:
        self._before = before
        self._after = after
        self._known = {one.fact.id: one for one in after.scored}
        self._earlier = {one.fact.id: one for one in before.scored} if before else {}
        self._show_test = show_test

    def views(self, flips: Sequence[Flip]) -> list[FlipView]:
        return [self._view(flip) for flip in flips if self._show_test or not flip.is_test]

    def _view(self, flip: Flip) -> FlipView:
        fact = self._known[flip.id].fact
        vital = [nugget.text for nugget in fact.nuggets if nugget.is_vital]
        stage = flip.after or flip.before
        return FlipView(
            id=flip.id,
            question=fact.question,
            kind=fact.kind.value,
            expected="; ".join(vital) or "no answer",
            stage=stage.value if stage else "",
            before=_side(self._earlier.get(flip.id), self._before),
            after=_side(self._known[flip.id], self._after),
        )


def _side(one: Scored | None, run: StoredRun | None) -> Side:
    if one is None or run is None:
        return Side((), (), _NO_ANSWERS)
    if not one.record.is_answered:
        return Side((), (), f"No answer ({one.record.status.value.replace('_', ' ')}).")
    places = (
        title_of(c.document, run.corpus) + ("" if c.page is None else f", page {c.page}")
        for c in one.record.cited
    )
    return Side(one.record.shown, tuple(dict.fromkeys(places)), "")


def _by_kind(found: Comparison) -> list[tuple[str, int, int]]:
    lost = Counter(_kind(found, flip) for flip in found.worse)
    gained = Counter(_kind(found, flip) for flip in found.better)
    return [(kind, lost[kind], gained[kind]) for kind in sorted({*lost, *gained})]


def _kind(found: Comparison, flip: Flip) -> str:
    return " ".join(found.after.rows[flip.id].slices.get("kind", ()))


def _losses(found: Comparison) -> list[tuple[str, int, int]]:
    before: Mapping[str, int] = found.lost_before
    after: Mapping[str, int] = found.lost_after
    stages = dict.fromkeys([*before, *after])
    return [(stage, before.get(stage, 0), after.get(stage, 0)) for stage in stages]


def _change(one: Compared) -> Change:
    found = one.delta
    interval = found.interval
    cells = (
        figure(found.before, one.measure),
        figure(found.after, one.measure),
        f"{found.difference:+.3f}",
        "" if interval is None else f"{interval[0]:+.3f} to {interval[1]:+.3f}",
        str(found.gained),
        str(found.lost),
        str(found.n),
        f"{found.p:.3f}",
        "" if found.mcnemar is None else f"{found.mcnemar:.3f}",
        f"{one.p_holm:.3f}",
    )
    return Change(one.measure, cells, one.p_holm < 0.05)
