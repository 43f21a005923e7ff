from datetime import date

import pytest

from tests.assistant.register.made import RI, Shelf, a_shelf, answered


def moving() -> Shelf:
    shelf = a_shelf()
    shelf.report(
        "Westmere", date(2025, 1, 13), date(2025, 1, 24), date(2025, 3, 3), overall="inadequate"
    )
    return shelf


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("which councils have improved overall at their last inspection?",
         f"1 council: Eastmere ({RI} (2018), then good (2023))"),
        ("which councils' ratings have dropped",
         "1 council: Westmere (good (2022), then inadequate (2025))"),
        ("which councils went from good to inadequate",
         "1 council: Westmere (good (2022), then inadequate (2025))"),
        ("which councils have gone up from inadequate to outstanding", "None"),
    ],
)  # fmt: skip
def test_the_councils_whose_grade_moved_so_are_listed_with_both_grades(
    text: str, short: str
) -> None:
    assert answered(moving().ask(text)).short_answer == short


def test_a_move_across_frameworks_is_neither_up_nor_down_and_is_mentioned() -> None:
    answer = answered(moving().ask("which councils have dropped in their ratings"))
    assert "Northmere" not in answer.short_answer
    assert "Of 1 of them the two were under different frameworks" in answer.message


def test_which_way_without_a_way_is_left_to_the_passages() -> None:
    assert moving().ask("which councils changed") is None
