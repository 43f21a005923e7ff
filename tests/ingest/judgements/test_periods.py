from datetime import date

import pytest

from ingest.judgements.periods import periods_in


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in March 2017", date(2017, 3, 1), date(2017, 3, 31)),
        ("in February 2016", date(2016, 2, 1), date(2016, 2, 29)),
        ("the 2017 inspection", date(2017, 1, 1), date(2017, 12, 31)),
        ("on 5th May 2019", date(2019, 5, 5), date(2019, 5, 5)),
        ("from 4 to 15 July 2022", date(2022, 7, 4), date(2022, 7, 15)),
        ("27 February to 23 March 2017", date(2017, 2, 27), date(2017, 3, 23)),
        ("9 December to 10 January 2020", date(2019, 12, 9), date(2020, 1, 10)),
        ("12 November – 4 December 2013", date(2013, 11, 12), date(2013, 12, 4)),
    ],
)
def test_a_period_has_the_bounds_that_it_names(text: str, first: date, last: date):
    (found,) = periods_in(text)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["in 2016/17", "in 2016–17", "31 February 2017", "some 2017.5 of them, 12017", "five years"],
)
def test_years_of_accounts_and_days_that_never_were_are_no_periods(text: str):
    assert [period for period in periods_in(text) if period.first.year != 2017] == []
    assert len(list(periods_in(text))) <= 1


def test_periods_come_in_the_order_of_the_text_with_their_places():
    text = "judged in March 2017 and again in 2019"
    assert [text[p.start : p.end] for p in periods_in(text)] == ["March 2017", "2019"]
