from dataclasses import replace
from datetime import date

from assistant.register.build import build_register
from docs_store.judgements import Area
from tests.assistant.register.made import Shelf, a_shelf


def test_inspections_stand_in_order_and_know_what_they_grade() -> None:
    inspections = a_shelf().register().of("Eastmere")
    assert [one.day.year for one in inspections] == [2014, 2018, 2023]
    assert Area.ADOPTION in inspections[0].grades
    assert inspections[1].grades_both_in_one


def test_what_is_told_within_the_days_or_the_year_of_an_inspection_is_put_to_it() -> None:
    shelf = a_shelf()
    shelf.told("a.html", "Westmere", "good", date(2022, 1, 1), date(2022, 12, 31))
    shelf.told("b.html", "Westmere", "inadequate", date(2022, 8, 1), date(2022, 8, 31))
    (inspection,) = shelf.register().of("Westmere")
    assert [claim.grade for claim in inspection.claims] == ["good", "inadequate"]


def test_what_is_told_of_another_time_is_an_inspection_whose_report_is_not_held() -> None:
    told, held = a_shelf().register().of("Northmere")
    assert (told.is_held, held.is_held) == (False, True)
    assert told.grades[Area.OVERALL].grade == "outstanding"


def test_two_documents_that_tell_of_one_inspection_are_put_together_at_the_narrower_time() -> None:
    shelf = Shelf()
    shelf.told("a.html", "Southmere", "good", date(2016, 1, 1), date(2016, 12, 31))
    shelf.told("b.html", "Southmere", "good", date(2016, 3, 1), date(2016, 3, 31))
    (inspection,) = shelf.register().of("Southmere")
    assert (inspection.first_day, inspection.last_day) == (date(2016, 3, 1), date(2016, 3, 31))
    assert len(inspection.claims) == 1


def test_a_second_report_of_one_inspection_is_a_claim_of_it() -> None:
    shelf = a_shelf()
    copies = [
        replace(judgement, document_id="copy.pdf", grade="inadequate")
        for judgement in shelf.judgements
        if judgement.document_id == "westmere-2022.pdf"
    ]
    shelf.documents["zcopy.pdf"] = replace(shelf.documents["westmere-2022.pdf"], id="zcopy.pdf")
    shelf.judgements += [replace(copy, document_id="zcopy.pdf") for copy in copies]
    (inspection,) = shelf.register().of("Westmere")
    assert {claim.grade for claim in inspection.claims} == {"inadequate"}


def test_judgements_of_documents_that_left_and_told_ones_without_a_time_are_left_out() -> None:
    shelf = a_shelf()
    shelf.told("a.html", "Southmere", "good", date(2016, 1, 1), date(2016, 12, 31))
    shelf.judgements[-1] = replace(shelf.judgements[-1], inspected_from=None, inspected_to=None)
    del shelf.documents["westmere-2022.pdf"]
    register = build_register(shelf.documents, shelf.judgements)
    assert register.of("Southmere") == ()
    assert register.of("Westmere") == ()
    assert register.councils == ("Eastmere", "Northmere")


def test_what_the_press_tells_under_a_wrong_date_is_put_to_the_inspection_with_that_grade() -> None:
    shelf = a_shelf()
    shelf.told("a.html", "Northmere", "inadequate", date(2020, 2, 1), date(2020, 2, 29))
    _, held = shelf.register().of("Northmere")
    assert [claim.inspected_from for claim in held.claims] == [date(2020, 2, 1)]


def test_another_grade_at_another_time_is_another_inspection() -> None:
    shelf = a_shelf()
    shelf.told("a.html", "Northmere", "good", date(2020, 2, 1), date(2020, 2, 29))
    assert len(shelf.register().of("Northmere")) == 3
