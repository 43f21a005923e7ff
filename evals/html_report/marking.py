"""Where words stand on a page, and the part of the page around them, marked.

A mark in the wrong place is worse than none: what cannot be located is not marked.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from evals.matching import Stretch, find_quote, letters

Range = tuple[int, int]
"""Characters of a page, half-open."""

_AROUND = 350  # characters of the page shown on either side of a mark
_WORD_WITHIN = 20  # characters in which the cut looks for white space


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a page's characters, and what it is marked as."""

    text: str
    is_cited: bool = False
    is_gold: bool = False


CUT = Piece("")
"""Stands where some of the page is left out."""


def range_of_quote(text: str, quote: str) -> Range | None:
    """Where a quote first stands on a page, whatever its white space; None if it does not."""
    words = [re.escape(word) for word in quote.split()]
    found = re.search(r"\s+".join(words), text) if words else None
    if found:
        return found.span()
    place = find_quote(letters(text), quote)
    return None if place is None else range_of_letters(text, place)


def range_of_letters(text: str, place: Stretch) -> Range | None:
    """The characters of a page that hold the letters at `place`; None where letters and characters
    cannot be matched."""
    ranges: list[Range] = []
    found: list[str] = []
    for start, end in _clusters(text):
        folded = letters(text[start:end])
        found.append(folded)
        ranges += [(start, end)] * len(folded)
    if "".join(found) != letters(text) or not 0 <= place.start < place.end <= len(ranges):
        return None
    return ranges[place.start][0], ranges[place.end - 1][1]


def _clusters(text: str) -> Iterator[Range]:
    """Each character with the combining marks that follow it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, at
            start = at


def marked(text: str, cited: Sequence[Range], gold: Sequence[Range]) -> list[Piece]:
    """The page around the marks, in reading order; all of a short page, and the beginning of one
    without marks."""
    pieces: list[Piece] = []
    done = 0
    for start, end in _windows(text, [*cited, *gold]):
        if start > done:
            pieces.append(CUT)
        pieces += _parts(text, start, end, cited, gold)
        done = end
    return [*pieces, CUT] if done < len(text) else pieces


def _windows(text: str, marks: Iterable[Range]) -> list[Range]:
    """The stretches of the page to show, none touching another."""
    windows: list[Range] = []
    for start, end in sorted(marks) or [(0, 0)]:
        low = _at_white_space(text, max(0, start - _AROUND), -1)
        high = _at_white_space(text, min(len(text), end + _AROUND), 1)
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(windows[-1][1], high))
        else:
            windows.append((low, high))
    return windows


def _at_white_space(text: str, at: int, step: int) -> int:
    """The nearest place at or beyond `at` where no word is cut, if one is near."""
    for place in range(at, at + step * _WORD_WITHIN, step):
        if place <= 0 or place >= len(text) or text[place - 1].isspace():
            return max(0, min(len(text), place))
    return at


def _parts(
    text: str, start: int, end: int, cited: Sequence[Range], gold: Sequence[Range]
) -> Iterator[Piece]:
    edges = {start, end}
    edges |= {edge for mark in (*cited, *gold) for edge in mark if start < edge < end}
    ordered = sorted(edges)
    for low, high in pairwise(ordered):
        yield Piece(text[low:high], _within(low, cited), _within(low, gold))


def _within(at: int, ranges: Sequence[Range]) -> bool:
    return any(start <= at < end for start, end in ranges)
