"""One score from several: the weighted sum of standardised scores.

Measured against reciprocal rank fusion on the development packs, the sum ranks better, because it
keeps by how much one passage beats the next.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from docs_store.encodings import Floats


def standardise(scores: Sequence[float]) -> Floats:
    """Scores (n,) less their mean, over their standard deviation; zeros where all are equal."""
    values = np.asarray(scores, np.float32)
    spread = float(values.std()) if len(values) else 0.0
    if spread < 1e-9:
        return np.zeros(len(values), np.float32)
    shifted: Floats = (values - values.mean()) / spread
    return shifted


def fuse(
    columns: Mapping[str, Sequence[float]], weights: Mapping[str, float]
) -> tuple[Floats, dict[str, Floats]]:
    """The weighted sum (n,) of standardised columns (n,) each, and its parts by name.

    Columns without a weight are left out.
    """
    parts = {
        name: (weights[name] * standardise(column)).astype(np.float32)
        for name, column in columns.items()
        if weights.get(name)
    }
    if not parts:
        length = len(next(iter(columns.values()), ()))
        return np.zeros(length, np.float32), {}
    total: Floats = np.sum(list(parts.values()), axis=0)
    return total, parts
