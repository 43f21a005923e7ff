import pytest

from assistant.register.forms_of_change import changed, direction, moved, names_grades
from assistant.register.reading import Reader

READER = Reader.of(["Eastmere", "Westmere"], [])


@pytest.mark.parametrize(
    ("text", "is_change", "is_move"),
    [
        ("how has Eastmere's rating moved", True, False),
        ("is Eastmere better than last time", True, False),
        ("which councils' ratings have dropped", False, True),
        ("which councils went from good to inadequate", False, True),
        ("did Eastmere's leaders change", False, False),
    ],
)
def test_movement_is_of_one_council_or_over_councils(
    text: str, is_change: bool, is_move: bool
) -> None:
    reading = READER.read(text)
    assert (changed(reading) is not None, moved(reading) is not None) == (is_change, is_move)


def test_the_way_of_a_movement_is_up_or_down_or_open() -> None:
    assert direction(READER.read("which councils improved")) == "up"
    assert direction(READER.read("which councils dropped")) == "down"
    assert direction(READER.read("which councils got better or worse")) == ""


def test_grades_are_spoken_of_by_name_or_as_such() -> None:
    assert names_grades(READER.read("Eastmere rating"))
    assert names_grades(READER.read("is Eastmere outstanding"))
    assert not names_grades(READER.read("Eastmere leadership"))
