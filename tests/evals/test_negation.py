import pytest

from evals.negation import is_denied
from evals.wording import words_of


@pytest.mark.parametrize(
    ("said", "at", "is_value", "expected"),
    [
        ("not good", 1, False, True),
        ("not children good", 2, False, True),
        ("not many children good", 3, False, False),
        ("not children 15", 2, True, False),
        ("not good; good", 2, False, False),
        ("not late but good", 3, False, False),
        ("good was not", 0, False, True),
        ("morale was not", 0, False, False),
    ],
)
def test_a_negation_reaches_one_word_of_substance_within_its_clause(said, at, is_value, expected):
    assert is_denied(words_of(said), at, at + 1, is_value=is_value) is expected
