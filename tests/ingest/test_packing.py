from ingest.lines import Joiner
from ingest.packing import Part, packed


def a_part(text, tokens, **more):
    joiner = Joiner()
    joiner.add(text, 0, 0, "")
    return Part(joiner.done(), 0, len(text), tokens, **{"opens_block": True, **more})


def packs(parts, most):
    return [[part.text for part in pack] for pack in packed(parts, most)]


def test_what_fits_stays_together():
    assert packs([a_part("a", 40), a_part("b", 40)], 100) == [["a", "b"]]


def test_passages_are_even_rather_than_full_and_a_scrap():
    parts = [a_part(name, 30) for name in "abcdef"]
    assert packs(parts, 100) == [["a", "b", "c"], ["d", "e", "f"]]


def test_a_cut_is_made_between_paragraphs_rather_than_within():
    parts = [
        a_part("a", 40),
        a_part("b", 20, opens_block=False),
        a_part("c", 45),
        a_part("d", 20, opens_block=False),
    ]
    assert packs(parts, 100) == [["a", "b"], ["c", "d"]]


def test_a_lead_in_stays_with_its_first_item_and_comes_again_before_later_ones():
    stem = a_part("including:", 10, is_stem=True)
    items = [a_part(name, 40, shown_before="• ", sign="•") for name in "abcd"]
    assert packs([a_part("x", 60), stem, *items], 100) == [
        ["x"],
        ["including:", "a", "b"],
        ["including:", "c", "d"],
    ]


def test_a_sentence_longer_than_a_passage_is_cut_between_words():
    found = packs([a_part("one two three four five six seven eight", 240)], 100)
    assert len(found) >= 3
    assert (
        " ".join(text for pack in found for text in pack)
        == "one two three four five six seven eight"
    )
