import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from docs_store.likeness import likeness, sketch

A = "Inspectors saw that children were visited on time."
B = "Caseloads in the assessment teams are far too high."
C = "The improvement board meets on the first of each month."


def test_likeness_is_shared_sentences_over_all_sentences() -> None:
    assert likeness(sketch([A, B]), sketch([B, C])) == 1 / 3
    assert likeness(sketch([A, B]), sketch([B, A])) == 1


def test_marks_white_space_and_case_make_no_difference() -> None:
    assert np.array_equal(sketch([A]), sketch([A.upper().replace(" ", "\n  ") + "!!"]))


def test_stubs_and_nothing_are_like_nothing() -> None:
    assert likeness(sketch(["Findings", "Page 3"]), sketch(["Findings", "Page 3"])) == 0
    assert likeness(sketch([]), sketch([A])) == 0


@given(st.lists(st.text()), st.lists(st.text()))
def test_likeness_is_symmetric_and_between_nought_and_one(a: list[str], b: list[str]) -> None:
    one, other = sketch(a), sketch(b)
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
