from assistant.answers import Hit
from assistant.evidence import Evidence, choose, is_fragment, list_around, with_their_lists
from docs_store.documents import Passage, Sentence
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


def _list_passage() -> Passage:
    lines = ["Inspectors looked at:", "• visits", "• plans", "They stayed two days."]
    text, sentences = "\n".join(lines), []
    for line in lines:
        words = line.removeprefix("• ")
        start = text.index(words)
        sentences.append(Sentence(start, start + len(words), ()))
    return Passage("d#0", "d", 0, text, "", None, 1, 1, tuple(sentences))


def test_a_bullet_and_its_lead_in_mean_the_whole_list() -> None:
    passage = _list_passage()
    assert [list_around(passage, i) for i in range(4)] == [[1, 2], [1, 2], [1, 2], []]


def test_a_list_is_given_whole_and_each_item_once() -> None:
    hit = Hit(_list_passage(), 1.0)
    chosen = [Evidence(hit, 2, 3.0), Evidence(hit, 3, 2.0), Evidence(hit, 0, 1.0)]
    assert [piece.sentence for piece in with_their_lists(chosen, 9)] == [1, 2, 3]
    assert [piece.sentence for piece in with_their_lists(chosen, 1)] == [1]
