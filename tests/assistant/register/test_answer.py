import pytest

from assistant.answers import Status
from tests.assistant.register.made import Shelf, a_shelf, answered


@pytest.mark.parametrize(
    "text",
    [
        "why was Eastmere inadequate in 2014?",
        "what did inspectors say about leadership in Eastmere",
        "how many children in care are there in Eastmere?",
        "what does Eastmere need to do to be good?",
        "is the support for care leavers in Eastmere good enough",
        "what is good in Eastmere",
        "who leads children's services in Eastmere?",
        "how did Eastmere improve its adoption service",
        "when will the Eastmere improvement plan be published",
        "is the fostering service in Eastmere outstanding",
        "how good are the records of visits in Eastmere",
        "did leaders in Eastmere know of the failings",
        "which councils does Eastmere work with",
        "Eastmere was not inadequate",
    ],
)
def test_a_question_about_what_was_found_goes_to_the_passages(text: str) -> None:
    assert a_shelf().ask(text) is None


def test_a_council_that_is_not_held_is_said_not_to_be() -> None:
    answer = a_shelf().ask("what's the ofsted rating for Leeds")
    assert answer is not None
    assert answer.status is Status.NO_EVIDENCE
    assert "No inspection report of Leeds is held here" in answer.message


def test_without_a_council_it_is_asked_which_is_meant() -> None:
    answer = a_shelf().ask("what was the overall grade?")
    assert answer is not None
    assert answer.status is Status.CLARIFICATION
    assert "Eastmere, Northmere and Westmere" in answer.message


def test_the_only_inspection_of_a_year_needs_no_council() -> None:
    assert (
        answered(a_shelf().ask("what was the overall grade in 2019?")).short_answer == "Inadequate"
    )


def test_the_only_council_needs_no_name() -> None:
    shelf = Shelf()
    made = a_shelf()
    shelf.documents = {k: v for k, v in made.documents.items() if v.council == "Westmere"}
    shelf.pages = made.pages
    shelf.judgements = [j for j in made.judgements if j.council == "Westmere"]
    assert answered(shelf.ask("what is the ofsted rating?")).short_answer == "Good"


def test_a_store_without_judgements_leaves_all_to_the_passages() -> None:
    assert Shelf().ask("what is the ofsted rating?") is None


def test_what_a_misspelt_name_is_taken_to_be_is_said() -> None:
    answer = answered(a_shelf().ask("estmere ofsted rating"))
    assert answer.short_answer == "Good"
    assert answer.message.startswith("“estmere” is taken to be Eastmere.")
