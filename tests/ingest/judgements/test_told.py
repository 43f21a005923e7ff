from dataclasses import replace
from datetime import date

import pytest

from docs_store.documents import DocumentKind
from docs_store.judgements import Area, Basis
from tests.ingest.judgements.made_up import extracted, made_up, quotes, told

MARCH_2017 = ("Ambleford", "OVERALL", "inadequate", "2017-03-01", "2017-03-31")
YEAR_2017 = ("Ambleford", "OVERALL", "inadequate", "2017-01-01", "2017-12-31")


@pytest.mark.parametrize(
    "sentence",
    [
        "This was the third visit since the local authority was judged inadequate in March 2017.",
        "In March 2017, Ofsted rated the council’s services for children ‘inadequate’.",
        "Ambleford’s children’s services were judged to be inadequate by Ofsted in March 2017.",
        "Since the last inspection in March 2017, when services were judged inadequate overall, more have stayed.",
        "Inspectors have been back four times since finding Ambleford council’s children’s services inadequate in March 2017.",
        "It follows the council’s ‘inadequate’ judgement in March 2017.",
        "In March 2017 Ofsted gave the council its lowest possible rating.",
        "Children’s services in Ambleford were inspected by Ofsted in March 2017 and judged to be Inadequate.",
        "The last inspection was held in March 2017. The local authority was judged to be inadequate.",
    ],
)
def test_a_grade_told_with_its_month_is_kept_as_told(sentence: str):
    assert told(sentence) == [MARCH_2017]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "The inspection of 4 to 15 July 2016 found that services require improvement to be good.",
            ("OVERALL", "requires improvement to be good", "2016-07-04", "2016-07-15"),
        ),
        (
            "Services for children in care have slipped since the inspection in 2015, when they were judged to be good.",
            ("IN_CARE", "good", "2015-01-01", "2015-12-31"),
        ),
        (
            "More children are safe than at the inspection for children in need of protection in 2012, when services were judged to be good.",
            ("HELP_AND_PROTECTION", "good", "2012-01-01", "2012-12-31"),
        ),
        (
            "Since the inspection in 2016, when leadership was praised, and services were judged good overall, more have left.",
            ("OVERALL", "good", "2016-01-01", "2016-12-31"),
        ),
        (
            "Leadership was judged outstanding in 2016.",
            ("LEADERSHIP", "outstanding", "2016-01-01", "2016-12-31"),
        ),
        (
            "At its inspection in May 2012 the local authority was judged to be adequate for children looked after.",
            ("IN_CARE", "adequate", "2012-05-01", "2012-05-31"),
        ),
        (
            "The last inspection of the council’s services for children looked after was in May 2011. The local authority was judged to be adequate.",
            ("IN_CARE", "adequate", "2011-05-01", "2011-05-31"),
        ),
    ],
)
def test_the_area_and_the_days_are_those_of_the_words(sentence: str, wanted: tuple[str, ...]):
    assert told(sentence) == [("Ambleford", *wanted)]


def test_an_overall_grade_and_one_of_an_area_are_told_together():
    sentence = "At the inspection in 2016 services were judged good overall, and outstanding for leadership."
    assert [(area, grade) for _, area, grade, _, _ in told(sentence)] == [
        ("OVERALL", "good"),
        ("LEADERSHIP", "outstanding"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Since the inspections for children in need of protection in 2012 and for children looked after in 2010, when services were judged to be adequate, more is known.",
        "Leaders have gone since the inspection in 2016, when they said that leadership mattered and it was judged good.",
    ],
)
def test_where_it_is_not_certain_of_what_nothing_is_told(sentence: str):
    assert told(sentence) == []


def test_two_grades_of_one_sentence_are_each_of_their_area():
    sentence = (
        "The last inspection of services for safeguarding and looked after children was in May 2011. "
        "The local authority was judged to be adequate for safeguarding children and good for children looked after."
    )
    assert [(area, grade) for _, area, grade, _, _ in told(sentence)] == [
        ("HELP_AND_PROTECTION", "adequate"),
        ("IN_CARE", "good"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council was not judged inadequate in 2017.",
        "Without that, the council could have been judged inadequate in 2017.",
        "The council wants to be rated good by 2017.",
        "If it is judged inadequate in 2017, a commissioner will come.",
        "Was the council judged inadequate in 2017?",
        "Had the council been judged inadequate in 2017, nobody would have been surprised.",
        "Ambleford avoided an ‘inadequate’ rating in 2017.",
        "The council is no longer rated inadequate, as it was in the press in 2017.",
        "It moved from a judgement of inadequate in 2017.",
        "In 2017 the council was judged to be good or better in most ways.",
    ],
)
def test_what_is_denied_hoped_for_or_open_tells_nothing(sentence: str):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ofsted rated Ambleford Primary School inadequate in 2017.",
        "The council’s fostering service was judged inadequate in 2017.",
        "The council’s fostering services were judged inadequate in 2017.",
        "The council runs two children’s homes. They were judged inadequate in 2017.",
        "The nursery on Mill Street had a visit. It was judged inadequate by Ofsted in 2017.",
        "The Local Safeguarding Children Board was judged inadequate in 2017.",
        "Adult services were rated inadequate in 2017.",
        "The council was rated inadequate for adult social care in 2017.",
        "Forty case files were judged inadequate in 2017.",
        "The quality of services was judged inadequate in 2017.",
        "Three of the councils rated inadequate in 2017 are nearby.",
        "Ofsted visits councils that were judged inadequate in 2017.",
        "A council that was rated inadequate in 2017 has not done enough.",
        "The academy trust was declared inadequate in 2017.",
        "The previous inspection of Ambleford’s adoption services was in July 2017. The local authority was judged to be good.",
        "The last inspection of the library was in July 2017. The local authority was judged to be good.",
    ],
)
def test_what_is_graded_beside_a_councils_services_tells_nothing(sentence: str):
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "council"),
    [
        ("Wexcombe county council, rated inadequate in 2017, has a new director.", "Wexcombe"),
        ("Croydon council was judged inadequate in 2017.", "Croydon"),
        ("In 2017, inspectors judged Croydon children’s services to be inadequate.", "Croydon"),
    ],
)
def test_another_council_named_in_the_sentence_is_the_one_told_of(sentence: str, council: str):
    assert told(sentence) == [(council, *YEAR_2017[1:])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Leaders of Croydon council were here last week. The council was judged inadequate in 2017.",
        "Croydon council and Sandwell council were judged inadequate in 2017.",
    ],
)
def test_where_it_is_not_certain_whose_nothing_is_told(sentence: str):
    assert told(sentence) == []


def test_a_grade_of_a_page_about_no_council_is_nobodys():
    assert told("The council was judged inadequate in 2017.", council=None) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The council was judged inadequate in the report published on 4 May 2017.",
        "The last inspection of the council’s safeguarding was published in May 2017. The council was judged inadequate.",
        "Five years earlier the council had been judged inadequate by Ofsted.",
        "On 3 October 2018 inspectors found that leadership is good.",
        "During the visit in May 2018 inspectors found that services were good.",
    ],
)
def test_a_date_that_is_not_of_an_inspection_dates_no_grade(sentence: str):
    assert told(sentence) == []


def test_what_a_report_says_of_itself_is_not_told_of_another():
    report = made_up()
    own = "In March 2019, inspectors judged Ambleford children’s services to be good."
    earlier = "In early 2016, inspectors judged Ambleford children’s services to be inadequate."
    found = extracted(report, f"Since then much has changed for families here.\n\n{own} {earlier}")
    assert [(j.basis, j.grade, j.inspected_to) for j in found] == [
        (Basis.TOLD, "inadequate", date(2016, 12, 31))
    ]


def test_a_letter_never_tells_a_grade_of_its_own_visit():
    letter = made_up(kind=DocumentKind.MONITORING_LETTER)
    assert (
        extracted(letter, "Inspectors found that the impact of leaders was good in March 2019.")
        == ()
    )


def test_the_framework_is_that_of_the_time_and_open_where_two_were_in_force():
    text = "The council was judged {} in {}."
    cases = {
        "June 2012": "pre-SIF",
        "May 2016": "SIF",
        "May 2019": "ILACS",
        "2013": None,
        "2018": None,
    }
    for period, framework in cases.items():
        paper = made_up(None, DocumentKind.PRESS, on_site=None)
        (found,) = extracted(paper, text.format("good", period))
        assert found.framework == framework


def test_a_grade_that_takes_its_date_from_the_sentence_above_stands_on_both():
    text = "The last inspection was held in March 2017. The council was judged to be inadequate."
    (found,) = extracted(made_up(None, DocumentKind.PRESS, on_site=None), text)
    assert quotes(found, text) == [
        "The council was judged to be inadequate.",
        "The last inspection was held in March 2017.",
    ]


def test_a_grade_told_twice_is_kept_once_and_the_one_with_a_date_is_kept():
    text = (
        "Ofsted says the council is rated inadequate. "
        "The council was judged inadequate in March 2017. In March 2017 it was judged inadequate."
    )
    assert told(text) == [MARCH_2017]


def test_the_table_of_a_paper_is_told_and_takes_the_date_of_the_same_overall_grade():
    text = """Ambleford was inspected by Ofsted in May 2019 and judged to be good.

Judgement Grade
The impact of leaders on social work practice with children and families Outstanding
The experiences and progress of children who need help and protection Good
The experiences and progress of children in care and care leavers Good
Overall effectiveness Good
"""
    paper = made_up(None, DocumentKind.COMMITTEE_REPORT, on_site=None)
    found = {j.area: j for j in extracted(paper, text.replace("Ambleford was", "The council was"))}
    assert set(found) == {
        Area.LEADERSHIP,
        Area.HELP_AND_PROTECTION,
        Area.IN_CARE_AND_CARE_LEAVERS,
        Area.OVERALL,
    }
    leaders = found[Area.LEADERSHIP]
    assert (leaders.basis, leaders.grade) == (Basis.TOLD, "outstanding")
    assert (leaders.inspected_from, leaders.inspected_to) == (date(2019, 5, 1), date(2019, 5, 31))


def test_two_tables_that_differ_tell_nothing():
    table = """The impact of leaders on social work practice with children and families {0}
The experiences and progress of children who need help and protection {0}
Overall effectiveness {0}
"""
    paper = replace(made_up(None, DocumentKind.IMPROVEMENT_PLAN, on_site=None))
    then_and_hoped = f"Now\n\n{table.format('Inadequate')}\nNext year\n\n{table.format('Good')}"
    assert extracted(paper, then_and_hoped) == ()
