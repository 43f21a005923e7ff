import pytest

from tests.assistant.register.made import a_shelf, answered


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "what was Eastmere's weakest area in 2023",
            "Care leavers: requires improvement to be good",
        ),
        ("which area did Eastmere score highest on?", "The impact of leaders: outstanding"),
        ("Which areas of Eastmere were good?", "Help and protection and children in care"),
        ("which judgement was outstanding in Westmere", "Children in care and care leavers"),
        ("which areas were inadequate in Westmere", "None"),
        ("did Westmere get outstanding for anything?", "Yes: children in care and care leavers"),
        ("was Westmere inadequate for anything", "No"),
    ],
)
def test_the_areas_with_a_grade_or_at_an_end_of_the_scale_are_named(text: str, labels: str) -> None:
    assert answered(a_shelf().ask(text)).short_answer == labels
