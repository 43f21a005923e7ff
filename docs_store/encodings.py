"""What the encoder makes of a passage or a question, as arrays and as bytes.

Token vectors are unit vectors stored as signed bytes (component × 127): measured on our packs, the
rounding changes no ranking, and it takes a quarter of the room of float32.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Bytes = NDArray[np.int8]
Shorts = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Encoding:
    """One text as the encoder read it.

    `dense` (384,) unit vector of the whole; `sentences` (number of sentences, 384) unit vectors;
    `token_ids` (tokens,) wordpiece ids; `tokens` (tokens, 384) unit vectors × 127 as int8;
    `owners` (tokens,) the sentence each token stands in, -1 for none (the heading, [CLS]).
    """

    dense: Floats
    sentences: Floats
    token_ids: Ints
    tokens: Bytes
    owners: Shorts

    def to_bytes(self) -> dict[str, bytes]:
        """The arrays as the catalogue's columns."""
        return {
            "dense": self.dense.astype(np.float32).tobytes(),
            "sentences": self.sentences.astype(np.float16).tobytes(),
            "token_ids": self.token_ids.astype(np.int32).tobytes(),
            "tokens": self.tokens.tobytes(),
            "owners": self.owners.astype(np.int16).tobytes(),
        }


def from_bytes(
    dense: bytes, sentences: bytes, token_ids: bytes, tokens: bytes, owners: bytes
) -> Encoding:
    """The reverse of `Encoding.to_bytes`."""
    return Encoding(
        dense=np.frombuffer(dense, np.float32),
        sentences=np.frombuffer(sentences, np.float16).reshape(-1, DIMENSIONS).astype(np.float32),
        token_ids=np.frombuffer(token_ids, np.int32),
        tokens=np.frombuffer(tokens, np.int8).reshape(-1, DIMENSIONS),
        owners=np.frombuffer(owners, np.int16),
    )
