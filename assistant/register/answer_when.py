"""When was an inspection, its report, or a grade; who led it; and which did somebody lead?"""

from assistant.answer_layout import day
from assistant.answers import Status
from assistant.register.absence import not_inspected_then
from assistant.register.draft import Desk, Draft, Reply, occasion_places
from assistant.register.leads import say_who_led
from assistant.register.places import name_printed, published_printed
from assistant.register.question import Ask, RegisterQuestion, When
from assistant.register.reading import tokens_of
from assistant.register.records import Inspection
from assistant.register.scales import is_named, label
from assistant.register.select import meant
from assistant.register.wording import days, listed, occasion
from docs_store.judgements import Area, Judgement


def answer_inspected(question: RegisterQuestion, desk: Desk) -> Reply:
    """The days on site of the inspections meant."""
    draft = Draft(desk)
    chosen = [one for one in meant(_of(question, desk), question, desk.as_of) if one.last_day]
    if not chosen:
        return not_inspected_then(question, draft)
    for one in chosen:
        when = days(one.first_day, one.last_day)
        said = (
            f"{one.council} was inspected {when}"
            if one.is_held
            else f"{one.council}: {occasion(one)}"
        )
        draft.say(f"{said}.", occasion_places(one, desk))
    return draft.reply(listed([days(one.first_day, one.last_day) for one in chosen]))


def answer_published(question: RegisterQuestion, desk: Desk) -> Reply:
    """The days on which the reports meant were published."""
    draft = Draft(desk)
    chosen = [one for one in meant(_of(question, desk), question, desk.as_of) if one.published]
    if not chosen:
        return not_inspected_then(question, draft)
    for one in chosen:
        assert one.published is not None
        span = published_printed(desk.pages(one.document.id), one.published)
        places = [(one.document.id, span)] if span else occasion_places(one, desk)
        if span is None:
            draft.remark(
                f"The report on {one.council} does not print the day it was published, "
                "which is known from the file or its publisher."
            )
        when = days(one.first_day, one.last_day)
        draft.say(
            f"The report on {one.council}, inspected {when}, was published on {day(one.published)}.",
            places,
        )
    return draft.reply(listed([day(one.published) for one in chosen if one.published]))


def answer_had_grade(question: RegisterQuestion, desk: Desk) -> Reply:
    """When a council had a grade: each time, or the first or the last."""
    draft = Draft(desk)
    area = question.areas[0] if question.areas else Area.OVERALL
    graded = [(one, one.judgement(area)) for one in _of(question, desk)]
    found = [(one, j) for one, j in graded if j and is_named(j.grade, question.grades)]
    if not found:
        named = listed(list(question.grades), "or")
        return draft.refusal(
            f"No inspection of {question.councils[0]} known here has the grade {named} "
            f"for {label(area, None)}."
        )
    chosen = _ends(question, found)
    for one, judgement in chosen:
        draft.say_grade(one, judgement)
    held = len(desk.register.held(question.councils[0]))
    draft.remark(
        f"Of the {held} inspection report{'' if held == 1 else 's'} held and what they tell."
    )
    return draft.reply(listed([days(one.first_day, one.last_day) for one, _ in chosen]))


def _ends(
    question: RegisterQuestion, found: list[tuple[Inspection, Judgement]]
) -> list[tuple[Inspection, Judgement]]:
    if question.ask is Ask.FIRST:
        return found[:1]
    return found[-1:] if question.moment.is_said and question.moment.when is When.LATEST else found


def answer_who_led(question: RegisterQuestion, desk: Desk) -> Reply:
    """Who led the inspections meant."""
    draft = Draft(desk)
    chosen = meant(_of(question, desk), question, desk.as_of)
    if not chosen:
        return not_inspected_then(question, draft)
    names = say_who_led(chosen, draft)
    if not names:
        return draft.refusal(f"Who led is not known: {chosen[-1].council}, {occasion(chosen[-1])}.")
    return draft.reply(listed(list(dict.fromkeys(names))))


def answer_led_by(question: RegisterQuestion, desk: Desk) -> Reply:
    """The inspections that a person led."""
    draft = Draft(desk)
    councils = []
    for one in desk.register.all_held():
        names = [n for n in one.document.inspectors if " ".join(tokens_of(n)) == question.person]
        if not names or not _is_meant(one, question, desk):
            continue
        span = name_printed(desk.pages(one.document.id), names[0])
        places = [(one.document.id, span)] if span else []
        if draft.say(f"{names[0]} led: {one.council}, {occasion(one)}.", places):
            councils.append(one.council)
    draft.remark("Of the inspection reports held here.")
    if not councils:
        return draft.refusal("No inspection report held here names that inspector for this.")
    count = f"{len(councils)} inspection" + ("" if len(councils) == 1 else "s")
    return draft.reply(f"{count}: {listed(councils)}")


def _is_meant(one: Inspection, question: RegisterQuestion, desk: Desk) -> bool:
    if question.councils and one.council not in question.councils:
        return False
    if not question.moment.is_said or question.moment.when is not When.DURING:
        return True
    return bool(meant([one], question, desk.as_of))


def answer_visit_grade(question: RegisterQuestion, desk: Desk) -> Reply:
    """Visits are not graded: says so, with the grade that was in force."""
    draft = Draft(desk)
    draft.remark("Monitoring visits and focused visits are not graded.")
    for council in question.councils:
        known = desk.register.of(council)
        day_asked = question.moment.end if question.moment.when is not When.LATEST else desk.as_of
        in_force = [one for one in known if day_asked is None or one.known_from <= day_asked]
        for one in in_force[-1:]:
            judgement = one.judgement(Area.OVERALL)
            if judgement:
                draft.say_grade(one, judgement)
                draft.remark("The grade of the inspection before is given below.")
    if not draft.statements:
        return draft.refusal("There is no such grade.")
    return draft.reply("Not graded", Status.ANSWERED)


def _of(question: RegisterQuestion, desk: Desk) -> tuple[Inspection, ...]:
    return desk.register.of(question.councils[0])
