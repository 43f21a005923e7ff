from dataclasses import replace
from datetime import date

import pytest

from assistant.inspectors import asks_who_inspected, naming_sentence, occasions
from docs_store.documents import DocumentKind
from tests.fakes import make_document, make_passage

LETTER = replace(
    make_document("letter", on_site=date(2018, 10, 3)), inspectors=("Ann Oak", "Bo Elm")
)
OTHER = replace(make_document("other", on_site=date(2018, 5, 3)), inspectors=("Cy Ash",))
REPORT = replace(
    make_document("report", on_site=date(2022, 2, 18)),
    inspectors=("Di Fir",),
    kind=DocumentKind.INSPECTION_REPORT,
)
PRESS = make_document("press", on_site=None, kind=DocumentKind.PRESS)
ALL = [LETTER, OTHER, REPORT, PRESS]


@pytest.mark.parametrize(
    "text",
    [
        "Who carried out the October 2018 visit?",
        "who led the 2022 inspection",
        "lead inspector 2013 ofsted",
        "Which inspectors came in May?",
    ],
)
def test_a_question_for_the_inspectors_is_known_as_such(text: str) -> None:
    assert asks_who_inspected(text)


@pytest.mark.parametrize(
    "text",
    [
        "Who leads the council?",
        "What did inspectors say?",
        "who chairs the board",
        "Who led the trust?",
    ],
)
def test_other_questions_are_not(text: str) -> None:
    assert not asks_who_inspected(text)


def test_year_month_and_kind_narrow_whose_inspectors_are_meant() -> None:
    assert occasions("the October 2018 visit", frozenset({2018}), ALL) == [LETTER]
    assert occasions("the 2018 visits", frozenset({2018}), ALL) == [LETTER, OTHER]
    assert occasions("the inspection", frozenset(), ALL) == [REPORT]
    assert occasions("the visit of 2031", frozenset({2031}), ALL) == [LETTER, OTHER]


def test_the_sentence_that_names_the_most_of_them_is_quoted() -> None:
    sentences = ["Ann Oak wrote this.", "The inspectors were Ann Oak, HMI, and Bo Elm, HMI."]
    passage = make_passage("letter", 0, sentences, page_text=" ".join(sentences))
    found = naming_sentence(LETTER, [passage])
    assert found is not None
    assert found.text == sentences[1]
    assert naming_sentence(REPORT, [passage]) is None
