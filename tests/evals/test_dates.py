import pytest

from evals.dates import rewrite_dates


@pytest.mark.parametrize(
    "written",
    [
        "14 june 2022",
        "14th june 2022",
        "14th of june 2022",
        "14 jun 2022",
        "june 14, 2022",
        "june 14th 2022",
        "2022-06-14",
        "14/06/2022",
        "14.6.22",
        "tuesday 14 june 2022",
        "tuesday, 14 june 2022",
    ],
)
def test_a_day_has_one_form_however_written(written):
    assert rewrite_dates(written).split() == ["§14", "june", "2022"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("14 and 15 june 2022", "§14 june 2022 to §15 june 2022"),
        ("14-15 june 2022", "§14 june 2022 to §15 june 2022"),
        ("27 february - 23 march 2017", "§27 february 2017 to §23 march 2017"),
        ("27 february to 23 march 2017", "§27 february 2017 to §23 march 2017"),
        ("28th july", "§28 july"),
        ("jan 2019", "january 2019"),
        ("2021/22", "2021 to 2022"),
        ("2021-22", "2021 to 2022"),
        ("2021-2022", "2021 to 2022"),
        ("03/04/2022", "§3 april 2022"),
    ],
)
def test_ranges_months_and_years_have_one_form(written, expected):
    assert rewrite_dates(written).split() == expected.split()


@pytest.mark.parametrize(
    "written",
    ["it may 15 times", "section 20.1.2", "marching 14 times", "0300 123 1231", "grade 3/4"],
)
def test_what_is_no_date_is_left_alone(written):
    assert "§" not in rewrite_dates(written)
