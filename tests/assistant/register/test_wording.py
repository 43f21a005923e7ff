from datetime import date

import pytest

from assistant.register.wording import days, listed, occasion
from tests.assistant.register.made import a_shelf


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2019, 6, 3), date(2019, 6, 14), "3 to 14 June 2019"),
        (date(2019, 6, 24), date(2019, 7, 5), "24 June to 5 July 2019"),
        (date(2019, 12, 16), date(2020, 1, 10), "16 December 2019 to 10 January 2020"),
        (date(2019, 6, 3), date(2019, 6, 3), "3 June 2019"),
        (date(2019, 2, 1), date(2019, 2, 28), "February 2019"),
        (date(2019, 6, 1), date(2019, 6, 28), "1 to 28 June 2019"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (None, date(2019, 6, 3), "3 June 2019"),
        (None, None, ""),
    ],
)
def test_days_are_said_as_shortly_as_can_be(
    first: date | None, last: date | None, text: str
) -> None:
    assert days(first, last) == text


def test_names_are_listed() -> None:
    assert [listed([]), listed(["A"]), listed(["A", "B", "C"])] == ["", "A", "A, B and C"]


def test_an_inspection_only_told_of_says_by_what() -> None:
    told = a_shelf().register().of("Northmere")[0]
    assert occasion(told) == (
        "inspection of 2012, told by the inspection report of 1 April 2019; "
        "its own report is not held"
    )
