"""Slips of the finger put right, only where one word alone can have been meant."""

from collections.abc import Collection

from rapidfuzz.distance import OSA


def mended(word: str, known: Collection[str], shortest: int = 5) -> str | None:
    """The one known word that `word` is a slip of, or None.

    A slip keeps the first letter and is one letter too many, too few, wrong or swapped with the
    next; in words of nine letters or more, two such. Words shorter than `shortest` are not mended.
    """
    if len(word) < shortest or not word.isalpha():
        return None
    reach = 2 if len(word) >= 9 else 1
    near: dict[str, int] = {}
    for other in known:
        if other[:1] == word[:1] and len(other) >= shortest:
            distance = OSA.distance(word, other, score_cutoff=reach)
            if distance <= reach:
                near[other] = distance
    best = min(near.values(), default=0)
    nearest = [other for other, distance in near.items() if distance == best]
    return nearest[0] if len(nearest) == 1 else None


def is_only_longer_or_shorter(word: str, other: str) -> bool:
    """True when one letter was added, left out, or swapped with its neighbour: nobody types one
    short name for another in that way, as Boston for Bolton."""
    return len(word) != len(other) or sorted(word) == sorted(other)
