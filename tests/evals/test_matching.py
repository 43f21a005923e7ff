from hypothesis import given
from hypothesis import strategies as st

from evals.matching import (
    Stretch,
    find_between,
    find_quote,
    folded,
    holds,
    letters,
    words_at,
)

TEXT = st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=60)
PLAIN = st.text(alphabet="abcdefghij ,.-’\n", min_size=1, max_size=80)


def test_letters_ignore_case_white_space_quotes_hyphens_and_ligatures():
    assert letters("Chil-\ndren’s “ﬁrst”") == letters("children's 'first'") == "childrensfirst"


def test_folding_keeps_every_mark_but_white_space():
    assert folded("  a\n b’s ") == "a b’s"


def test_a_quote_is_found_at_its_letters():
    assert find_quote(letters("It was Good. It was bad."), "it was bad") == Stretch(9, 17)


def test_an_empty_quote_is_found_nowhere():
    assert find_quote("abc", " - ") is None


def test_a_stretch_between_words_is_the_shortest_one():
    page = letters("The plan failed. The plan worked well in the end.")
    assert find_between(page, "The plan", "well in the end") == Stretch(13, 38)


def test_first_and_last_words_may_overlap_or_be_the_same():
    page = letters("Lead inspector: Andrew Waugh, Her Majesty")
    overlapping = find_between(page, "inspector: Andrew Waugh,", "Andrew Waugh, Her")
    assert overlapping == find_quote(page, "inspector Andrew Waugh Her")
    assert find_between(page, "Andrew Waugh", "Andrew Waugh") == find_quote(page, "Andrew Waugh")


def test_last_words_before_the_first_are_not_taken():
    assert find_between(letters("the end. the start."), "the start", "the end") is None


def test_words_at_a_stretch_keep_their_spaces():
    text = "It was Good. It was BAD!"
    assert words_at(text, Stretch(9, 17)) == "it was bad!"
    assert words_at("up (£5m, 20%) now", Stretch(2, 6)) == "(£5m, 20%)"


def test_overlap_needs_half_of_the_shorter():
    assert Stretch(0, 10).covers_half_of_either(Stretch(5, 100))
    assert not Stretch(0, 10).covers_half_of_either(Stretch(6, 100))
    assert not Stretch(0, 0).covers_half_of_either(Stretch(0, 0))


def test_a_passage_holds_gold_whole_or_the_larger_half_that_splitting_left():
    gold = letters("abcdef ghij")  # ten letters
    assert holds("zz abcdef-GHIJ zz", gold)
    assert holds("efghij zz", gold)
    assert holds("zz abcde", gold)
    assert not holds("ghij zz", gold)
    assert not holds("zz efghij zz", gold), "the end of gold, but not at the passage's beginning"
    assert holds("bcdefg", gold), "a passage that lies wholly within long gold"
    assert not holds("", gold)
    assert not holds("abc", "")


@given(TEXT)
def test_letters_of_letters_are_the_same_up_to_folding(text):
    assert letters(letters(text)) == letters(letters(letters(text)))


@given(PLAIN, st.data())
def test_any_part_of_a_page_is_found_whatever_its_white_space(page, data):
    start = data.draw(st.integers(0, len(page) - 1))
    part = page[start : data.draw(st.integers(start + 1, len(page)))]
    found = find_quote(letters(page), "\n ".join(part.split()))
    assert (found is None) == (not letters(part))


@given(PLAIN, st.integers(0, 80))
def test_of_two_halves_of_a_cut_quote_at_least_one_passage_holds_it(gold, cut):
    wanted = letters(gold)
    passages = ("before it " + gold[:cut], gold[cut:] + " after it")
    assert not wanted or any(holds(text, wanted) for text in passages)
