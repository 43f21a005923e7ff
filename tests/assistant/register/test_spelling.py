import pytest

from assistant.register.spelling import is_only_longer_or_shorter, mended

KNOWN = ("inadequate", "rating", "ofsted", "outstanding", "leaders", "leavers", "good")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("inadaquate", "inadequate"),
        ("inadeqaute", "inadequate"),
        ("ouststandng", "outstanding"),
        ("ofstead", "ofsted"),
        ("ratting", "rating"),
    ],
)
def test_a_slip_is_put_right(typed: str, word: str) -> None:
    assert mended(typed, KNOWN) == word


@pytest.mark.parametrize("typed", ["gold", "dating", "leaver5", "rate", "adequate"])
def test_a_word_that_may_be_another_is_left(typed: str) -> None:
    assert mended(typed, KNOWN) is None


def test_letters_added_left_out_or_swapped_are_told_from_letters_changed() -> None:
    assert is_only_longer_or_shorter("swindn", "swindon")
    assert is_only_longer_or_shorter("siwndon", "swindon")
    assert not is_only_longer_or_shorter("boston", "bolton")
