from datetime import date

from assistant.weigh import year_bonus, years_asked
from tests.fakes import make_document


def test_the_years_asked_about_are_those_named_and_that_of_the_date_asked_as_at() -> None:
    assert years_asked("between 2017 and March 2019", None) == {2017, 2019}
    assert years_asked("agency staff in 2018/19, £2022 each", date(2020, 1, 1)) == {
        2018,
        2022,
        2020,
    }
    assert years_asked("how many?", None) == frozenset()


def test_a_document_that_speaks_for_such_a_year_gets_the_weight() -> None:
    old, new = make_document("old"), make_document("new", on_site=date(2022, 2, 7))
    undated = make_document("undated", on_site=None, published=None)
    assert year_bonus([old, new, undated], frozenset({2022}), 2.0) == {"new": 2.0}
