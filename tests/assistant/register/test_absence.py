from datetime import date

from assistant.answers import Status
from assistant.register.absence import not_inspected_then, why_no_grade
from assistant.register.draft import Desk, Draft
from assistant.register.question import Ask, Moment, RegisterQuestion, When
from docs_store.judgements import Area
from tests.assistant.register.made import a_shelf

SHELF = a_shelf()
REGISTER = SHELF.register()


def test_a_time_without_an_inspection_is_said_with_what_is_held_near_it() -> None:
    in_2020 = Moment(When.DURING, date(2020, 1, 1), date(2020, 12, 31), is_said=True)
    question = RegisterQuestion(Ask.GRADE, ("Eastmere",), moments=(in_2020,))
    reply = not_inspected_then(question, Draft(Desk(REGISTER, SHELF.pages.__getitem__)))
    assert reply.status is Status.NO_EVIDENCE
    assert reply.message.startswith("No inspection of Eastmere in 2020 is held here")
    assert [citation.document for citation in reply.nearest] == [
        "eastmere-2018.pdf", "eastmere-2023.pdf",
    ]  # fmt: skip


def test_why_there_is_no_grade_is_the_framework_or_else_the_report() -> None:
    newest = REGISTER.of("Eastmere")[-1]
    adoption = RegisterQuestion(Ask.GRADE, ("Eastmere",), areas=(Area.ADOPTION,))
    assert "do not grade adoption" in why_no_grade(adoption, newest)
    told = REGISTER.of("Northmere")[0]
    leaders = RegisterQuestion(Ask.GRADE, ("Northmere",), areas=(Area.LEADERSHIP,))
    assert why_no_grade(leaders, told).startswith("What is told of Northmere")
