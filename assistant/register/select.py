"""Which inspections a question means, by the time it names, and which of their areas."""

from collections.abc import Sequence
from datetime import date

from assistant.register.question import Moment, RegisterQuestion, When
from assistant.register.records import Inspection, in_order
from docs_store.judgements import Area

_BOTH = (Area.IN_CARE, Area.CARE_LEAVERS)


def at_moment(
    inspections: Sequence[Inspection], moment: Moment, as_of: date | None
) -> tuple[Inspection, ...]:
    """The inspections of one council, in order of time, that a moment means; () where none is known.

    With `as_of`, the latest, the previous and the first are those that were known of on that day;
    an inspection that the question names by its date is meant whether or not it was.
    """
    if moment.when is When.DURING:
        return during(inspections, moment)
    if moment.when is When.ON:
        return during(inspections, moment) or in_force(inspections, moment.end)
    if moment.when is When.AS_OF:
        return in_force(inspections, moment.end)
    known = [one for one in inspections if as_of is None or one.known_from <= as_of]
    if moment.when is When.PREVIOUS:
        return _before(known, moment)
    if moment.when is When.FIRST:
        return tuple([one for one in known if one.is_held][:1])
    return tuple(known) if moment.when is When.ANY else tuple(known[-1:])


def _before(known: Sequence[Inspection], moment: Moment) -> tuple[Inspection, ...]:
    """The inspection before the latest, or before those of the days of a moment."""
    anchor = during(known, moment) if moment.end else ()
    before = [one for one in known if one.day < anchor[0].day] if anchor else known[:-1]
    return tuple(before[-1:])


def in_force(inspections: Sequence[Inspection], when: date | None) -> tuple[Inspection, ...]:
    """The inspection whose grades were in force on a day: the last one known of by then."""
    known = [one for one in inspections if when is None or one.known_from <= when]
    return tuple(known[-1:])


def during(inspections: Sequence[Inspection], moment: Moment) -> tuple[Inspection, ...]:
    """The inspections on site or published within the days of a moment; those whose report is held
    where there are any."""
    found = [one for one in inspections if is_on_site(one, moment) or is_published(one, moment)]
    return tuple([one for one in found if one.is_held] or found)


def is_on_site(inspection: Inspection, moment: Moment) -> bool:
    """True when inspectors were on site within the days of a moment."""
    first, last = inspection.first_day or inspection.last_day, inspection.last_day
    if first is None or last is None:
        return False
    return (moment.end is None or first <= moment.end) and (
        moment.start is None or last >= moment.start
    )


def is_published(inspection: Inspection, moment: Moment) -> bool:
    """True when the report was published within the days of a moment."""
    when = inspection.published
    if when is None:
        return False
    return (moment.end is None or when <= moment.end) and (
        moment.start is None or when >= moment.start
    )


def meant(
    inspections: Sequence[Inspection], question: RegisterQuestion, as_of: date | None
) -> tuple[Inspection, ...]:
    """The inspections that a question means by any of the times it names, in order, each once."""
    if question.framework:
        inspections = [one for one in inspections if one.framework == question.framework]
    found: list[Inspection] = []
    for moment in question.moments:
        found += [one for one in at_moment(inspections, moment, as_of) if one not in found]
    return in_order(found)


def since(moment: Moment) -> bool:
    """True for a time that is open at its end: "since 2015"."""
    return moment.when is When.DURING and moment.end is None


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
