import pytest

from evals.numbers import is_number, rewrite_numbers


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("two", "2"),
        ("twenty - five", "25"),
        ("twenty five", "25"),
        ("one hundred and fifty", "150"),
        ("a hundred", "100"),
        ("a dozen", "12"),
        ("two thousand and seventeen", "2017"),
        ("3.2 million", "3200000"),
        ("3.2m", "3200000"),
        ("3.50", "3.5"),
        ("nil", "0"),
        ("third visit", "3rd visit"),
        ("four five", "4 5"),
        ("five and six", "5 and 6"),
        ("no one", "no one"),
        ("one another", "one another"),
        ("one of two", "1 of 2"),
        ("found that one child", "found that 1 child"),
    ],
)
def test_a_number_has_one_form(written, expected):
    assert rewrite_numbers(written.split()) == expected.split()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("25 %", "=1/4"),
        ("one in four", "=1/4"),
        ("1 in 4 children", "=1/4 children"),
        ("found that one in seven", "found that =1/7"),
        ("a quarter of", "=1/4 of"),
        ("three quarters", "=3/4"),
        ("two - thirds", "=2/3"),
        ("half of them", "=1/2 of them"),
        ("33.3 %", "=333/1000"),
        ("a third monitoring visit", "a 3rd monitoring visit"),
        ("two in 2022", "2 in 2022"),
        ("5 in 5", "5 in 5"),
        ("1 in 0", "1 in 0"),
        ("0.25 in 1", "=1/4"),
        ("ten out of 20", "10 out of 20"),
    ],
)
def test_a_share_is_one_word(written, expected):
    assert rewrite_numbers(written.split()) == expected.split()


def test_only_plain_numbers_are_numbers():
    assert is_number("3.5")
    assert not is_number("=1/4")
    assert not is_number("20.1.2")
