import math
from pathlib import Path

import numpy as np
import pytest

from assistant.rerank import CrossEncoderReranker, LateInteraction, Rarity
from assistant.retrieve import Candidate
from docs_store.encoder import model_folder
from docs_store.encodings import DIMENSIONS, Encoding
from docs_store.errors import EncoderError
from tests.fakes import encode, encode_passage, make_passage


def _encoding(ids: list[int], axes: list[int], owners: list[int]) -> Encoding:
    tokens = np.zeros((len(axes), DIMENSIONS), np.int8)
    tokens[range(len(axes)), axes] = 127
    sentences = np.zeros((max(owners) + 1, DIMENSIONS), np.float32)
    return Encoding(
        np.zeros(DIMENSIONS, np.float32),
        sentences,
        np.asarray(ids, np.int32),
        tokens,
        np.asarray(owners, np.int16),
    )


def test_a_rare_token_weighs_more_and_marks_weigh_nothing() -> None:
    rarity = Rarity([np.array([2000, 2001, 1012]), np.array([2000])])
    common, rare, mark, digit = rarity.weights(np.array([2000, 2001, 1012, 1017], np.int32))
    assert common == pytest.approx(math.log1p(0.5 / 2.5))
    assert rare == pytest.approx(math.log1p(1.5 / 1.5))
    assert mark == 0
    assert digit > 0


def test_the_score_is_the_weighted_mean_of_each_tokens_nearest() -> None:
    late = LateInteraction(Rarity([np.array([2000])]))
    question = _encoding([2000, 2001], [0, 1], [0, 0])
    passage = _encoding([3000, 3001], [0, 2], [0, 1])
    common, rare = math.log1p(0.5 / 1.5), math.log1p(1.5 / 0.5)
    assert late.sentence_scores(question, passage).tolist() == pytest.approx(
        [common / (common + rare), 0], abs=1e-5
    )


def test_any_cross_encoder_can_stand_in_by_its_folder(tmp_path: Path) -> None:
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

    AutoTokenizer.from_pretrained(model_folder("")).save_pretrained(tmp_path)
    config = BertConfig(
        hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16
    )
    config.num_labels = 1
    BertForSequenceClassification(config).save_pretrained(tmp_path)
    reranker = CrossEncoderReranker(str(tmp_path))
    passage = make_passage("d", 0, ["Visits are regular."], page_text="Visits are regular.")
    candidate = Candidate(passage, encode_passage(passage), {})
    scores = reranker.scores("Are visits regular?", encode("Are visits regular?", []), [candidate])
    assert len(scores) == 1
    assert isinstance(scores[0], float)


def test_a_reranker_that_is_not_there_is_named() -> None:
    with pytest.raises(EncoderError, match="ASSISTANT_RERANKER"):
        CrossEncoderReranker("no/such-model")
