import pytest

from assistant.answers import Status
from tests.assistant.register.made import RI, a_shelf, answered

FIRST = "What grade did Eastmere get for leadership in 2018?"


@pytest.mark.parametrize(
    ("history", "text", "short"),
    [
        ((FIRST,), "and for help and protection?", RI.capitalize()),
        ((FIRST,), "what about Northmere?", ""),
        ((FIRST,), "and in 2014?", "Inadequate"),
        ((FIRST,), "and before that?", "Inadequate"),
        ((FIRST,), "who led it?", "Cy Ash"),
        ((FIRST,), "when was that?", "3 to 14 September 2018"),
        ((FIRST, "and in 2023?"), "and care leavers?", RI.capitalize()),
        (("Ofsted rating for Eastmere?",), "what about Westmere?", "Good"),
        (("Ofsted rating for Eastmere?",), "is that better than last time?",
         f"Yes, improved: {RI} (2018), then good (2023)"),
        (("Eastmere leadership rating",), "compare that with Westmere",
         "Eastmere: outstanding (2023); Westmere: good (2022). Better: Eastmere"),
        (("how many councils are good?",), "which ones?", "2 councils: Eastmere and Westmere"),
        (("why is Eastmere improving?",), "what grade did they get overall?", "Good"),
        (("who is better, Eastmere or Westmere, overall grade?",), "and Northmere?", "Inadequate"),
    ],
)  # fmt: skip
def test_what_a_followup_leaves_out_is_taken_from_before(
    history: tuple[str, ...], text: str, short: str
) -> None:
    answer = a_shelf().ask(text, *history)
    assert answer is not None
    if short:
        assert answered(answer).short_answer == short
    else:
        assert answer.status is Status.NO_EVIDENCE


@pytest.mark.parametrize("text", ["why?", "what did they say about that?", "and the reasons?"])
def test_a_followup_about_reasons_goes_to_the_passages(text: str) -> None:
    assert a_shelf().ask(text, FIRST) is None


def test_a_fragment_after_a_question_for_the_passages_stays_with_the_passages() -> None:
    assert a_shelf().ask("and for care leavers?", "what did inspectors say about Eastmere") is None


def test_the_last_sentence_is_asked_where_those_before_it_only_lead_up_to_it() -> None:
    shelf = a_shelf()
    led_up = "I sit on the scrutiny committee. What is Eastmere rated?"
    assert answered(shelf.ask(led_up)).short_answer == "Good"
    assert shelf.ask("Eastmere has a new director. What is it rated?") is None


def test_a_followup_about_a_person_goes_to_the_passages() -> None:
    assert (
        a_shelf().ask("what answer did he get?", "Which councillor asked about Eastmere?") is None
    )
