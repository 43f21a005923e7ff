from datetime import date

import pytest

from assistant.answers import Status
from tests.assistant.register.made import RI, a_shelf, answered


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("What's the Ofsted rating for Eastmere?", "Good"),
        ("how did ofstead rate eastmere", "Good"),
        ("Eastmere leadrship grade", "Outstanding"),
        ("what did Eastmere get for the bosses in 2018?", "Good"),
        ("eastmere kids in care judgement 2014", "Requires improvement"),
        ("What grade did Eastmere get for leadership and management in 2014?", "Inadequate"),
        ("eastmere adoption rating 2014", "Good"),
        ("how good is westmere at keeping children safe", "Good"),
        ("what was northmere rated in 2012", "Outstanding"),
    ],
)
def test_a_grade_is_looked_up_in_the_words_people_use(text: str, grade: str) -> None:
    assert answered(a_shelf().ask(text)).short_answer == grade


def test_a_grade_stands_on_the_words_of_the_report_that_give_it() -> None:
    answer = answered(a_shelf().ask("eastmere overall effectiveness"))
    (said,) = answer.statements
    assert said.text == (
        "Eastmere, overall effectiveness: good (inspected 6 to 17 March 2023, published 2 May 2023)."
    )
    assert [c.quote for c in answer.citations] == ["Overall effectiveness Good"]
    assert [c.document for c in answer.citations] == ["eastmere-2023.pdf"]
    assert not said.is_quote


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Is Eastmere still inadequate?", "No: good"),
        ("was eastmere inadequate in 2014", "Yes"),
        ("Was Eastmere requires improvement in 2018?", "Yes"),
        ("was eastmere good in 2018", f"No: {RI}"),
        ("has Eastmere ever been rated inadequate?", "Yes"),
        ("has Westmere ever been inadequate", "No: good"),
        ("is Eastmere good or outstanding for leadership?", "Yes: outstanding"),
    ],
)
def test_a_question_for_yes_or_no_gets_one(text: str, verdict: str) -> None:
    assert answered(a_shelf().ask(text)).short_answer == verdict


def test_the_grade_shared_by_two_groups_is_explained() -> None:
    answer = answered(a_shelf().ask("care leavers grade for Eastmere in 2018"))
    assert answer.short_answer == RI.capitalize()
    assert "one grade together" in answer.message


def test_all_the_grades_of_an_inspection_are_given_with_their_areas() -> None:
    answer = answered(a_shelf().ask("all the grades for Westmere please"))
    assert len(answer.statements) == 4
    assert "children in care and care leavers: outstanding" in answer.short_answer


def test_an_area_that_the_latest_framework_does_not_grade_has_its_newest_grade_and_the_reason() -> (
    None
):
    answer = answered(a_shelf().ask("adoption grade for Eastmere"))
    assert answer.short_answer == "Good"
    assert "do not grade adoption" in answer.message
    assert "2014" in answer.statements[0].text


def test_an_area_that_was_never_graded_is_refused_with_the_reason() -> None:
    answer = a_shelf().ask("adoption grade for Westmere")
    assert answer is not None
    assert answer.status is Status.NO_EVIDENCE
    assert "do not grade adoption" in answer.message
    assert not answer.statements


def test_a_year_without_an_inspection_is_refused_and_what_is_held_is_said() -> None:
    answer = a_shelf().ask("what grade did Eastmere get in 2020?")
    assert answer is not None
    assert answer.status is Status.NO_EVIDENCE
    assert "No inspection of Eastmere in 2020 is held here" in answer.message
    assert f"overall effectiveness: {RI} (inspected 3 to 14 September 2018" in answer.message


def test_a_day_has_the_grade_in_force_on_it() -> None:
    shelf = a_shelf()
    assert answered(shelf.ask("eastmere rating as at 1 May 2023")).short_answer == RI.capitalize()
    assert answered(shelf.ask("eastmere rating as at 2 May 2023")).short_answer == "Good"
    assert (
        answered(shelf.ask("eastmere rating", as_of=date(2015, 1, 1))).short_answer == "Inadequate"
    )


def test_an_inspection_that_was_not_published_on_the_day_asked_for_is_mentioned() -> None:
    answer = answered(a_shelf().ask("eastmere rating as at 1 April 2023"))
    assert "was not published then" in answer.message


def test_a_newer_report_changes_the_latest_grade_and_leaves_as_of_answers_as_they_were() -> None:
    shelf = a_shelf()
    before = answered(shelf.ask("westmere rating as at 1 March 2024"))
    assert answered(shelf.ask("Westmere latest rating")).short_answer == "Good"
    shelf.report(
        "Westmere", date(2025, 1, 13), date(2025, 1, 24), date(2025, 3, 3), overall="inadequate"
    )
    assert answered(shelf.ask("Westmere latest rating")).short_answer == "Inadequate"
    after = answered(shelf.ask("westmere rating as at 1 March 2024"))
    assert (after.short_answer, after.message) == (before.short_answer, before.message)
    assert (after.statements, after.citations) == (before.statements, before.citations)


def test_a_document_that_tells_another_grade_of_an_inspection_is_a_conflict() -> None:
    shelf = a_shelf()
    shelf.told("news.html", "Westmere", "outstanding", date(2022, 6, 1), date(2022, 6, 30))
    answer = answered(shelf.ask("westmere ofsted rating"))
    (conflict,) = answer.conflicts
    assert answer.short_answer == conflict.preferred.capitalize() == "Good"
    assert [claim.value for claim in conflict.claims] == ["good", "outstanding"]
    assert conflict.reason == "it is what the report of the inspection itself says"


def test_a_shorter_form_of_the_same_grade_is_no_conflict() -> None:
    shelf = a_shelf()
    shelf.told("news.html", "Eastmere", "requires improvement", date(2018, 9, 1), date(2018, 9, 30))
    assert not answered(shelf.ask("eastmere overall grade 2018")).conflicts


def test_a_report_that_disagrees_with_itself_says_so() -> None:
    shelf = a_shelf()
    shelf.report(
        "Southmere", date(2021, 1, 4), date(2021, 1, 15), date(2021, 3, 1),
        doubt="The table and the heading differ.", overall="good",
    )  # fmt: skip
    assert "The table and the heading differ." in answered(shelf.ask("Southmere rating")).message


def test_an_inspection_only_told_of_is_given_as_told() -> None:
    shelf = a_shelf()
    shelf.told("news.html", "Southmere", "good", date(2021, 3, 1), date(2021, 3, 31))
    answer = answered(shelf.ask("what is Southmere rated?"))
    assert answer.short_answer == "Good"
    assert "its own report is not held" in answer.statements[0].text


def test_who_led_is_added_where_it_is_asked_for_with_the_grade() -> None:
    answer = answered(
        a_shelf().ask("what grade did Westmere get overall and who led the inspection")
    )
    assert [said.text for said in answer.statements][1:] == [
        "Bo Elm led the inspection of Westmere of 6 to 17 June 2022."
    ]


def test_passing_is_answered_with_the_grade_and_that_there_is_no_pass() -> None:
    answer = answered(a_shelf().ask("did Westmere pass?"))
    assert answer.short_answer == "Good"
    assert "neither passed nor failed" in answer.message


def test_what_is_told_of_an_inspection_after_the_newest_report_is_the_latest() -> None:
    shelf = a_shelf()
    shelf.told("news.html", "Northmere", "good", date(2023, 7, 1), date(2023, 7, 31))
    answer = answered(shelf.ask("northmere latest rating"))
    assert answer.short_answer.startswith("Good")
    assert any("inadequate" in said.text for said in answer.statements)


def test_a_source_that_gives_another_date_is_a_conflict_and_no_other_inspection() -> None:
    shelf = a_shelf()
    shelf.told("news.html", "Northmere", "inadequate", date(2020, 2, 1), date(2020, 2, 29))
    (conflict,) = answered(shelf.ask("northmere ofsted rating")).conflicts
    assert conflict.about == "when Northmere was judged inadequate"
    assert [claim.value for claim in conflict.claims] == ["4 to 15 February 2019", "February 2020"]
    assert conflict.preferred == "4 to 15 February 2019"
