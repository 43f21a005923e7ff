"""What is not graded, not held or not yet known, said plainly."""

from collections.abc import Sequence

from assistant.answer_layout import day
from assistant.register.draft import Draft, Reply, grade_places
from assistant.register.question import Moment, RegisterQuestion, When
from assistant.register.records import Inspection
from assistant.register.scales import called, label, why_not_graded
from assistant.register.select import areas_asked, in_force
from assistant.register.wording import days, listed, occasion, said
from docs_store.judgements import Area


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
