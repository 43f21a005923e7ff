from datetime import date

import pytest

from assistant.answers import Status
from tests.assistant.register.made import a_shelf, answered


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("When was Eastmere last inspected?", "6 to 17 March 2023"),
        ("what dates were inspectors on site in Eastmere in 2018", "3 to 14 September 2018"),
        ("when was the Westmere report published", "1 August 2022"),
        ("when was Eastmere first inadequate?", "6 to 28 May 2014"),
        ("when was eastmere last rated requires improvement", "3 to 14 September 2018"),
        ("who led the 2018 inspection of Eastmere", "Cy Ash"),
        ("lead inspector westmere", "Bo Elm"),
        ("which inspections did Bo Elm lead?", "2 inspections: Eastmere and Westmere"),
    ],
)
def test_dates_and_names_are_looked_up(text: str, short: str) -> None:
    assert answered(a_shelf().ask(text)).short_answer == short


def test_the_days_stand_on_the_line_that_prints_them() -> None:
    answer = answered(a_shelf().ask("when was Eastmere last inspected"))
    assert [c.quote for c in answer.citations] == ["Inspection dates: 6 March to 17 March 2023"]


def test_a_day_of_publication_that_is_not_printed_is_said_to_be_known_otherwise() -> None:
    answer = answered(a_shelf().ask("when was the Eastmere report published"))
    assert "does not print the day" in answer.message


def test_a_grade_that_a_council_never_had_is_refused() -> None:
    answer = a_shelf().ask("when was Westmere last inadequate?")
    assert answer is not None
    assert answer.status is Status.NO_EVIDENCE
    assert "No inspection of Westmere known here has the grade inadequate" in answer.message


def test_a_monitoring_visit_has_no_grade_and_the_one_in_force_is_given() -> None:
    answer = answered(
        a_shelf().ask("what grade did Northmere get at the monitoring visit in May 2020?")
    )
    assert answer.short_answer == "Not graded"
    assert "Monitoring visits and focused visits are not graded." in answer.message
    assert "inadequate" in answer.statements[0].text


def test_a_grade_had_on_several_occasions_gives_each() -> None:
    shelf = a_shelf()
    shelf.report("Westmere", date(2025, 1, 13), date(2025, 1, 24), date(2025, 3, 3), overall="good")
    answer = answered(shelf.ask("when was Westmere rated good?"))
    assert answer.short_answer == "6 to 17 June 2022 and 13 to 24 January 2025"
