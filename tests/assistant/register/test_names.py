import pytest

from assistant.register.names import Names, full_word
from assistant.register.reading import tokens_of

NAMES = Names.of(["Eastmere", "Bolton", "Tower Hamlets", "Stockton-on-Tees"])


@pytest.mark.parametrize(
    ("text", "council"),
    [
        ("eastmere", "Eastmere"),
        ("Tower Hamlets' grades", "Tower Hamlets"),
        ("stockton", "Stockton-on-Tees"),
        ("Brighton", "Brighton and Hove"),
        ("Brighton and Hove", "Brighton and Hove"),
        ("BCP", "Bournemouth, Christchurch and Poole"),
        ("Scilly", "Isles of Scilly"),
        ("Hull", "Kingston upon Hull"),
        ("South Gloucestershire", "South Gloucestershire"),
        ("West Northamptonshire", "West Northamptonshire"),
    ],
)
def test_a_council_is_known_by_its_names(text: str, council: str) -> None:
    found = NAMES.at(tokens_of(text), 0)
    assert found is not None
    assert found[0] == council


def test_a_part_that_two_councils_share_names_neither() -> None:
    assert NAMES.at(("kingston",), 0) is None


@pytest.mark.parametrize(
    ("typed", "word"),
    [("eastmre", "eastmere"), ("gloucstershire", "gloucestershire"), ("swindn", "swindon")],
)
def test_a_slip_in_a_name_is_mended(typed: str, word: str) -> None:
    assert NAMES.mended(typed) == word


@pytest.mark.parametrize("typed", ["boston", "harlow", "barnes", "winchester", "zebra"])
def test_the_name_of_another_place_is_not_taken_for_a_slip(typed: str) -> None:
    assert NAMES.mended(typed) is None


def test_a_county_is_known_by_its_abbreviation() -> None:
    assert full_word("berks") == "berkshire"
    assert full_word("eastmere") == "eastmere"


def test_a_short_name_of_a_council_that_is_held_comes_before_one_that_is_not() -> None:
    held = Names.of(["Bournemouth, Christchurch and Poole"])
    assert held.at(("bournemouth",), 0) == ("Bournemouth, Christchurch and Poole", 1)
    assert NAMES.at(("bournemouth",), 0) == ("Bournemouth", 1)
