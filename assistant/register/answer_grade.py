"""What grade did a council get, and was it this or that?"""

from collections.abc import Sequence

from assistant.register.absence import not_inspected_then, remark_on_time, why_no_grade
from assistant.register.draft import Desk, Draft, Reply, grade_places
from assistant.register.leads import say_who_led
from assistant.register.question import RegisterQuestion, When
from assistant.register.records import Inspection
from assistant.register.scales import (
    ONE_GRADE_FOR_BOTH,
    is_named,
)
from assistant.register.select import areas_asked, meant
from assistant.register.wording import days, occasion, short_label
from docs_store.judgements import Area, Judgement

_BOTH = (Area.IN_CARE, Area.CARE_LEAVERS)
Found = tuple[Inspection, Judgement]


def answer_grade(question: RegisterQuestion, desk: Desk) -> Reply:
    """The grades of a council's inspection, of the areas asked for."""
    council = question.councils[0]
    inspections = desk.register.of(council)
    chosen = meant(inspections, question, desk.as_of)
    draft = Draft(desk)
    if not chosen:
        return not_inspected_then(question, draft)
    found = [one for inspection in chosen for one in _grades_of(inspection, question)]
    if not found:
        found = _newest_with(question, desk, chosen, draft)
    found = _ever(question, found)
    said_of = [one for one in found if draft.say_grade(*one)]
    if not said_of:
        return _not_graded(question, draft, chosen)
    _say_newest_held(question, chosen, draft)
    _remark_on_shared(question, said_of, draft)
    remark_on_time(question, chosen, draft)
    if question.asks_who_led:
        say_who_led(chosen, draft)
    if question.asks_pass:
        draft.remark("Ofsted gives grades: an inspection is neither passed nor failed.")
    return draft.reply(_short(question, said_of))


def _ever(question: RegisterQuestion, found: list[Found]) -> list[Found]:
    """Of all inspections, asked whether there ever was a grade, those that gave it, if any did."""
    if question.moment.when is not When.ANY or not question.grades:
        return found
    return [one for one in found if is_named(one[1].grade, question.grades)] or found


def _grades_of(inspection: Inspection, question: RegisterQuestion) -> list[Found]:
    found = [inspection.judgement(area) for area in areas_asked(question, inspection)]
    return [(inspection, judgement) for judgement in dict.fromkeys(found) if judgement]


def _newest_with(
    question: RegisterQuestion, desk: Desk, chosen: Sequence[Inspection], draft: Draft
) -> list[Found]:
    """Where the latest inspection does not grade an area, the newest one that did."""
    if question.moment.when is not When.LATEST:
        return []
    for inspection in reversed(desk.register.of(question.councils[0])):
        found = _grades_of(inspection, question)
        if found and inspection.day < chosen[-1].day:
            draft.remark(why_no_grade(question, chosen[-1]))
            draft.remark(
                f"The newest grade known of {inspection.council} is of an earlier inspection."
            )
            return found
    return []


def _say_newest_held(
    question: RegisterQuestion, chosen: Sequence[Inspection], draft: Draft
) -> None:
    """Beside a latest inspection that is only told of, what the newest report held says."""
    held = draft.desk.register.held(question.councils[0])
    if chosen[-1].is_held or question.moment.when is not When.LATEST or not held:
        return
    draft.remark("The latest inspection is only told of; the newest report held is given with it.")
    for found in _grades_of(held[-1], question):
        draft.say_grade(*found)


def _not_graded(question: RegisterQuestion, draft: Draft, chosen: Sequence[Inspection]) -> Reply:
    """There was an inspection, and it does not grade what is asked."""
    for inspection in chosen:
        for judgement in list(inspection.grades.values())[-1:]:
            for place in grade_places(judgement):
                draft.cite(*place)
    reasons = " ".join(dict.fromkeys(why_no_grade(question, one) for one in chosen))
    held = f"Its inspection is held: {chosen[-1].council}, {occasion(chosen[-1])}."
    return draft.refusal(f"{reasons} {held}" if chosen[-1].is_held else reasons)


def _remark_on_shared(question: RegisterQuestion, found: Sequence[Found], draft: Draft) -> None:
    asked = set(question.areas) & set(_BOTH)
    if asked and any(j.area is Area.IN_CARE_AND_CARE_LEAVERS for _, j in found):
        draft.remark(ONE_GRADE_FOR_BOTH)


def _short(question: RegisterQuestion, found: Sequence[Found]) -> str:
    """The grade, or yes or no, or the grades by area; by time where there are several times."""
    grades = [judgement.grade for _, judgement in found]
    if question.is_yes_no and question.grades:
        verdict = _verdict([is_named(grade, question.grades) for grade in grades])
        is_plain = verdict == "Yes" and len(question.grades) == 1
        return verdict if is_plain else f"{verdict}: {_values(found)}"
    return _values(found)


def _verdict(named: Sequence[bool]) -> str:
    if all(named):
        return "Yes"
    return "Partly" if any(named) else "No"


def _values(found: Sequence[Found]) -> str:
    if len(found) == 1:
        return found[0][1].grade
    is_one_time = len({inspection.day for inspection, _ in found}) == 1
    is_one_area = len({judgement.area for _, judgement in found}) == 1
    parts = []
    for inspection, judgement in found:
        area = "" if is_one_area else short_label(judgement.area, inspection.framework)
        when = "" if is_one_time else days(inspection.first_day, inspection.last_day)
        head = ", ".join(part for part in (area, when) if part)
        parts.append(f"{head}: {judgement.grade}")
    return "; ".join(parts)
