from datetime import date

import pytest

from docs_store.documents import DocumentKind
from docs_store.judgements import NOT_JUDGED, Area, Basis
from tests.ingest.judgements.made_up import extracted, grades, made_up, quotes

ILACS_2019 = """Ambleford Council
Inspection of children’s social care services
Inspection dates: 4 March 2019 to 15 March 2019
Lead inspector: Ada Quill, Her Majesty’s Inspector

Judgement Grade
The impact of leaders on social work practice with
children and families
Requires improvement to
be good
The experiences and progress of children who need
help and protection Good
The experiences and progress of children in care and
care leavers Outstanding
Overall effectiveness Good

Families in Ambleford can count on people who know them and who stay in their jobs.
"""
ILACS_2023 = """Inspection of Ambleford local authority children’s services
Inspection dates: 6 to 17 November 2023

Judgement Grade
The impact of leaders on social work practice with children and families Good
The experiences and progress of children who need help and protection Good
The experiences and progress of children in care Good
The experiences and progress of care leavers Requires improvement to be good
Overall effectiveness Good
"""
ILACS_2026 = ILACS_2023.replace("Overall effectiveness Good\n", "").replace("2023", "2026")
SIF = """Ambleford City Council
Inspection of services for children in need of help and protection, children looked after and care leavers
and
Review of the effectiveness of the Local Safeguarding Children Board
Inspection date: 4 May 2016 – 26 May 2016
Report published: 11 July 2016

The overall judgement is that children’s services require
improvement

The authority does not yet give every child the help that it should.

The judgements on areas of the service that contribute to overall effectiveness are:

1. Children who need help and protection
Requires
improvement
2. Children looked after and achieving
permanence Good
2.1 Adoption performance Not judged
2.2 Experiences and progress of care leavers Inadequate
3. Leadership, management and governance Requires improvement

The effectiveness of the Local Safeguarding Children Board (LSCB) is good
"""
MORE = (
    "Families who need help are met by people who stay in their jobs, and who know what has been tried\n"
    "before and what came of it. Managers read what is written and ask about what is not.\n"
) * 3
PROTECTION_2012 = """Inspection of local authority arrangements for the protection of children
Ambleford City Council
Inspection dates: 10 to 19 September 2012

The inspection judgements and what they mean

Overall effectiveness
The overall effectiveness of the arrangements to protect children in Ambleford is judged to be
adequate.

The effectiveness of the help and protection provided to children, young people, families and carers
Adequate

The quality of practice
Inadequate

Leadership and governance
Good
"""


def test_a_table_whose_cells_are_wrapped_gives_every_area_of_2018_to_2022():
    assert grades(made_up(), ILACS_2019) == {
        Area.OVERALL: "good",
        Area.HELP_AND_PROTECTION: "good",
        Area.IN_CARE_AND_CARE_LEAVERS: "outstanding",
        Area.LEADERSHIP: "requires improvement to be good",
    }


def test_care_leavers_have_their_own_grade_from_2023():
    found = grades(made_up(), ILACS_2023)
    assert found[Area.IN_CARE] == "good"
    assert found[Area.CARE_LEAVERS] == "requires improvement to be good"
    assert Area.IN_CARE_AND_CARE_LEAVERS not in found


def test_a_report_of_2026_has_no_overall_grade_and_none_is_made_up():
    found = grades(made_up(), ILACS_2026)
    assert len(found) == 4
    assert Area.OVERALL not in found


def test_a_single_inspection_has_its_overall_grade_in_a_sentence_and_what_was_not_judged_is_said():
    assert grades(made_up("SIF"), SIF) == {
        Area.OVERALL: "requires improvement",
        Area.HELP_AND_PROTECTION: "requires improvement",
        Area.IN_CARE: "good",
        Area.CARE_LEAVERS: "inadequate",
        Area.LEADERSHIP: "requires improvement",
        Area.ADOPTION: NOT_JUDGED,
    }


def test_before_the_single_inspection_adequate_is_a_grade_and_practice_no_area():
    assert grades(made_up("pre-SIF"), PROTECTION_2012) == {
        Area.OVERALL: "adequate",
        Area.HELP_AND_PROTECTION: "adequate",
        Area.LEADERSHIP: "good",
    }


def test_all_labels_first_and_all_grades_after_them_are_put_together():
    columns = """The impact of leaders on social work practice with children and families
The experiences and progress of children who need help and protection
The experiences and progress of children in care and care leavers
Overall effectiveness
Outstanding
Good
Requires improvement
to be good
Inadequate
"""
    assert grades(made_up(), columns) == {
        Area.OVERALL: "inadequate",
        Area.HELP_AND_PROTECTION: "good",
        Area.IN_CARE_AND_CARE_LEAVERS: "requires improvement to be good",
        Area.LEADERSHIP: "outstanding",
    }


def test_a_grade_wrapped_beside_its_wrapped_label_is_read_whole():
    side_by_side = ILACS_2023.replace(
        "The impact of leaders on social work practice with children and families Good",
        "The impact of leaders on social work practice Requires improvement\n"
        "with children and families to be good",
    )
    assert grades(made_up(), side_by_side)[Area.LEADERSHIP] == "requires improvement to be good"


def test_without_a_table_the_headings_give_the_grades():
    text = """The experiences and progress of children who need help and protection are inadequate

1. Children wait too long before anybody comes to see them at home.

Leadership, management and governance: requires improvement

2. Leaders know what is wrong and have begun to put it right.
"""
    assert grades(made_up("SIF"), text) == {
        Area.HELP_AND_PROTECTION: "inadequate",
        Area.LEADERSHIP: "requires improvement",
    }


def test_a_judgement_stands_on_its_row_and_carries_the_days_on_site():
    overall = next(j for j in extracted(made_up(), ILACS_2019) if j.area is Area.OVERALL)
    assert quotes(overall, ILACS_2019) == ["Overall effectiveness Good"]
    assert (overall.council, overall.basis) == ("Ambleford", Basis.JUDGED)
    assert (overall.inspected_from, overall.inspected_to) == (date(2019, 3, 4), date(2019, 3, 15))
    leaders = next(j for j in extracted(made_up(), ILACS_2019) if j.area is Area.LEADERSHIP)
    assert quotes(leaders, ILACS_2019)[0].endswith("and families Requires improvement to be good")


def test_a_heading_that_disagrees_with_the_table_is_a_doubt_and_is_cited_too():
    heading = "The experiences and progress of care leavers: good\n\n9. They are helped well.\n"
    found = next(
        j for j in extracted(made_up(), ILACS_2023, heading) if j.area is Area.CARE_LEAVERS
    )
    assert found.grade == "requires improvement to be good"
    assert found.doubt == (
        "The table on page 1 says requires improvement to be good; the heading on page 2 says good."
    )
    assert [span.page for span in found.spans] == [0, 1]


def test_the_same_grade_printed_shorter_is_no_doubt():
    heading = (
        "The experiences and progress of care leavers: requires improvement\n\n9. They wait.\n"
    )
    assert all(not j.doubt for j in extracted(made_up(), ILACS_2023, heading))


@pytest.mark.parametrize(
    "praise",
    [
        "Care leavers are good at cooking. Leadership is good.",
        "Services for children in care are good. Children’s services are not good in every team.",
        "Adoption is outstanding.",
        "The overall effectiveness of the Local Safeguarding Children Board is inadequate.",
    ],
)
def test_a_sentence_that_praises_a_part_grades_nothing(praise: str):
    page = f"Executive summary\n\n{praise}\n\n{MORE}"
    before = extracted(
        made_up("SIF"), SIF, page.replace(praise, "Nothing is said here of any of it.")
    )
    assert extracted(made_up("SIF"), SIF, page) == before


@pytest.mark.parametrize(
    ("title", "grade"),
    [
        ("Children’s services in the Borough of Amble and Ford area\nrequire improvement to be Good", "requires improvement to be good"),
        ("The overall judgement is inadequate", "inadequate"),
        ("The overall judgement is that children’s services are good", "good"),
        ("Children’s services in Ambleford are outstanding", "outstanding"),
        ("Children’s services in Ambleford require improvement to be\n\ngood", "requires improvement to be good"),
        ("The overall effectiveness of services for children in Ambleford requires improvement, though much is better.", "requires improvement"),
        ("Overall effectiveness: good", "good"),
    ],
)  # fmt: skip
def test_the_overall_grade_of_a_single_inspection_is_found_however_it_is_put(
    title: str, grade: str
):
    text = SIF.replace(
        "The overall judgement is that children’s services require\nimprovement", title
    )
    assert title in text
    assert grades(made_up("SIF"), text, MORE)[Area.OVERALL] == grade


@pytest.mark.parametrize(
    "kind",
    [
        DocumentKind.MONITORING_LETTER,
        DocumentKind.FOCUSED_VISIT_LETTER,
        DocumentKind.JTAI_LETTER,
        DocumentKind.SEND_REPORT,
        DocumentKind.COMMITTEE_REPORT,
        DocumentKind.MINUTES,
        DocumentKind.IMPROVEMENT_PLAN,
        DocumentKind.COUNCIL_NEWS,
        DocumentKind.PRESS,
        DocumentKind.OTHER,
    ],
)
def test_only_an_inspection_report_judges(kind: DocumentKind):
    assert [j for j in extracted(made_up(kind=kind), ILACS_2023) if j.basis is Basis.JUDGED] == []


def test_a_report_of_another_inspectorate_or_service_judges_nothing():
    assert extracted(made_up(None), ILACS_2023) == ()


def test_the_halves_of_an_inspection_before_2013_are_graded_apart():
    text = """Inspection of safeguarding and looked after children services
Ambleford

The inspection outcomes: safeguarding services

Overall effectiveness Grade 3 (adequate)

1. Most children in Ambleford are kept safe by people who act quickly when they are told that a
child may be in danger, and who write down what they have done and why they have done it so that
others can see.

Capacity for improvement Grade 2 (good)

2. Leaders know what has to be better and have the means to make it so before the end of the year
that follows.

Services for looked after children

Overall effectiveness Grade 2 (good)

3. Children who live with foster carers do as well at school as their friends do, and more of them
go on to study after they are sixteen than in most places like it.
"""
    assert grades(made_up("pre-SIF"), text) == {
        Area.HELP_AND_PROTECTION: "adequate",
        Area.IN_CARE: "good",
    }
