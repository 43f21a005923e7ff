from datetime import date

import pytest

from tests.assistant.register.made import a_shelf, answered


@pytest.mark.parametrize(
    "text",
    [
        "Which councils were good at their latest inspection?",
        "list the councils currently rated good overall",
        "who is rated good?",
        "which authorities got good for overall effectiveness",
    ],
)
def test_the_councils_with_a_grade_are_listed_each_with_its_place(text: str) -> None:
    answer = answered(a_shelf().ask(text))
    assert answer.short_answer == "2 councils: Eastmere and Westmere"
    assert [c.quote for c in answer.citations] == ["Overall effectiveness Good"] * 2
    assert "latest inspection held of each of 3 councils" in answer.message


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("how many councils are inadequate?", "1 council"),
        ("how many outstanding for leadership?", "1 council"),
        ("how many councils have ever been inadequate overall", "2 councils"),
        ("how many councils were inspected in 2022?", "1 council"),
        ("how many inspections of Eastmere are there", "3 inspections"),
        ("how many times has Eastmere been inadequate?", "1 inspection"),
        ("how many reports were published in 2018", "1 inspection"),
        ("how many councils require improvement", "None of 3"),
    ],
)
def test_a_count_says_how_many(text: str, count: str) -> None:
    assert answered(a_shelf().ask(text)).short_answer == count


def test_a_count_lists_what_it_counted() -> None:
    answer = answered(a_shelf().ask("how many councils have ever been inadequate overall"))
    assert [said.text.split(",")[0] for said in answer.statements] == ["Eastmere", "Northmere"]
    assert "all 5 inspection reports" in answer.message


def test_areas_with_a_grade_are_counted_for_one_council() -> None:
    answer = answered(a_shelf().ask("how many goods did Eastmere get"))
    assert answer.short_answer == "2: help and protection and children in care"


def test_the_best_of_all_are_those_nearest_the_top_of_their_scale() -> None:
    answer = answered(a_shelf().ask("which council has the best rating for leadership"))
    assert answer.short_answer == "Eastmere"


def test_as_of_counts_what_was_known_then() -> None:
    answer = answered(a_shelf().ask("which councils are good", as_of=date(2022, 12, 31)))
    assert answer.short_answer == "Westmere"
    assert "as known on 31 December 2022" in answer.message


def test_a_newer_report_changes_a_list_of_the_latest() -> None:
    shelf = a_shelf()
    shelf.report(
        "Westmere", date(2025, 1, 13), date(2025, 1, 24), date(2025, 3, 3), overall="inadequate"
    )
    assert answered(shelf.ask("which councils are good")).short_answer == "Eastmere"
