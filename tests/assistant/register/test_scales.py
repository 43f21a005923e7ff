from datetime import date

import pytest

from assistant.register.scales import is_named, label, place_on_scale, why_not_graded
from docs_store.judgements import Area


@pytest.mark.parametrize(
    ("framework", "grade", "place"),
    [
        ("ILACS", "outstanding", 0),
        ("ILACS", "requires improvement to be good", 2),
        ("ILACS", "requires improvement", 2),
        ("SIF", "requires improvement", 2),
        ("pre-SIF", "adequate", 2),
        ("SIF", "adequate", None),
        ("pre-SIF", "requires improvement", None),
        (None, "good", None),
        ("ILACS", "not judged", None),
    ],
)
def test_a_grade_has_a_place_on_its_own_frameworks_scale_only(
    framework: str | None, grade: str, place: int | None
) -> None:
    assert place_on_scale(framework, grade) == place


def test_areas_are_called_what_their_framework_calls_them() -> None:
    assert label(Area.LEADERSHIP, "SIF") == "leadership, management and governance"
    assert label(Area.LEADERSHIP, "ILACS") == "the impact of leaders"


def test_a_grade_that_a_framework_does_not_have_has_a_reason() -> None:
    assert "adoption" in why_not_graded(Area.ADOPTION, "ILACS", date(2020, 1, 1))
    assert "April 2026" in why_not_graded(Area.OVERALL, "ILACS", date(2026, 5, 1))
    assert why_not_graded(Area.OVERALL, "ILACS", date(2026, 3, 31)) == ""
    assert why_not_graded(Area.ADOPTION, "SIF", date(2014, 1, 1)) == ""


def test_requires_improvement_names_both_of_its_printed_forms_and_no_other_grade() -> None:
    assert is_named("requires improvement to be good", ("requires improvement",))
    assert not is_named("good", ("requires improvement",))
    assert not is_named("adequate", ("requires improvement", "inadequate"))
