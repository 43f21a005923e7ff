import pytest

from assistant.interpret import Form
from assistant.short_answers import short_answer, values


@pytest.mark.parametrize(
    ("text", "form", "found"),
    [
        ("It was published on 14 February 2014.", Form.DATE, ["14 February 2014"]),
        ("The visit took place on 2 and 3 October 2018.", Form.DATE, ["2 and 3 October 2018"]),
        ("There were 1,204 referrals, 34% of them repeats.", Form.NUMBER, ["1,204", "34%"]),
        ("It cost £9.6m in 2018.", Form.NUMBER, ["£9.6m"]),
        ("Twenty-five children wait.", Form.NUMBER, ["Twenty-five"]),
        (
            "The lead was Ann Oak, HMI, with Councillor Bo Elm.",
            Form.WHO,
            ["Ann Oak", "Councillor Bo Elm"],
        ),
        ("The Improvement Board met.", Form.WHO, []),
    ],
)
def test_values_of_a_form_are_read_from_a_sentence(text: str, form: Form, found: list[str]) -> None:
    assert values(text, form) == found


def test_the_one_value_that_the_question_does_not_hold_is_the_short_answer() -> None:
    text = "Ann Oak became director in May 2019."
    assert short_answer(text, Form.DATE, "When did Ann Oak become director?") == "May 2019"


def test_where_there_are_two_values_none_is_picked() -> None:
    text = "It rose from 12 to 15."
    assert short_answer(text, Form.NUMBER, "How many?") == ""
    assert short_answer(text, Form.OTHER, "Why?") == ""
