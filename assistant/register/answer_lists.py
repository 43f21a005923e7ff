"""Which councils, or which inspections, had a grade, were inspected at a time; and how many?"""

from collections.abc import Iterable, Sequence

from assistant.answer_layout import day
from assistant.answers import Status
from assistant.register.answer_areas import answer_areas
from assistant.register.draft import Desk, Draft, Reply, occasion_places
from assistant.register.question import Ask, Moment, RegisterQuestion, When
from assistant.register.records import Inspection
from assistant.register.scales import called, is_named, label, place_on_scale, scale_of
from assistant.register.select import at_moment, is_on_site, is_published
from assistant.register.wording import days, listed, occasion
from docs_store.judgements import Area, Judgement

_MOST_NAMED = 12
Item = tuple[Inspection, tuple[Judgement, ...]]


def answer_list(question: RegisterQuestion, desk: Desk) -> Reply:
    """Every council or inspection that fits, each with its grade and place, and how many there are.

    What was counted among, and by which rule, is said with it.
    """
    if _counts_areas(question):
        return answer_areas(question, desk)
    draft = Draft(desk)
    among = list(_among(question, desk))
    items = [item for item in _fitting(question, among) if _say(item, draft)]
    draft.remark(_rule(question, among, desk))
    frameworks = {one.framework for one, _ in items}
    if question.grades and len(frameworks) > 1:
        draft.remark(
            "They were graded under different frameworks, whose grades are not directly comparable."
        )
    return draft.reply(_short(question, items, among), Status.ANSWERED)


def _counts_areas(question: RegisterQuestion) -> bool:
    """ "How many outstandings did Derby get?" counts areas."""
    return bool(question.councils and question.grades) and not (
        question.lists_inspections or question.areas or len(question.councils) > 1
    )


def _among(question: RegisterQuestion, desk: Desk) -> Iterable[Inspection]:
    """The inspections to choose from: of each council the one meant; all, where a time, a council or
    a framework is named or inspections are listed."""
    councils = question.councils or desk.register.councils
    for council in councils:
        held = desk.register.held(council)
        if question.framework:
            held = tuple(one for one in held if one.framework == question.framework)
        yield from _of_council(question, held, desk)


def _of_council(
    question: RegisterQuestion, held: Sequence[Inspection], desk: Desk
) -> Iterable[Inspection]:
    moment = question.moment
    if moment.when is When.DURING:
        return [one for one in held if _is_then(one, moment, question.by_publication)]
    if question.lists_inspections and not moment.is_said:
        return at_moment(held, Moment(When.ANY), desk.as_of)
    if moment.when is When.LATEST and question.areas:
        graded = [one for one in held if all(one.judgement(area) for area in question.areas)]
        return at_moment(graded, moment, desk.as_of)
    return at_moment(held, moment, desk.as_of)


def _is_then(inspection: Inspection, moment: Moment, by_publication: bool) -> bool:
    return is_published(inspection, moment) if by_publication else is_on_site(inspection, moment)


def _fitting(question: RegisterQuestion, among: Sequence[Inspection]) -> list[Item]:
    if not (question.grades or question.superlative):
        return [(one, ()) for one in among]
    areas = question.areas or (Area.OVERALL,)
    if question.superlative and not question.grades:
        return _extremes(question, among, areas)
    found = []
    for one in among:
        wanted = tuple(one.grades) if question.is_every_area else areas
        graded = [one.judgement(area) for area in wanted]
        if all(j is not None and is_named(j.grade, question.grades) for j in graded):
            found.append((one, tuple(dict.fromkeys(j for j in graded if j is not None))))
    return found


def _extremes(
    question: RegisterQuestion, among: Sequence[Inspection], areas: Sequence[Area]
) -> list[Item]:
    """Those with the grade nearest the top, or the bottom, of their scale."""
    placed: list[tuple[int, Item]] = []
    for one in among:
        judgement = one.judgement(areas[0])
        place = place_on_scale(one.framework, judgement.grade) if judgement else None
        if judgement is not None and place is not None:
            from_end = len(scale_of(one.framework)) - 1 - place
            placed.append(
                (place if question.superlative == "best" else from_end, (one, (judgement,)))
            )
    nearest = min((place for place, _ in placed), default=0)
    return [item for place, item in placed if place == nearest]


def _say(item: Item, draft: Draft) -> bool:
    one, judgements = item
    if judgements:
        said = [draft.say_grade(one, judgement) for judgement in judgements]
        return all(said)
    return draft.say(f"{one.council}: {occasion(one)}.", occasion_places(one, draft.desk))


def _rule(question: RegisterQuestion, among: Sequence[Inspection], desk: Desk) -> str:
    """What was counted among, in a sentence."""
    moment = question.moment
    count = len({one.council for one in among})
    every = f"{count} council" + ("s" if count != 1 else "")
    if moment.when is When.DURING:
        how = "published" if question.by_publication else "of inspections made"
        what = f"the {len(among)} reports held {how}{_within(moment)}"
    elif moment.when is When.ANY or question.lists_inspections:
        what = f"all {len(among)} inspection reports held of {every}"
    else:
        is_newest = all(desk.register.held(one.council)[-1] is one for one in among)
        graded = "" if is_newest or desk.as_of else " that grades this"
        what = f"the latest inspection held{graded} of each of {every}"
        at = moment.end if moment.when is When.AS_OF else desk.as_of
        what += f", as known on {day(at)}" if at else ""
    under = f", under {called(question.framework)}" if question.framework else ""
    return f"Counted among {what}{under}{_by_which(question)}."


def _by_which(question: RegisterQuestion) -> str:
    if not (question.grades or question.superlative):
        return ""
    if question.is_every_area:
        return ", by the grades for every area"
    areas = question.areas or (Area.OVERALL,)
    return f", by the grade for {listed([label(area, None) for area in areas])}"


def _within(moment: Moment) -> str:
    if moment.start and moment.end:
        return f" in {days(moment.start, moment.end)}"
    if moment.start:
        return f" since {day(moment.start)}"
    return f" by {day(moment.end)}" if moment.end else ""


def _short(question: RegisterQuestion, items: Sequence[Item], among: Sequence[Inspection]) -> str:
    if not items:
        return f"None of {len(among)}" if among else "None"
    is_by_council = not question.lists_inspections and not question.councils
    things = [one.council for one, _ in items]
    unique = list(dict.fromkeys(things)) if is_by_council else things
    noun = "council" if is_by_council else "inspection"
    count = f"{len(unique)} {noun}" + ("" if len(unique) == 1 else "s")
    if question.ask is Ask.COUNT or len(unique) > _MOST_NAMED or not is_by_council:
        return count
    return f"{count}: {listed(unique)}" if len(unique) > 1 else unique[0]
