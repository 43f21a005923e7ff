"""A comparison as text: facts that were lost first, both answers side by side, then the figures."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from textwrap import wrap

from evals.compare import Compared, Comparison, Flip
from evals.summary import Scored

Answers = Mapping[str, Scored]
"""A run's facts with their answers, by id; empty for a baseline, which keeps no answers."""

_COLUMN = 58
_LINES = 6


def compare_text(
    found: Comparison, before: Answers, after: Answers, *, limit: int, show_test: bool
) -> str:
    """The whole comparison; at most `limit` facts of each kind of flip are shown with answers, and
    facts of the test split are counted only, unless `show_test`."""
    shown = _Shown(before, after, limit, show_test)
    blocks = [
        f"{found.before.name}  →  {found.after.name}: {len(found.ids)} facts, matched by id",
        *found.notes,
        "\n".join(shown.flips(f"PASS → FAIL: {len(found.worse)}", found.worse)),
        "\n".join(shown.flips(f"FAIL → PASS: {len(found.better)}", found.better)),
        "\n".join(_losses(found)),
        "\n".join(_measures(found.measures)),
    ]
    return "\n\n".join(blocks)


class _Shown:
    """What is shown of flips."""

    def __init__(self, before: Answers, after: Answers, limit: int, show_test: bool) -> None:
        self._before = before
        self._after = after
        self._limit = limit
        self._show_test = show_test

    def flips(self, heading: str, flips: Sequence[Flip]) -> Iterator[str]:
        """A heading and the facts below it."""
        yield heading
        seen = [flip for flip in flips if self._show_test or not flip.is_test]
        for flip in seen[: self._limit]:
            yield from self._flip(flip)
        if len(seen) > self._limit:
            yield f"  … and {len(seen) - self._limit} more (--flips N shows more)"
        if len(flips) > len(seen):
            yield f"  {len(flips) - len(seen)} in the test split, not shown (--show-test)"

    def _flip(self, flip: Flip) -> Iterator[str]:
        known = self._after.get(flip.id) or self._before.get(flip.id)
        stage = flip.after or flip.before
        lost = f", {stage.value}" if stage else ""
        if known is None:
            yield f"  {flip.id}{lost}"
            return
        yield f"  {flip.id} [{known.fact.kind.value}{lost}]: {known.fact.question}"
        vital = [nugget.text for nugget in known.fact.nuggets if nugget.is_vital]
        yield f"    expected: {'; '.join(vital) or 'no answer'}"
        left, right = (_said(held.get(flip.id)) for held in (self._before, self._after))
        for one, other in zip_longest(left, right, fillvalue=""):
            yield f"    {one:{_COLUMN}} │ {other}".rstrip()


def _said(one: Scored | None) -> list[str]:
    """What the reader saw, in a column."""
    if one is None:
        return ["(a baseline keeps no answers)"]
    if not one.record.is_answered:
        return [f"({one.record.status.value})"]
    lines = [line for text in one.record.shown for line in wrap(text, _COLUMN)]
    if len(lines) > _LINES:
        lines = [*lines[:_LINES], "…"]
    places = dict.fromkeys(
        f"[{c.document}{'' if c.page is None else f', page {c.page}'}]" for c in one.record.cited
    )
    return lines + [line for place in places for line in wrap(place, _COLUMN)]


def _losses(found: Comparison) -> Iterator[str]:
    before, after = found.lost_before, found.lost_after
    yield f"{'lost at':28}{'before':>8}{'after':>8}"
    for stage in dict.fromkeys([*before, *after]):
        yield f"{stage:28}{before.get(stage, 0):>8}{after.get(stage, 0):>8}"


def _measures(measures: Sequence[Compared]) -> Iterator[str]:
    yield (
        f"{'':28}{'before':>8}{'after':>8}{'change':>9}  {'95% interval':18}"
        f"{'+':>4}{'−':>4}{'n':>5}{'p':>8}{'McNemar':>9}{'Holm':>8}"
    )
    changed = [one for one in measures if one.delta.gained or one.delta.lost]
    for one in changed:
        change = one.delta
        low_high = change.interval
        interval = "" if low_high is None else f"{low_high[0]:+.3f} to {low_high[1]:+.3f}"
        mcnemar = "" if change.mcnemar is None else f"{change.mcnemar:.3f}"
        yield (
            f"{one.measure:28}{change.before:>8.3f}{change.after:>8.3f}{change.difference:>+9.3f}"
            f"  {interval:18}{change.gained:>4}{change.lost:>4}{change.n:>5}"
            f"{change.p:>8.3f}{mcnemar:>9}{one.p_holm:>8.3f}"
        )
    same = [one.measure for one in measures if one not in changed]
    if same:
        yield from wrap(f"unchanged: {', '.join(same)}", 2 * _COLUMN)
