"""Which of several councils did better? Only grades of one framework are set against each other."""

from dataclasses import replace

from assistant.answers import Status
from assistant.register.absence import why_no_grade
from assistant.register.draft import Desk, Draft, Reply
from assistant.register.question import RegisterQuestion
from assistant.register.records import Inspection
from assistant.register.scales import ONE_GRADE_FOR_BOTH, called, is_named, place_on_scale
from assistant.register.select import areas_asked, meant
from assistant.register.wording import days, listed, short_label
from docs_store.judgements import Area, Judgement

Side = tuple[Inspection, Judgement]


def answer_compare(question: RegisterQuestion, desk: Desk) -> Reply:
    """The grades of each council side by side, and the better one where they compare."""
    draft = Draft(desk)
    sides: list[Side] = []
    for council in question.councils:
        found = _sides(replace(question, councils=(council,)), desk)
        said = [side for side in found if draft.say_grade(*side)]
        if not said:
            draft.remark(_why_missing(replace(question, councils=(council,)), desk))
        sides += said
    if not sides:
        return draft.refusal("There is nothing to compare.")
    _remark_on_frameworks(sides, draft)
    if any(j.area is Area.IN_CARE_AND_CARE_LEAVERS for _, j in sides):
        draft.remark(ONE_GRADE_FOR_BOTH)
    is_whole = {one.council for one, _ in sides} == set(question.councils)
    status = Status.ANSWERED if is_whole else Status.ANSWERED_IN_PART
    return draft.reply(_verdict(question, sides) + _short(sides), status)


def _verdict(question: RegisterQuestion, sides: list[Side]) -> str:
    """ "Yes: " or "No: " where it is asked whether all of them have a grade."""
    if not (question.is_yes_no and question.grades):
        return ""
    has = all(is_named(judgement.grade, question.grades) for _, judgement in sides)
    return "Yes: " if has else "No: "


def _sides(question: RegisterQuestion, desk: Desk) -> list[Side]:
    """The grades of one council: of the newest of the inspections meant."""
    chosen = meant(desk.register.of(question.councils[0]), question, desk.as_of)
    return [
        (inspection, judgement)
        for inspection in chosen[-1:]
        for area in areas_asked(question, inspection)
        for judgement in [inspection.judgement(area)]
        if judgement is not None
    ]


def _why_missing(question: RegisterQuestion, desk: Desk) -> str:
    chosen = meant(desk.register.of(question.councils[0]), question, desk.as_of)
    if chosen:
        return why_no_grade(question, chosen[-1])
    return f"No inspection of {question.councils[0]} of that time is held here."


def _remark_on_frameworks(sides: list[Side], draft: Draft) -> None:
    frameworks = list(dict.fromkeys(one.framework for one, _ in sides))
    if len(frameworks) > 1:
        named = listed([called(framework) for framework in frameworks])
        draft.remark(
            f"These grades were given under different frameworks ({named}) and are not directly comparable."
        )


def _short(sides: list[Side]) -> str:
    """ "Bolton: good; Derby: outstanding. Better: Derby", the last where they compare."""
    by_area: dict[Area, list[Side]] = {}
    for one, judgement in sides:
        by_area.setdefault(judgement.area, []).append((one, judgement))
    is_one = len(by_area) == 1
    parts = []
    for one, judgement in sides:
        area = "" if is_one else f", {short_label(judgement.area, one.framework)}"
        when = one.last_day.year if one.last_day else days(one.first_day, one.last_day)
        parts.append(f"{one.council}{area}: {judgement.grade} ({when})")
    best = _best(sides) if is_one else ""
    return "; ".join(parts) + (f". {best}" if best else "")


def _best(sides: list[Side]) -> str:
    if len(sides) < 2 or len({one.framework for one, _ in sides}) > 1:
        return ""
    places = {one.council: place_on_scale(one.framework, j.grade) for one, j in sides}
    ranked = {council: place for council, place in places.items() if place is not None}
    if len(ranked) < len(places):
        return ""
    top = [council for council, place in ranked.items() if place == min(ranked.values())]
    return "The same grade" if len(top) == len(ranked) else f"Better: {listed(top)}"
