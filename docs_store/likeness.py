"""How much of two documents' text is the same, sentence by sentence."""

import hashlib
import unicodedata
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Sketch = NDArray[np.uint64]
_SHORTEST = 24
"""Letters and digits below which a sentence (a heading, a name) says nothing of likeness."""


def sketch(sentences: Iterable[str]) -> Sketch:
    """The sorted 64-bit digests of a text's sentences, by their letters and digits alone."""
    found = set()
    for sentence in sentences:
        letters = "".join(
            c for c in unicodedata.normalize("NFKC", sentence).casefold() if c.isalnum()
        )
        if len(letters) >= _SHORTEST:
            digest = hashlib.blake2b(letters.encode(), digest_size=8).digest()
            found.add(int.from_bytes(digest, "big"))
    return np.asarray(sorted(found), np.uint64)


def likeness(one: Sketch, other: Sketch) -> float:
    """Shared sentences over all sentences (Jaccard), 0 to 1; 0 where either has none."""
    if not len(one) or not len(other):
        return 0.0
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)
