"""The outcome of a gate in Markdown for people, and as JUnit XML for whatever runs the checks."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from evals.compare import Comparison
from evals.gate import Check, Gated, Verdict

_MOST_FLIPS = 20
_BLAMED = "Facts lost that were not before: "
_WORDS = {
    Verdict.PASSED: "passed",
    Verdict.REGRESSION: "got worse",
    Verdict.INVALID: "cannot be judged",
    Verdict.CRASHED: "crashed",
}


def markdown(gated: Sequence[Gated]) -> str:
    """A summary of every gated run: what is not met first, then where facts were lost."""
    return "\n".join(line for one in gated for line in _markdown(one))


def _markdown(one: Gated) -> Iterator[str]:
    yield f"## {one.pack}: {_WORDS[one.verdict]}"
    yield f"\nrun {one.run}"
    for problem in one.problems[:_MOST_FLIPS]:
        yield f"- {problem}"
    failed = [check for check in one.checks if not check.is_met]
    if failed:
        yield "\n| not met | demanded | found |\n|---|---|---|"
        yield from (f"| {c.name} | {c.demand} | **{c.found}** |" for c in failed)
    if one.comparison is not None:
        yield from _compared(one.comparison)
    yield f"\n{sum(c.is_met for c in one.checks)} of {len(one.checks)} demands are met.\n"


def _compared(found: Comparison) -> Iterator[str]:
    for note in found.notes:
        yield f"\n{note}"
    yield f"\nPass → fail: {len(found.worse)}. Fail → pass: {len(found.better)}."
    if found.blamed:
        yield f"{_BLAMED}{_stages(found)}."
    seen = [flip for flip in found.worse if not flip.is_test]
    for flip in seen[:_MOST_FLIPS]:
        yield f"- {flip.id}: {flip.after.value if flip.after else 'not judged any more'}"
    hidden = len(found.worse) - len(seen[:_MOST_FLIPS])
    if hidden:
        yield f"- and {hidden} more ({len(found.worse) - len(seen)} in the test split)"
    changed = [one for one in found.measures if one.delta.gained or one.delta.lost]
    if changed:
        yield "\n| measure | before | after | 95% interval of the change | p (Holm) |"
        yield "|---|---|---|---|---|"
    for one in changed:
        gap = one.delta.interval
        interval = "" if gap is None else f"{gap[0]:+.3f} to {gap[1]:+.3f}"
        yield (
            f"| {one.measure} | {one.delta.before:.3f} | {one.delta.after:.3f} "
            f"| {interval} | {one.p_holm:.3f} |"
        )


def junit(gated: Sequence[Gated]) -> str:
    """A test suite for each run and a test case for each demand."""
    root = Element("testsuites", name="evals")
    for one in gated:
        failed = [check for check in one.checks if not check.is_met]
        suite = SubElement(
            root,
            "testsuite",
            name=f"evals.{one.pack}",
            tests=str(len(one.checks) + len(one.problems)),
            failures=str(len(failed)),
            errors=str(len(one.problems)),
        )
        for check in one.checks:
            _case(suite, one, check)
        for problem in one.problems:
            case = SubElement(suite, "testcase", classname=suite.get("name", ""), name=problem)
            SubElement(case, "error", message=problem)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, one: Gated, check: Check) -> None:
    name = f"{check.name}: {check.demand}"
    case = SubElement(suite, "testcase", classname=suite.get("name", ""), name=name)
    if check.is_met:
        return
    failure = SubElement(case, "failure", message=f"{check.name} is {check.found}: {check.demand}")
    if one.comparison is not None:
        failure.text = f"{_BLAMED}{_stages(one.comparison)}"


def _stages(found: Comparison) -> str:
    return ", ".join(f"{stage} ({count})" for stage, count in found.blamed)
