"""The step of answering from the register: a question in, an `Answer` out, or None for the passages."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.answers import Answer, Question, Scope, Status
from assistant.register.answer_areas import answer_areas
from assistant.register.answer_change import answer_change
from assistant.register.answer_compare import answer_compare
from assistant.register.answer_grade import answer_grade
from assistant.register.answer_lists import answer_list
from assistant.register.answer_moved import answer_moved
from assistant.register.answer_when import (
    answer_had_grade,
    answer_inspected,
    answer_led_by,
    answer_published,
    answer_visit_grade,
    answer_who_led,
)
from assistant.register.draft import Desk, Pages, Reply
from assistant.register.follow import understood
from assistant.register.question import Ask, RegisterQuestion, When
from assistant.register.reading import Reader
from assistant.register.records import Register
from assistant.register.select import during
from assistant.register.wording import listed
from assistant.scope import documents_in_scope, words_for_searched

_ANSWERS: Mapping[Ask, Callable[[RegisterQuestion, Desk], Reply]] = {
    Ask.GRADE: answer_grade,
    Ask.AREAS: answer_areas,
    Ask.CHANGE: answer_change,
    Ask.COMPARE: answer_compare,
    Ask.MOVED: answer_moved,
    Ask.LIST: answer_list,
    Ask.COUNT: answer_list,
    Ask.FIRST: answer_had_grade,
    Ask.LAST: answer_had_grade,
    Ask.INSPECTED: answer_inspected,
    Ask.PUBLISHED: answer_published,
    Ask.WHO_LED: answer_who_led,
    Ask.LED_BY: answer_led_by,
    Ask.VISIT_GRADE: answer_visit_grade,
}
_OVER_COUNCILS = (Ask.LIST, Ask.COUNT, Ask.LED_BY, Ask.MOVED)
_OF_SEVERAL = (*_OVER_COUNCILS, Ask.COMPARE, Ask.VISIT_GRADE)
_MOST_NAMED = 8


def answer_from_register(
    question: Question, standalone: str, register: Register, reader: Reader, pages: Pages
) -> Answer | None:
    """The register's answer to a question, or None where it is for the passages.

    `standalone` is the question as it would be asked by itself; `pages` gives a document's pages.
    """
    if not register.inspections:
        return None
    found = understood(question.text, question.history, reader)
    if found is None or (len(found.councils) > 1 and found.ask not in _OF_SEVERAL):
        return None
    desk = Desk(register, pages, question.as_of)
    found = _with_council(found, desk)
    reply = _reply(found, desk)
    return _answer(question, standalone, found, reply, register)


def _with_council(found: RegisterQuestion, desk: Desk) -> RegisterQuestion:
    """The question with its council, where it names none and only one can be meant."""
    if found.councils or found.ask in _OVER_COUNCILS:
        return found
    register = desk.register
    possible = list(register.councils or register.inspections)
    if len(possible) > 1 and found.moment.when in (When.DURING, When.ON):
        possible = [c for c in possible if during(register.held(c), found.moment)]
    return replace(found, councils=tuple(possible)) if len(possible) == 1 else found


def _reply(found: RegisterQuestion, desk: Desk) -> Reply:
    register = desk.register
    if not found.councils and found.ask not in _OVER_COUNCILS:
        return _which_council(register)
    unknown = [council for council in found.councils if not register.of(council)]
    if unknown and len(unknown) == len(found.councils):
        named = listed(unknown, "or")
        return Reply(
            Status.NO_EVIDENCE,
            message=f"No inspection report of {named} is held here, and no document held tells of one.",
        )
    return _ANSWERS[found.ask](found, desk)


def _taken_as(found: RegisterQuestion) -> list[str]:
    """What was typed for a council's name and what it was taken to mean."""
    return [f"“{typed}” is taken to be {council}." for typed, council in found.taken_as]


def _which_council(register: Register) -> Reply:
    councils = list(register.councils)
    named = f": {listed(councils)}" if len(councils) <= _MOST_NAMED else ""
    message = f"Which council do you mean? Inspection reports of {len(councils)} are held{named}."
    return Reply(Status.CLARIFICATION, message=message)


def _answer(
    question: Question, standalone: str, found: RegisterQuestion, reply: Reply, register: Register
) -> Answer:
    held = tuple(council for council in found.councils if register.of(council))
    scope = Scope(councils=held)
    within = documents_in_scope(register.documents.values(), scope)
    cited = [register.documents[citation.document].dates.as_at for citation in reply.citations]
    return Answer(
        question,
        standalone,
        reply.status,
        short_answer=reply.short,
        statements=reply.statements,
        citations=reply.citations,
        conflicts=reply.conflicts,
        scope=scope,
        as_of=max((day for day in cited if day), default=None),
        searched=words_for_searched(within),
        message=" ".join([*_taken_as(found), reply.message]).strip(),
        nearest=reply.nearest,
    )
