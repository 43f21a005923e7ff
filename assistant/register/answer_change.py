"""How have a council's grades moved from inspection to inspection?

Grades of one framework are compared with each other. Grades of two are set side by side, and it is
said that they are not comparable: "adequate" is not "requires improvement".
"""

from collections.abc import Sequence

from assistant.register.absence import not_inspected_then
from assistant.register.draft import Desk, Draft, Reply
from assistant.register.question import RegisterQuestion, When
from assistant.register.records import Inspection, in_order
from assistant.register.scales import called, is_grade, place_on_scale
from assistant.register.select import areas_asked, in_force, meant, since
from assistant.register.wording import days, listed, short_label
from docs_store.judgements import Area, Judgement

Step = tuple[Inspection, Judgement]


def answer_change(question: RegisterQuestion, desk: Desk) -> Reply:
    """The grades of each area asked for over a council's inspections, and which way they went."""
    draft = Draft(desk)
    chosen = _over(question, desk)
    if not chosen:
        return not_inspected_then(question, draft)
    areas = areas_asked(question, chosen[-1])
    series = {area: _steps(chosen, area, draft) for area in areas}
    series = {area: steps for area, steps in series.items() if steps}
    if not series:
        return draft.refusal("The inspections held do not grade this.")
    for steps in series.values():
        draft.remark(_across_frameworks(steps))
    if all(len(steps) == 1 for steps in series.values()):
        draft.remark(
            "Only one inspection is held or told of, so there is nothing to compare it with."
        )
    return draft.reply(_short(question, series, chosen[-1]))


def _over(question: RegisterQuestion, desk: Desk) -> tuple[Inspection, ...]:
    """The inspections between which to look: the last two for "than last time", those since a time
    with the one then in force, those of the times named, or all."""
    known = [
        one
        for one in desk.register.of(question.councils[0])
        if desk.as_of is None or one.known_from <= desk.as_of
    ]
    moment = question.moment
    if moment.when in (When.PREVIOUS, When.LATEST) and moment.is_said:
        return tuple(known[-2:])
    if since(moment):
        return in_order({*in_force(known, moment.start), *meant(known, question, desk.as_of)})
    if moment.is_said and moment.when is not When.ANY:
        return meant(known, question, desk.as_of)
    return tuple(known)


def _steps(chosen: Sequence[Inspection], area: Area, draft: Draft) -> list[Step]:
    """The grade of an area at each inspection that gives one, each said with its place."""
    found = [(one, one.judgement(area)) for one in chosen]
    graded = [(one, judgement) for one, judgement in found if judgement is not None]
    return [step for step in graded if draft.say_grade(*step)]


def _across_frameworks(steps: Sequence[Step]) -> str:
    frameworks = list(dict.fromkeys(one.framework for one, _ in steps))
    if len(frameworks) < 2:
        return ""
    named = listed([called(framework) for framework in frameworks])
    return f"These inspections were under different frameworks ({named}): their grades are not directly comparable."


def _short(question: RegisterQuestion, series: dict[Area, list[Step]], newest: Inspection) -> str:
    parts = []
    for area, steps in series.items():
        path = ", then ".join(f"{judgement.grade} ({year_of(one)})" for one, judgement in steps)
        parts.append(_headed(area, steps, path, newest) if len(series) > 1 else path)
    path = "; ".join(parts)
    way = which_way(next(iter(series.values()))) if len(series) == 1 else ""
    if question.is_yes_no and way:
        return f"{'Yes' if way == 'improved' else 'No'}, {way}: {path}"
    return f"{way}: {path}" if way else path


def _headed(area: Area, steps: Sequence[Step], path: str, newest: Inspection) -> str:
    """ "care leavers improved: good (2019), then outstanding (2024)"."""
    way = which_way(steps)
    return f"{short_label(area, newest.framework)}{f' {way}' if way else ''}: {path}"


def which_way(steps: Sequence[Step]) -> str:
    """ "improved", "declined" or "unchanged" from first to last; "" where they do not compare."""
    (first, was), (last, now) = steps[0], steps[-1]
    if len(steps) < 2 or first.framework != last.framework:
        return ""
    before, after = (
        place_on_scale(last.framework, judgement.grade) if is_grade(judgement.grade) else None
        for judgement in (was, now)
    )
    if before is None or after is None:
        return ""
    if before == after:
        return "unchanged"
    return "improved" if after < before else "declined"


def year_of(inspection: Inspection) -> str:
    """When an inspection was, for a short answer: the year, of an inspection told of what is told."""
    if inspection.last_day:
        return f"{inspection.last_day.year}"
    return days(inspection.first_day, inspection.last_day) or "no date"
