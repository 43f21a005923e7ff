from collections.abc import Sequence

import pytest

from assistant.rank import rank
from assistant.retrieve import Candidate
from docs_store.encodings import Encoding
from tests.fakes import encode, encode_passage, make_passage


class _ByLength:
    """Prefers the longer passage."""

    def scores(
        self, text: str, question: Encoding, candidates: Sequence[Candidate]
    ) -> Sequence[float]:
        return [float(len(c.passage.text)) for c in candidates]


def _candidates() -> list[Candidate]:
    made = []
    for i, (text, dense) in enumerate(
        (("Short.", 0.9), ("Rather longer.", 0.5), ("Mid one.", 0.1))
    ):
        passage = make_passage(f"d{i}", 0, [text], page_text=text)
        made.append(Candidate(passage, encode_passage(passage), {"dense": dense}))
    return made


def _ranked(
    reranked: int = 3, bonus: dict[str, float] | None = None, **weights: float
) -> list[str]:
    hits, encodings = rank(
        "q", encode("q", []), _candidates(), _ByLength(), weights, reranked, bonus or {}
    )
    assert len(hits) == len(encodings)
    return [hit.passage.document_id for hit in hits]


def test_the_reranker_decides_as_far_as_it_weighs() -> None:
    assert _ranked(dense=1.0) == ["d0", "d1", "d2"]
    assert _ranked(dense=1.0, rerank=5.0) == ["d1", "d2", "d0"]


def test_only_the_best_fused_passages_are_reranked() -> None:
    assert _ranked(reranked=1, dense=1.0, rerank=5.0) == ["d0"]


def test_a_bonus_lifts_every_passage_of_a_document() -> None:
    assert _ranked(dense=1.0, bonus={"d2": 10.0}) == ["d2", "d0", "d1"]


def test_the_parts_of_a_hit_add_up_to_its_score() -> None:
    hits, _ = rank(
        "q",
        encode("q", []),
        _candidates(),
        _ByLength(),
        {"dense": 1.0, "rerank": 2.0},
        3,
        {"d1": 0.5},
    )
    for hit in hits:
        parts = hit.parts["dense"] + hit.parts["rerank"] + hit.parts["bonus"]
        assert parts == pytest.approx(hit.score, abs=1e-5)


def test_no_candidates_make_no_hits() -> None:
    assert rank("q", encode("q", []), [], _ByLength(), {}, 5, {}) == ([], [])
