"""How the figures of a run are written, the same in text and on pages."""

from collections.abc import Mapping
from typing import Any

_RANKS = ("mrr", "ndcg@10")
"""Means of what is no share; written as they are, not as per cent."""
UNDEFINED = "–"


def figure(mean: float | None, name: str) -> str:
    """The mean of a measure: "68%", "0.71"; a dash where it is undefined."""
    if mean is None:
        return UNDEFINED
    return f"{mean:.2f}" if name.endswith(_RANKS) else f"{100 * mean:.0f}%"


def interval(found: Mapping[str, Any], name: str) -> str:
    """The 95% interval of an estimate: "61%–75%"; "" where it has none."""
    if found["low"] is None:
        return ""
    return f"{figure(found['low'], name)}–{figure(found['high'], name)}"
