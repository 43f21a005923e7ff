import pytest

from ingest.signs import BULLET, KEY_VALUE, is_ended, is_open


@pytest.mark.parametrize(
    "text", ["It is so.", "Is it?", "said: “No.”", "as follows:", "in 2021.3", "so. (Strength)"]
)
def test_these_lines_are_ended(text):
    assert is_ended(text)


@pytest.mark.parametrize("text", ["leaders and", "on behalf of the", "in May,", "services are"])
def test_after_these_more_must_come(text):
    assert is_open(text)
    assert not is_ended(text)


def test_a_short_form_in_brackets_ends_nothing():
    assert not is_ended("the Children’s Trust Board (CTB)")


@pytest.mark.parametrize("text", ["• a", "◼ a", "\uf0b7 a", "o Monthly", "– a", "¢ a"])
def test_these_lines_open_with_a_bullet(text):
    assert BULLET.match(text)


@pytest.mark.parametrize("text", ["office", "-5 degrees", "o’clock"])
def test_these_do_not(text):
    assert not BULLET.match(text)


def test_a_label_with_its_value():
    assert KEY_VALUE.match("Lead inspector: Ada Crane")
