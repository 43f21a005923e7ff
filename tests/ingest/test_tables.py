import pytest

from ingest.tables import grade_rows, is_figure_row, is_grade_row


def test_a_grade_that_wraps_over_lines_is_one_row():
    texts = [
        "Judgement Grade",
        "The impact of leaders on social work",
        "practice with children and families",
        "Requires improvement to be",
        "good",
        "The experiences of children in care Outstanding",
        "Overall effectiveness Requires improvement",
        "Children in Ambleford are seen quickly.",
    ]
    assert grade_rows(texts) == {0: 1, 1: 4, 5: 1, 6: 1}


@pytest.mark.parametrize(
    "text",
    [
        "While children do not always receive a good",
        "The overall judgement is that services are inadequate",
        "The quality of plans is good",
        "The experiences of care leavers: good",
    ],
)
def test_sentences_and_headings_are_no_rows(text):
    assert not is_grade_row(text)


@pytest.mark.parametrize(
    "text", ["Children in care (number) 534 548 557 - Up", "K3 Agency staff 21.6% 20.4% 15% Mar"]
)
def test_rows_of_figures(text):
    assert is_figure_row(text)


@pytest.mark.parametrize(
    "text",
    [
        "8. Plans are timely, with 94% held within 15",
        "In 2016, 549 children were in care",
        "11 and 12",
    ],
)
def test_sentences_with_figures_are_no_rows(text):
    assert not is_figure_row(text)
