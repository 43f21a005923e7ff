from hypothesis import given
from hypothesis import strategies as st

from assistant.words import content_words, words


def test_words_are_in_lower_case_without_possessive_endings() -> None:
    assert words("The council’s 1st plan, Ann's") == ["the", "council", "1st", "plan", "ann"]


def test_content_words_leave_out_what_carries_nothing_and_repeat_nothing() -> None:
    assert content_words("How many of the kids, and which kids, are in care?") == ["kids", "care"]


@given(st.text())
def test_every_content_word_is_a_word_of_the_text(text: str) -> None:
    assert set(content_words(text)) <= set(words(text))
