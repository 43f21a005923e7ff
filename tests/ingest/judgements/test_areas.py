import pytest

from docs_store.judgements import Area
from ingest.judgements.areas import area_of


@pytest.mark.parametrize(
    ("label", "area"),
    [
        ("1. Children who need help and protection", Area.HELP_AND_PROTECTION),
        ("The experiences and progress of children who need help and protection:", Area.HELP_AND_PROTECTION),
        ("2. Children looked after and achieving permanence", Area.IN_CARE),
        ("The experiences and progress of children in care is", Area.IN_CARE),
        ("The experiences and progress of children in care and care leavers", Area.IN_CARE_AND_CARE_LEAVERS),
        ("2.2 Experiences and progress of care leavers", Area.CARE_LEAVERS),
        ("The graded judgement about the experience and progress of care leavers is that it is", Area.CARE_LEAVERS),
        ("The graded judgement for adoption performance is that it", Area.ADOPTION),
        ("3. Leadership, management and governance", Area.LEADERSHIP),
        ("The impact of leaders on social work practice with children and families", Area.LEADERSHIP),
        ("Overall effectiveness", Area.OVERALL),
        ("The effectiveness of the Local Safeguarding Children Board", None),
        ("The quality of practice", None),
        ("Care leavers in Ambleford", None),
        ("Fostering", None),
    ],
)  # fmt: skip
def test_a_label_names_its_area_and_nothing_else(label: str, area: Area | None):
    assert area_of(label) == area
