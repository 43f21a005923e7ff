import math

import numpy as np
import pytest

from assistant.rerank import LateInteraction, Rarity
from docs_store.encodings import DIMENSIONS, Encoding


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
