import pytest

from assistant.register.parse import asked
from assistant.register.question import Ask, When
from assistant.register.reading import Reader
from docs_store.judgements import Area

READER = Reader.of(["Eastmere", "Westmere"], ["Bo Elm"])


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("eastmere ofsted rating", Ask.GRADE),
        ("eastmere 2018 inspection overall", Ask.GRADE),
        ("eastmere's ofsted track record", Ask.CHANGE),
        ("what was Eastmere strongest on in 2018", Ask.AREAS),
        ("which councils went from good to inadequate", Ask.MOVED),
        ("did Eastmere pass", Ask.GRADE),
        ("how did eastmere do in the 2019 inspection", Ask.GRADE),
        ("what was Eastmere rated and when", Ask.GRADE),
        ("which area of Eastmere was weakest", Ask.AREAS),
        ("has Eastmere's rating improved", Ask.CHANGE),
        ("is Eastmere better than last time", Ask.CHANGE),
        ("Eastmere or Westmere, who has the better rating", Ask.COMPARE),
        ("which councils are inadequate", Ask.LIST),
        ("how many councils are inadequate", Ask.COUNT),
        ("who led the Eastmere inspection", Ask.WHO_LED),
        ("which inspections did Bo Elm lead", Ask.LED_BY),
        ("when was the Eastmere report published", Ask.PUBLISHED),
        ("when was Eastmere last inspected", Ask.INSPECTED),
        ("when was Eastmere last rated good", Ask.LAST),
        ("when was Eastmere first rated good", Ask.FIRST),
        ("what grade did Eastmere get at the monitoring visit", Ask.VISIT_GRADE),
    ],
)
def test_the_form_of_a_question_is_known(text: str, ask: Ask) -> None:
    question = asked(READER.read(text))
    assert question is not None
    assert question.ask is ask


@pytest.mark.parametrize(
    "text",
    [
        "how many children in care are there in Eastmere",
        "what is good in Eastmere",
        "how have services for care leavers changed in Eastmere",
        "when did leaders in Eastmere change",
        "did kids in care in Eastmere get a better service in 2019 than in 2015",
        "how many borough councils has Eastmere got",
        "who are the leaders in Eastmere",
        "what's PASS in Eastmere",
        "Eastmere in 2018",
    ],
)
def test_a_question_in_the_same_words_about_something_else_is_left(text: str) -> None:
    assert asked(READER.read(text)) is None


def test_what_is_asked_is_kept_with_its_area_grade_and_time() -> None:
    question = asked(READER.read("was Eastmere outstanding for leadership in 2018"))
    assert question is not None
    assert question.areas == (Area.LEADERSHIP,)
    assert question.grades == ("outstanding",)
    assert question.is_yes_no
    assert question.moment.when is When.DURING


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("eastmere rating", When.LATEST),
        ("eastmere latest rating", When.LATEST),
        ("eastmere previous rating", When.PREVIOUS),
        ("eastmere rating as at 2 may 2019", When.AS_OF),
        ("eastmere rating on 2 may 2019", When.ON),
        ("has eastmere ever been rated good", When.ANY),
    ],
)
def test_the_time_meant_is_known(text: str, when: When) -> None:
    question = asked(READER.read(text))
    assert question is not None
    assert question.moment.when is when


@pytest.mark.parametrize(
    "text",
    [
        "what did Eastmere get right",
        "what does Eastmere need to be outstanding",
        "could Eastmere be good",
        "what did care leavers in Eastmere get",
        "how did care leavers do in Eastmere",
        "what is the rate for care leavers in Eastmere",
        "what were the results for looked after children in Eastmere",
        "how many London boroughs are outstanding",
        "which counties are inadequate",
        "what was found in Eastmere",
        "Eastmere isn't good",
        "which councils are not inadequate",
        "what was Eastmere's MASH rated",
        "what were Eastmere's last two ratings",
    ],
)
def test_what_is_nearly_a_question_for_a_grade_is_left(text: str) -> None:
    assert asked(READER.read(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "how did Eastmere become outstanding",
        "how is Eastmere good for leadership",
        "what made Eastmere inadequate",
        "is fostering in Eastmere rated good",
        "what was Eastmere's nursery rated",
        "which council has the most outstanding grades",
        "will Eastmere be rated good next time",
        "every area except leadership in Eastmere, grades",
    ],
)
def test_what_asks_for_reasons_or_for_another_thing_is_left(text: str) -> None:
    assert asked(READER.read(text)) is None
