"""Which areas of an inspection had a grade, or the best or the worst of them?"""

from collections.abc import Sequence

from assistant.register.answer_grade import not_inspected_then, remark_on_time
from assistant.register.draft import Desk, Draft, Reply
from assistant.register.question import RegisterQuestion
from assistant.register.records import Inspection
from assistant.register.scales import is_grade, is_named, place_on_scale
from assistant.register.select import meant
from assistant.register.wording import listed, short_label
from docs_store.judgements import Area, Judgement


def answer_areas(question: RegisterQuestion, desk: Desk) -> Reply:
    """Which areas of an inspection had a grade, or the best or the worst of them."""
    chosen = meant(desk.register.of(question.councils[0]), question, desk.as_of)
    draft = Draft(desk)
    if not chosen:
        return not_inspected_then(question, draft)
    inspection = chosen[-1]
    graded = [
        judgement
        for area, judgement in inspection.grades.items()
        if area is not Area.OVERALL and is_grade(judgement.grade)
    ]
    wanted = _wanted(question, inspection, graded)
    if not wanted:
        return _none_with(question, inspection, draft)
    shown = [judgement for judgement in wanted if draft.say_grade(inspection, judgement)]
    remark_on_time(question, [inspection], draft)
    verdict = "Yes: " if question.is_yes_no else ""
    labels = verdict + listed(
        [short_label(judgement.area, inspection.framework) for judgement in shown]
    )
    if question.superlative and len(shown) == len(graded):
        return draft.reply(f"All areas alike: {shown[0].grade}")
    return draft.reply(f"{labels}: {shown[0].grade}" if question.superlative else labels)


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
