from datetime import date

import pytest

from tests.assistant.register.made import RI, a_shelf, answered


@pytest.mark.parametrize(
    "text",
    [
        "How has Eastmere's rating moved?",
        "eastmere track record, overall grades",
        "has eastmere's ofsted rating got better over the years",
    ],
)
def test_a_trajectory_gives_every_inspection_in_order(text: str) -> None:
    answer = answered(a_shelf().ask(text))
    path = f"inadequate (2014), then {RI} (2018), then good (2023)"
    assert path in answer.short_answer.lower()
    assert [c.document[-8:-4] for c in answer.citations] == ["2014", "2018", "2023"]


def test_grades_of_two_frameworks_are_set_side_by_side_and_not_compared() -> None:
    answer = answered(a_shelf().ask("has Eastmere's rating improved?"))
    assert not answer.short_answer.startswith(("Yes", "No"))
    assert "not directly comparable" in answer.message


def test_better_than_last_time_compares_the_last_two() -> None:
    answer = answered(a_shelf().ask("is Eastmere better than last time?"))
    assert answer.short_answer == f"Yes, improved: {RI} (2018), then good (2023)"
    assert "comparable" not in answer.message


def test_two_years_are_compared_with_each_other() -> None:
    answer = answered(a_shelf().ask("Eastmere leadership grade 2018 v 2023"))
    assert answer.short_answer == "Improved: good (2018), then outstanding (2023)"


def test_a_grade_that_did_not_move_is_unchanged() -> None:
    shelf = a_shelf()
    shelf.report("Westmere", date(2025, 1, 13), date(2025, 1, 24), date(2025, 3, 3), overall="good")
    answer = answered(shelf.ask("has westmere's grade changed since the last inspection"))
    assert answer.short_answer == "No, unchanged: good (2022), then good (2025)"


def test_since_a_year_starts_with_what_was_in_force_then() -> None:
    answer = answered(a_shelf().ask("how has Eastmere's leadership rating changed since 2016"))
    assert "inadequate (2014)" in answer.short_answer.lower()


def test_an_inspection_only_told_of_is_part_of_the_way() -> None:
    answer = answered(a_shelf().ask("northmere rating history"))
    assert answer.short_answer == "Outstanding (2012), then inadequate (2019)"
    assert "told by" in answer.statements[0].text


def test_all_areas_are_followed_where_grades_are_asked_for() -> None:
    answer = answered(a_shelf().ask("how have eastmere's grades changed since the last inspection"))
    assert (
        "the impact of leaders improved: good (2018), then outstanding (2023)"
        in answer.short_answer.lower()
    )


def test_one_inspection_alone_has_nothing_to_compare() -> None:
    assert (
        "nothing to compare" in answered(a_shelf().ask("has Westmere's rating improved?")).message
    )
