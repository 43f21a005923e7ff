from datetime import date

import pytest

from assistant.register.question import Moment, When
from assistant.register.select import at_moment, during, in_force
from tests.assistant.register.made import a_shelf

EASTMERE = a_shelf().register().of("Eastmere")


@pytest.mark.parametrize(
    ("moment", "years"),
    [
        (Moment(When.LATEST), [2023]),
        (Moment(When.PREVIOUS), [2018]),
        (Moment(When.FIRST), [2014]),
        (Moment(When.ANY), [2014, 2018, 2023]),
        (Moment(When.DURING, date(2018, 1, 1), date(2018, 12, 31)), [2018]),
        (Moment(When.DURING, date(2018, 10, 1), date(2018, 10, 31)), [2018]),
        (Moment(When.DURING, date(2015, 1, 1), None), [2018, 2023]),
        (Moment(When.AS_OF, None, date(2018, 10, 21)), [2014]),
        (Moment(When.AS_OF, None, date(2018, 10, 22)), [2018]),
        (Moment(When.AS_OF, None, date(2010, 1, 1)), []),
        (Moment(When.ON, date(2018, 9, 4), date(2018, 9, 4)), [2018]),
        (Moment(When.ON, date(2020, 9, 4), date(2020, 9, 4)), [2018]),
        (Moment(When.PREVIOUS, date(2018, 1, 1), date(2018, 12, 31)), [2014]),
    ],
)
def test_the_inspection_meant_is_found(moment: Moment, years: list[int]) -> None:
    assert [one.day.year for one in at_moment(EASTMERE, moment, None)] == years


def test_as_of_limits_the_latest_and_not_what_is_named_by_its_year() -> None:
    then = date(2019, 1, 1)
    assert [one.day.year for one in at_moment(EASTMERE, Moment(), then)] == [2018]
    named = Moment(When.DURING, date(2023, 1, 1), date(2023, 12, 31))
    assert [one.day.year for one in at_moment(EASTMERE, named, then)] == [2023]


def test_a_report_that_is_held_comes_before_what_is_told() -> None:
    northmere = a_shelf().register().of("Northmere")
    assert [one.is_held for one in during(northmere, Moment(When.DURING, None, None))] == [True]
    assert [one.is_held for one in in_force(northmere, date(2015, 1, 1))] == [False]
