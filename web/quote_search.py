"""Find a quote among the characters of a page that another program extracted.

Two extractors never agree on spaces, hyphens, ligatures and bullets, so both sides are normalised
and an index leads back to the characters of the page. A wrong highlight is worse than none: unless
most of the quote is found in one place, nothing is.
"""

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

Range = tuple[int, int]

_FOLDED = {"’": "'", "‘": "'", "‛": "'", "“": '"', "”": '"', "„": '"'}
_DROPPED = frozenset("-–—‐‑‒−•●▪◦·∙\u00ad\u0002\ufffe\uf0b7\uf0a7")
_LEAST_FOUND = 0.8  # of the quote's characters, for an inexact match to be shown
_LEAST_BLOCK = 6  # shorter runs match by accident
_CONTEXT = 200  # characters either side that decide between equal quotes
_MOST_PLACES = 500  # where equal quotes stand more often, none is sure to be the right one
_MOST_WORK = 4_000 * 1_000  # characters of the page by characters of the quote: about a second


def normalise(characters: Sequence[str]) -> tuple[str, list[int]]:
    """NFKC, lower case, without spaces, hyphens and bullets; and for every character kept, the
    index into `characters` that it came from."""
    kept: list[str] = []
    index: list[int] = []
    for position, character in enumerate(characters):
        for c in unicodedata.normalize("NFKC", character).lower():
            folded = _FOLDED.get(c, c)
            if folded.isspace() or folded in _DROPPED or not folded.isprintable():
                continue
            kept.append(folded)
            index.append(position)
    return "".join(kept), index


def locate(characters: Sequence[str], text: str, start: int, end: int) -> tuple[Range, ...]:
    """Where `text[start:end]` stands among `characters`, as half-open ranges in reading order.

    `text` is the whole page as another program read it: its words around the quote decide between
    equal quotes. Returns () where most of the quote cannot be found in one place, or not without
    a search that would keep a reader waiting.
    """
    page, index = normalise(characters)
    quote, _ = normalise(text[start:end])
    if not quote:
        return ()
    found = _occurrences(page, quote)
    if len(found) > _MOST_PLACES:
        matched = []
    elif found:
        before, _ = normalise(text[:start])
        after, _ = normalise(text[end:])
        best = max(found, key=lambda at: _agreement(page, at, at + len(quote), before, after))
        matched = [(best, best + len(quote))]
    else:
        matched = _inexact(page, quote)
    return tuple((index[first], index[last - 1] + 1) for first, last in matched)


def _occurrences(page: str, quote: str) -> list[int]:
    """Where the quote starts; one more than `_MOST_PLACES` at most."""
    places: list[int] = []
    at = page.find(quote)
    while at >= 0 and len(places) <= _MOST_PLACES:
        places.append(at)
        at = page.find(quote, at + 1)
    return places


def _agreement(page: str, first: int, last: int, before: str, after: str) -> int:
    """How many characters around page[first:last] agree with `before` and `after`."""
    left = page[max(0, first - _CONTEXT) : first]
    return _common(_tail_backwards(left), _tail_backwards(before)) + _common(
        page[last : last + _CONTEXT], after[:_CONTEXT]
    )


def _tail_backwards(text: str) -> str:
    """The last characters of `text`, backwards."""
    return text[-_CONTEXT:][::-1]


def _common(one: str, other: str) -> int:
    """Length of the common start."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _inexact(page: str, quote: str) -> list[Range]:
    """The runs of `page` that make up most of `quote` within one stretch, else [].

    Gives up where the two are so long that comparing them would take many seconds.
    """
    if len(page) * len(quote) > _MOST_WORK:
        return []
    matcher = SequenceMatcher(None, page, quote, autojunk=False)
    longest = matcher.find_longest_match()
    if longest.size < _LEAST_BLOCK:
        return []
    reach = len(quote) // 2 + 50
    low = max(0, longest.a - longest.b - reach)
    high = longest.a - longest.b + len(quote) + reach
    near = SequenceMatcher(None, page[low:high], quote, autojunk=False)
    runs = [run for run in near.get_matching_blocks() if run.size >= _LEAST_BLOCK]
    if sum(run.size for run in runs) < _LEAST_FOUND * len(quote):
        return []
    return [(low + run.a, low + run.a + run.size) for run in runs]
