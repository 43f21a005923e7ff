from datetime import date

from docs_store.judgements import Area
from tests.assistant.register.made import a_shelf


def test_an_area_is_covered_by_its_own_grade_or_by_the_one_it_shares() -> None:
    _, shared, own = a_shelf().register().of("Eastmere")
    judgement = shared.judgement(Area.CARE_LEAVERS)
    assert judgement is not None
    assert judgement.area is Area.IN_CARE_AND_CARE_LEAVERS
    assert own.judgement(Area.CARE_LEAVERS) is own.grades[Area.CARE_LEAVERS]
    assert own.judgement(Area.ADOPTION) is None


def test_grades_are_known_from_the_day_of_publication() -> None:
    first = a_shelf().register().of("Eastmere")[0]
    assert (first.day, first.known_from) == (date(2014, 5, 28), date(2014, 7, 18))


def test_an_inspection_only_told_of_has_no_publication_and_no_leads() -> None:
    register = a_shelf().register()
    assert register.of("Northmere")[0].published is None
    assert register.people == {"Bo Elm", "Cy Ash", "Ann Oak", "Di Fir"}
