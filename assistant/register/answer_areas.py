"""Which areas of an inspection had a grade, or the best or the worst of them?"""

from collections.abc import Sequence

from assistant.register.absence import not_inspected_then, remark_on_time
from assistant.register.draft import Desk, Draft, Reply
from assistant.register.question import Ask, RegisterQuestion, When
from assistant.register.records import Inspection
from assistant.register.scales import is_grade, is_named, place_on_scale
from assistant.register.select import meant
from assistant.register.wording import listed, short_label
from docs_store.judgements import Area, Judgement

Step = tuple[Inspection, Judgement]


def answer_areas(question: RegisterQuestion, desk: Desk) -> Reply:
    """Which areas of an inspection had a grade, or the best or the worst of them; of all inspections
    where "ever" is asked."""
    chosen = meant(desk.register.of(question.councils[0]), question, desk.as_of)
    draft = Draft(desk)
    if not chosen:
        return not_inspected_then(question, draft)
    looked_at = chosen if question.moment.when is When.ANY else chosen[-1:]
    found = [(one, j) for one in looked_at for j in _wanted(question, one, _graded(one))]
    shown = [step for step in found if draft.say_grade(*step)]
    if not shown:
        return _none_with(question, looked_at[-1], draft)
    remark_on_time(question, looked_at, draft)
    return draft.reply(_short(question, shown, len(_graded(looked_at[-1]))))


def _graded(inspection: Inspection) -> list[Judgement]:
    """The grades of an inspection's areas, without that of the whole."""
    return [
        judgement
        for area, judgement in inspection.grades.items()
        if area is not Area.OVERALL and is_grade(judgement.grade)
    ]


def _short(question: RegisterQuestion, shown: Sequence[Step], graded: int) -> str:
    labels = dict.fromkeys(short_label(j.area, one.framework) for one, j in shown)
    named = listed(list(labels))
    if question.superlative and not question.grades:
        grade = shown[0][1].grade
        return f"All areas alike: {grade}" if len(shown) == graded > 1 else f"{named}: {grade}"
    if question.ask is Ask.COUNT:
        return f"{len(shown)}: {named}"
    return f"Yes: {named}" if question.is_yes_no else named


def _wanted(
    question: RegisterQuestion, inspection: Inspection, graded: Sequence[Judgement]
) -> list[Judgement]:
    if question.grades:
        return [one for one in graded if is_named(one.grade, question.grades)]
    places = {one: place_on_scale(inspection.framework, one.grade) for one in graded}
    ranked = [place for place in places.values() if place is not None]
    if not ranked:
        return []
    sought = min(ranked) if question.superlative == "best" else max(ranked)
    return [one for one, place in places.items() if place == sought]


def _none_with(question: RegisterQuestion, inspection: Inspection, draft: Draft) -> Reply:
    named = listed(list(question.grades), "or") or "ranked"
    draft.remark(f"No area was {named} at that inspection.")
    for judgement in inspection.grades.values():
        draft.say_grade(inspection, judgement)
    return draft.reply("No" if question.is_yes_no else "None")
