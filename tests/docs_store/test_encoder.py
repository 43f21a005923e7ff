import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from docs_store.encoder import Encoder, token_counter
from docs_store.errors import EncoderError


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def test_a_question_becomes_a_unit_vector_and_unit_token_vectors(encoder: Encoder) -> None:
    read = encoder.encode_question("How many children are in care?")
    assert read.dense.shape == (384,)
    assert np.linalg.norm(read.dense) == pytest.approx(1, abs=1e-5)
    norms = np.linalg.norm(read.tokens.astype(np.float32) / 127, axis=1)
    assert np.allclose(norms, 1, atol=0.02)


def test_vectors_are_those_of_sentence_transformers(encoder: Encoder) -> None:
    texts = ["Children are seen.", "A longer sentence, about the plans for children in care."]
    wanted = encoder._model.encode(texts, normalize_embeddings=True)
    found = encoder.encode_passages(texts, [[], []])
    assert all(f.dense @ w > 0.995 for f, w in zip(found, wanted, strict=True))


def test_each_token_knows_the_sentence_it_stands_in(encoder: Encoder) -> None:
    text = "Heading\nOne two. Three four."
    read = encoder.encode_passages([text], [[(8, 16), (17, 28)]])[0]
    assert read.owners.tolist() == [-1, -1, 0, 0, 0, 1, 1, 1, -1]
    assert read.sentences.shape == (2, 384)


def test_a_text_is_encoded_alike_in_any_batch(encoder: Encoder) -> None:
    alone = encoder.encode_passages(["Short."], [[]])[0]
    among = encoder.encode_passages(["Short.", "A much longer text. " * 20], [[], []])[0]
    assert alone.dense @ among.dense > 0.999


def test_tokens_are_counted_as_the_encoder_reads_them(encoder: Encoder) -> None:
    text = "Gloucestershire’s safeguarding arrangements"
    assert token_counter()(text) == len(encoder.encode_question(text).token_ids)


def test_a_model_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="STORE_ENCODER"):
        Encoder(str(tmp_path / "no-model"))


@pytest.mark.parametrize("limit", ["", "1"])
def test_vectors_are_right_whatever_the_threads_of_the_process(limit: str) -> None:
    script = """
from docs_store.encoder import Encoder
encoder = Encoder()
text = "A sentence about children in care and their plans. " * 9
fast = encoder.encode_passages([text], [[]])[0].dense
assert fast @ encoder.encode_question(text).dense > 0.99
"""
    environment = os.environ | ({"OMP_THREAD_LIMIT": limit} if limit else {})
    subprocess.run([sys.executable, "-c", script], check=True, env=environment)
