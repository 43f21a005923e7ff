from datetime import date

import pytest

from assistant.answers import Status
from tests.assistant.register.made import RI, a_shelf, answered


@pytest.mark.parametrize(
    "text",
    [
        "who is better on leadership, Eastmere or Westmere?",
        "compare Westmere and Eastmere for leadership",
        "is Eastmere rated higher than Westmere for leadership?",
        "Eastmere v Westmere leadership grades",
    ],
)
def test_the_better_of_two_is_named_with_both_grades(text: str) -> None:
    answer = answered(a_shelf().ask(text))
    assert "Eastmere: outstanding (2023)" in answer.short_answer
    assert "Westmere: good (2022)" in answer.short_answer
    assert answer.short_answer.endswith("Better: Eastmere")
    assert {c.council for c in answer.citations} == {"Eastmere", "Westmere"}


def test_equal_grades_are_said_to_be_equal() -> None:
    answer = answered(a_shelf().ask("which has the better rating, Eastmere or Westmere"))
    assert answer.short_answer.endswith("The same grade")


def test_grades_of_two_frameworks_are_not_set_against_each_other() -> None:
    shelf = a_shelf()
    shelf.report(
        "Southmere", date(2015, 1, 5), date(2015, 1, 30), date(2015, 4, 1), framework="SIF",
        overall="good",
    )  # fmt: skip
    answer = answered(shelf.ask("compare Southmere and Northmere overall"))
    assert "Better" not in answer.short_answer
    assert "The same" not in answer.short_answer
    assert "not directly comparable" in answer.message


def test_a_council_without_a_report_is_said_to_be_missing() -> None:
    answer = a_shelf().ask("who is better on care leavers, Eastmere or Leeds?")
    assert answer is not None
    assert answer.status is Status.ANSWERED_IN_PART
    assert "No inspection of Leeds of that time is held" in answer.message
    assert f"Eastmere: {RI}" in answer.short_answer


def test_councils_each_at_a_time_of_its_own_go_to_the_passages() -> None:
    assert a_shelf().ask("compare Eastmere in 2014 and Northmere in 2019 overall") is None
