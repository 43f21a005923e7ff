from assistant.answers import Hit
from assistant.evidence import Evidence, choose, is_fragment
from tests.fakes import make_passage

SENTENCES = [
    "What must improve:",
    "Page 12",
    "Caseloads are too high for many social workers.",
    "Caseloads are too high for many social workers!",
    "Children are seen on time.",
]
PASSAGE = make_passage("d", 0, SENTENCES, page_text=" ".join(SENTENCES))
HIT = Hit(PASSAGE, 1.0)


def _evidence(*scored: tuple[int, float]) -> list[Evidence]:
    return [Evidence(HIT, sentence, score) for sentence, score in scored]


def test_a_lead_in_cannot_be_quoted_by_itself() -> None:
    assert is_fragment(PASSAGE, 0)
    assert not is_fragment(PASSAGE, 2)


def test_only_sentences_within_the_margin_of_the_best_are_chosen() -> None:
    chosen = choose(_evidence((2, 5.0), (4, 4.0), (1, 1.0)), most=4, margin=1.5)
    assert [piece.sentence for piece in chosen] == [2, 4]


def test_nothing_is_said_twice_and_no_more_than_was_asked_for() -> None:
    ranked = _evidence((2, 5.0), (3, 4.9), (4, 4.8), (1, 4.7))
    assert [piece.sentence for piece in choose(ranked, most=2, margin=9)] == [2, 4]
    assert choose([], most=2, margin=9) == []
