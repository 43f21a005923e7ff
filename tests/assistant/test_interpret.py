import pytest

from assistant.answers import Question
from assistant.interpret import Form, form_of, interpret, leans_on_history
from tests.fakes import make_document


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("When was the council inspected?", Form.DATE),
        ("what year did the hub open", Form.DATE),
        ("How many kids are in care?", Form.NUMBER),
        ("agency staff %", Form.NUMBER),
        ("Who carried out the October 2018 visit?", Form.WHO),
        ("name of the lead inspector", Form.WHO),
        ("List the areas for improvement", Form.LIST),
        ("What are the main weaknesses?", Form.LIST),
        ("Is it better than last time?", Form.YES_NO),
        ("so did the council agree", Form.YES_NO),
        ("Why were they inadequate?", Form.OTHER),
    ],
)
def test_the_form_of_answer_is_seen_from_the_question(text: str, form: Form) -> None:
    assert form_of(text) is form


@pytest.mark.parametrize(
    "text",
    [
        "who helped pick her?",
        "and in 2022?",
        "why?",
        "what about care leavers?",
        "is it better now",
    ],
)
def test_a_question_that_needs_the_one_before_is_a_followup(text: str) -> None:
    assert leans_on_history(text)


@pytest.mark.parametrize(
    "text",
    [
        "How many children in care lived more than 20 miles away in March 2018?",
        "Which partner had nobody sitting in the multi-agency hub in October 2016?",
    ],
)
def test_a_whole_question_is_no_followup(text: str) -> None:
    assert not leans_on_history(text)


def test_a_followup_is_completed_from_the_question_before() -> None:
    made = interpret(Question("who helped pick her?", ("a", "When did Ann Oak start?")), ())
    assert made.standalone == "When did Ann Oak start? who helped pick her?"
    assert made.is_followup


def test_a_followup_to_a_followup_goes_back_to_the_question_they_lean_on() -> None:
    history = (
        "Something else entirely here?",
        "How many social workers came from overseas?",
        "why?",
    )
    made = interpret(Question("which countries?", history), ())
    assert made.standalone == "How many social workers came from overseas? why? which countries?"


def test_a_question_without_history_stands_as_typed() -> None:
    assert interpret(Question("  why  not? "), ()).standalone == "why not?"


def test_a_council_inside_anothers_name_is_not_named() -> None:
    documents = [make_document(c, council=c) for c in ("Eastmere", "South Eastmere", "Wold")]

    def councils(text: str, *history: str) -> tuple[str, ...]:
        return interpret(Question(text, history), documents).scope.councils

    assert councils("How is South Eastmere doing on visits and plans?") == ("South Eastmere",)
    assert councils("How is Eastmere doing?") == ("Eastmere",)
    assert set(councils("Compare South Eastmere with Eastmere's visits")) == {
        "South Eastmere",
        "Eastmere",
    }
    assert councils("And its care leavers?", "How is Wold doing?") == ("Wold",)
    assert councils("What about visits?") == ()
    assert councils("how are south eastmeres visits") == ("South Eastmere",)


def test_a_store_of_one_council_needs_no_scope() -> None:
    assert interpret(Question("Eastmere visits"), [make_document()]).scope.councils == ()
