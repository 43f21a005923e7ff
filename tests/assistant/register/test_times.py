from datetime import date

import pytest

from assistant.register.question import When
from assistant.register.times import MARK, times_in

Y18 = (date(2018, 1, 1), date(2018, 12, 31))


@pytest.mark.parametrize(
    ("text", "when", "start", "end"),
    [
        ("in 2018", When.DURING, *Y18),
        ("2018’s report", When.DURING, *Y18),
        ("late 2018", When.DURING, *Y18),
        ("in june 2018", When.DURING, date(2018, 6, 1), date(2018, 6, 30)),
        ("sept 2018", When.DURING, date(2018, 9, 1), date(2018, 9, 30)),
        ("nov/dec 2022", When.DURING, date(2022, 11, 1), date(2022, 12, 31)),
        ("3 to 14 june 2019", When.DURING, date(2019, 6, 3), date(2019, 6, 14)),
        ("27 february–23 march 2017", When.DURING, date(2017, 2, 27), date(2017, 3, 23)),
        ("between 2014 and 2018", When.DURING, date(2014, 1, 1), date(2018, 12, 31)),
        ("from 2014 to 2018", When.DURING, date(2014, 1, 1), date(2018, 12, 31)),
        ("2014-2018", When.DURING, date(2014, 1, 1), date(2018, 12, 31)),
        ("from the 2018 inspection", When.DURING, *Y18),
        ("since 2018", When.DURING, date(2018, 1, 1), None),
        ("after 2018", When.DURING, date(2019, 1, 1), None),
        ("as at 1 march 2019", When.AS_OF, None, date(2019, 3, 1)),
        ("as of march 2019", When.AS_OF, None, date(2019, 3, 31)),
        ("before the 2018 inspection", When.AS_OF, None, date(2017, 12, 31)),
        ("by the end of 2018", When.AS_OF, None, date(2018, 12, 31)),
        ("1st of may, 2019", When.DURING, date(2019, 5, 1), date(2019, 5, 1)),
        ("may 1 2019", When.DURING, date(2019, 5, 1), date(2019, 5, 1)),
        ("2019-05-01", When.DURING, date(2019, 5, 1), date(2019, 5, 1)),
        ("01/05/2019", When.DURING, date(2019, 5, 1), date(2019, 5, 1)),
    ],
)
def test_a_time_is_understood(text: str, when: When, start: date | None, end: date | None) -> None:
    left, (time,) = times_in(text)
    assert (time.moment.when, time.moment.start, time.moment.end) == (when, start, end)
    assert left.count(MARK) == 1
    assert time.moment.is_said


def test_several_times_stay_apart() -> None:
    _, times = times_in("2022 against 2017, and 2014")
    assert [time.moment.start for time in times] == [
        date(2022, 1, 1), date(2017, 1, 1), date(2014, 1, 1),
    ]  # fmt: skip


def test_a_single_day_is_known_as_such() -> None:
    assert [time.is_day for time in times_in("on 2 july 2018 and in july 2018")[1]] == [True, False]


@pytest.mark.parametrize(
    "text", ["2014/15", "in may", "last year", "the 47 children", "page 2,018"]
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert times_in(text) == (text, ())
