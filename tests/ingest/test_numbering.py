import pytest

from ingest.numbering import NUMBER, follows, opens_paragraph


@pytest.mark.parametrize(
    ("number", "last"),
    [
        ([5], [4]),
        ([4, 3], [4, 2]),
        ([5], [4, 2]),
        ([4, 1], [4]),
        ([20, 1, 3], [20, 1, 2]),
        ([1], []),
    ],
)
def test_numbers_that_follow(number, last):
    assert follows(number, last)


@pytest.mark.parametrize(("number", "last"), [([7], [4]), ([4, 5], [4, 2]), ([3], [])])
def test_numbers_that_do_not(number, last):
    assert not follows(number, last)


@pytest.mark.parametrize(
    ("text", "last", "is_break", "opens"),
    [
        ("12. Plans are clear", [11], False, True),
        ("4.2 The visit was short", [4, 1], True, True),
        ("41. Staff change often", [8], False, False),
        ("2021. Since then", [8], True, False),
        ("12 children live at home", [11], True, False),
        ("14 May 2022", [13], True, False),
        ("AB1 2CD", [], True, False),
        ("8. Of 31 plans, 94% were in time", [7], True, True),
        ("534 548 557", [533], True, False),
        ("A1 Number of refusals to be sent round", [], True, True),
        ("11.Visits are regular", [10], True, True),
        ("11.visits", [10], True, False),
    ],
)
def test_a_paragraphs_number_is_told_from_other_numbers(text, last, is_break, opens):
    number = NUMBER.match(text)
    found = number is not None and opens_paragraph(
        text, number, last, is_break=is_break, is_apart=False
    )
    assert found is opens
