"""Which councils went up, down, or from one grade to another, between their last two inspections?"""

from assistant.register.answer_change import Step, which_way, year_of
from assistant.register.draft import Desk, Draft, Reply
from assistant.register.question import RegisterQuestion
from assistant.register.scales import is_named, label
from assistant.register.wording import listed
from docs_store.judgements import Area

_MOST_NAMED = 12
_WAYS = {"up": "improved", "down": "declined"}


def answer_moved(question: RegisterQuestion, desk: Desk) -> Reply:
    """The councils whose grade moved as asked, each with both grades.

    Up and down are judged within one framework only; how many were under two is said.
    """
    draft = Draft(desk)
    area = question.areas[0] if question.areas else Area.OVERALL
    moves = [_last_two(council, area, desk) for council in desk.register.councils]
    pairs = [pair for pair in moves if len(pair) == 2]
    across = [pair for pair in pairs if pair[0][0].framework != pair[1][0].framework]
    parts = []
    for pair in pairs:
        if not _fits(question, pair):
            continue
        said = [draft.say_grade(*step) for step in pair]
        if all(said):
            path = ", then ".join(f"{j.grade} ({year_of(one)})" for one, j in pair)
            parts.append(f"{pair[0][0].council} ({path})")
    draft.remark(
        f"Counted among the {len(pairs)} councils of which two inspections are known, "
        f"by the last two grades for {label(area, None)}."
    )
    if across:
        draft.remark(
            f"Of {len(across)} of them the two were under different frameworks, "
            "whose grades are not directly comparable."
        )
    return draft.reply(_short(parts))


def _last_two(council: str, area: Area, desk: Desk) -> list[Step]:
    known = [
        (one, judgement)
        for one in desk.register.of(council)
        for judgement in [one.judgement(area)]
        if judgement is not None and (desk.as_of is None or one.known_from <= desk.as_of)
    ]
    return known[-2:]


def _fits(question: RegisterQuestion, pair: list[Step]) -> bool:
    (_, was), (_, now) = pair
    if len(question.grades) == 2:
        before, after = question.grades
        return is_named(was.grade, (before,)) and is_named(now.grade, (after,))
    return which_way(pair) == _WAYS.get(question.direction)


def _short(parts: list[str]) -> str:
    count = f"{len(parts)} council" + ("" if len(parts) == 1 else "s")
    if not parts:
        return "None"
    return f"{count}: {listed(parts)}" if len(parts) <= _MOST_NAMED else count
