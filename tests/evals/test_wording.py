import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.wording import Searchable, key_words, singular, stem, words_of


def forms(text):
    return [word.text for word in words_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the children’s homes", "children's home"),
        ("don’t", "do not"),
        ("cannot", "can not"),
        ("124,799", "124799"),
        ("£3.2m", "3.2 million pounds"),
        ("41 per cent", "41%"),
        ("41 percent", "41%"),
        ("ten-year", "10 years"),
        ("housing & health", "housing and health"),
        ("14 June 2022", "14/06/2022"),
    ],
)
def test_two_ways_of_writing_a_thing_are_one(one, other):
    assert forms(one) == forms(other)


def test_a_clause_ends_at_a_mark_and_at_a_dash_but_not_at_a_hyphen():
    words = words_of("Good, but late – semi-open. End")
    assert [(word.text, word.clause) for word in words] == [
        ("good", 0),
        ("but", 1),
        ("late", 1),
        ("semi", 2),
        ("open", 2),
        ("end", 3),
    ]


def test_singular_and_stem_leave_short_and_odd_words_alone():
    assert [singular(w) for w in ("boards", "process", "focus", "crisis", "does", "18s")] == [
        "board", "process", "focus", "crisis", "does", "18s",
    ]  # fmt: skip
    assert stem("requires") == stem("required") == stem("requiring") == stem("require")
    assert stem("being") == "being"


@pytest.mark.parametrize(
    ("wanted", "given_text", "places"),
    [
        ("well-being", "the wellbeing of children", [(0, 1)]),
        ("wellbeing", "their well being", [(1, 3)]),
        ("15", "150 and 15", [(2, 3)]),
        ("15", "1 5", []),
        ("adequate", "inadequate", []),
        ("", "anything", []),
    ],
)
def test_places_run_from_word_boundary_to_word_boundary(wanted, given_text, places):
    assert Searchable(words_of(given_text)).places_of(Searchable(words_of(wanted))) == places


@given(st.text(max_size=80))
def test_any_text_can_be_read_and_stands_in_itself(text):
    words = words_of(text)
    assert all(word.text for word in words)
    if words:
        assert (0, len(words)) in Searchable(words).places_of(Searchable(words))


def test_key_words_are_what_carries_a_question():
    assert key_words("How many of the children were placed abroad?") == {
        "children",
        "plac",
        "abroad",
    }
    assert key_words("Who was it?") == frozenset()
