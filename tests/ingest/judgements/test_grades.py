import pytest

from docs_store.judgements import NOT_JUDGED, same_grade
from ingest.judgements.grades import as_printed, cut_before_grade, is_cut_short, whole_grade


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Good", "good"),
        ("Requires\nimprovement", "requires improvement"),
        ("Requires improvement to be Good", "requires improvement to be good"),
        ("require improvement", "requires improvement"),
        ("Grade 3 (adequate)", "adequate"),
        ("Not yet judged", NOT_JUDGED),
        ("No judgement", NOT_JUDGED),
        ("Good practice", None),
        ("Requires", None),
    ],
)
def test_a_grade_is_kept_as_printed_in_lower_case(text: str, grade: str | None):
    assert whole_grade(text) == grade


def test_the_verb_of_a_grade_is_put_in_one_form():
    assert as_printed("requiring improvement") == "requires improvement"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Overall effectiveness Good", "Overall effectiveness "),
        ("Leadership: requires improvement to", "Leadership: "),
        ("be good", ""),
        ("Areas of practice", "Areas of practice"),
        ("the common good of adoption performance", "the common good of adoption performance"),
    ],
)
def test_a_line_is_cut_before_a_grade_or_a_piece_of_one(line: str, label: str):
    assert line[: cut_before_grade(line)] == label


def test_a_grade_that_breaks_off_is_seen():
    assert is_cut_short("Services require improvement to be")
    assert not is_cut_short("Services require improvement")


def test_a_grade_printed_short_or_long_is_one_grade_and_no_scale_is_another():
    assert same_grade("requires improvement", "requires improvement to be good")
    assert not same_grade("adequate", "requires improvement")
    assert not same_grade("good", "requires improvement to be good")
