"""What grade did a council get, and was it this or that?"""

from collections.abc import Sequence

from assistant.answer_layout import day
from assistant.register.draft import Desk, Draft, Reply, grade_places
from assistant.register.places import name_printed
from assistant.register.question import Moment, RegisterQuestion, When
from assistant.register.records import Inspection
from assistant.register.scales import (
    ONE_GRADE_FOR_BOTH,
    called,
    is_named,
    label,
    why_not_graded,
)
from assistant.register.select import in_force, meant
from assistant.register.wording import days, listed, occasion, said, short_label
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


def areas_asked(question: RegisterQuestion, inspection: Inspection) -> tuple[Area, ...]:
    """The areas that a question means at an inspection: all of its own, those named, or overall."""
    if question.is_every_area:
        return tuple(inspection.grades)
    areas = question.areas or (Area.OVERALL,)
    if Area.IN_CARE_AND_CARE_LEAVERS in areas and not inspection.grades_both_in_one:
        areas = tuple(dict.fromkeys([*areas, *_BOTH]))
    if set(_BOTH) <= set(areas) and inspection.grades_both_in_one:
        areas = (*(a for a in areas if a not in _BOTH), Area.IN_CARE_AND_CARE_LEAVERS)
    return tuple(dict.fromkeys(areas))


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


def why_no_grade(question: RegisterQuestion, inspection: Inspection) -> str:
    """Why an inspection gives no grade of what is asked, in a sentence."""
    areas = areas_asked(question, inspection)
    known = [
        why_not_graded(area, inspection.framework, inspection.last_day)
        for area in areas
        if inspection.judgement(area) is None
    ]
    reasons = [reason for reason in known if reason]
    if reasons:
        return " ".join(dict.fromkeys(reasons))
    named = listed([label(area, inspection.framework) for area in areas], "or")
    source = "The report" if inspection.is_held else "What is told"
    return f"{source} of {inspection.council} ({occasion(inspection)}) gives no grade for {named}."


def _not_graded(question: RegisterQuestion, draft: Draft, chosen: Sequence[Inspection]) -> Reply:
    """There was an inspection, and it does not grade what is asked."""
    for inspection in chosen:
        for judgement in list(inspection.grades.values())[-1:]:
            for place in grade_places(judgement):
                draft.cite(*place)
    reasons = " ".join(dict.fromkeys(why_no_grade(question, one) for one in chosen))
    held = f"Its inspection is held: {chosen[-1].council}, {occasion(chosen[-1])}."
    return draft.refusal(f"{reasons} {held}" if chosen[-1].is_held else reasons)


def not_inspected_then(question: RegisterQuestion, draft: Draft) -> Reply:
    """No inspection of the time asked for is known: says so, and what is held instead."""
    council = question.councils[0]
    known = draft.desk.register.of(council)
    when = _in_words(question.moment)
    kind = f" under {called(question.framework)}" if question.framework else ""
    message = f"No inspection of {council}{when}{kind} is held here, and no document tells of one."
    if question.moment.when is When.PREVIOUS and known:
        message = (
            f"No inspection of {council} before {occasion(known[-1])} is held or told of here."
        )
    around = in_force(known, question.moment.start) + in_force(known, None)
    for inspection in dict.fromkeys(around):
        judgement = inspection.judgement(Area.OVERALL)
        if judgement and draft.cite(*grade_places(judgement)[0]):
            message += f" Held: {said(inspection, judgement)}."
    return draft.refusal(message)


def _in_words(moment: Moment) -> str:
    if moment.when is When.AS_OF and moment.end:
        return f" known by {day(moment.end)}"
    if moment.start and moment.end:
        return f" in {days(moment.start, moment.end)}"
    return f" since {day(moment.start)}" if moment.start else ""


def _remark_on_shared(question: RegisterQuestion, found: Sequence[Found], draft: Draft) -> None:
    asked = set(question.areas) & set(_BOTH)
    if asked and any(j.area is Area.IN_CARE_AND_CARE_LEAVERS for _, j in found):
        draft.remark(ONE_GRADE_FOR_BOTH)


def remark_on_time(question: RegisterQuestion, chosen: Sequence[Inspection], draft: Draft) -> None:
    """Says for which day an answer holds, and what is known of later ones."""
    moment, desk = question.moment, draft.desk
    when = moment.end if moment.when in (When.AS_OF, When.ON) else None
    if when is None and moment.when is When.LATEST:
        when = desk.as_of
    if when:
        draft.remark(f"As at {day(when)}, of what is held here.")
        under_way = [
            one
            for one in desk.register.of(question.councils[0])
            if one.is_held and one.first_day and one.first_day <= when < one.known_from
        ]
        for one in under_way:
            draft.remark(f"A later inspection ({occasion(one)}) was not published then.")


def say_who_led(chosen: Sequence[Inspection], draft: Draft) -> list[str]:
    """Add who led each inspection, with where it is printed; the names said."""
    names: list[str] = []
    for one in chosen:
        document = one.document
        if not one.is_held or not document.inspectors:
            continue
        pages = draft.desk.pages(document.id)
        spans = [name_printed(pages, name) for name in document.inspectors]
        who = listed(list(document.inspectors))
        places = [(document.id, span) for span in spans if span]
        when = days(one.first_day, one.last_day)
        if draft.say(f"{who} led the inspection of {one.council} of {when}.", places):
            names.append(who)
    return names


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
