"""From a question as read to what is asked of the register, or None: it is for the passages.

In doubt it is None: a question left to the passages costs less than an answer to another one.
"""

from dataclasses import replace

from assistant.register.cues import Cue
from assistant.register.forms import form_of, opens_with_verdict
from assistant.register.forms_of_change import direction, names_grades
from assistant.register.question import NOW, Ask, Moment, RegisterQuestion, When
from assistant.register.reading import Reading

_PLURALS = frozenset("grades ratings judgements judgments scores marks verdicts".split())
_OVER_COUNCILS = (Ask.LIST, Ask.COUNT, Ask.MOVED)
_KINDS_OF_COUNCIL = frozenset(
    "london metropolitan unitary royal district borough county city boroughs counties cities".split()
)
_PASSES = frozenset("pass passes passed".split())


def asked(reading: Reading) -> RegisterQuestion | None:
    """What a question asks of the register, when all of its words are understood and it asks for a
    grade, an inspection or who led one."""
    if reading.unknown or Cue.NOT in reading.cues or _is_told_about(reading):
        return None
    if Cue.VISIT in reading.cues:
        return _question(reading, Ask.VISIT_GRADE) if names_grades(reading) else None
    ask = form_of(reading)
    if ask is None or (ask in _OVER_COUNCILS and _is_of_some_kind(reading)):
        return None
    return _question(reading, ask)


def _is_told_about(reading: Reading) -> bool:
    """ "What is outstanding about leaders?" asks what was found; "last two" for more than one."""
    words = set(reading.words)
    is_about = "about" in words and not reading.has(Cue.GRADE) and reading.words[:1] == ["what"]
    is_some = bool(words & {"two", "three"}) and reading.has(Cue.LAST, Cue.LATEST)
    return is_about or (is_some and not reading.has(Cue.AREA, Cue.GRADE))


def _is_of_some_kind(reading: Reading) -> bool:
    """True for "London boroughs", "unitary authorities": which councils are such is not known here."""
    return not reading.councils and bool(_KINDS_OF_COUNCIL & set(reading.words))


def _question(reading: Reading, ask: Ask) -> RegisterQuestion:
    return RegisterQuestion(
        ask=ask,
        councils=tuple(reading.councils),
        areas=tuple(reading.areas),
        is_every_area=_asks_every_area(reading, ask),
        grades=_grades(reading, ask),
        moments=moments(reading, ask),
        superlative=_superlative(reading),
        direction=direction(reading) if ask is Ask.MOVED else "",
        is_yes_no=opens_with_verdict(reading),
        lists_inspections=_lists_inspections(reading),
        person=reading.people[0] if reading.people else "",
        framework=reading.framework,
        by_publication=reading.has(Cue.PUBLISHED),
        asks_who_led=ask is Ask.GRADE and reading.has(Cue.LED),
        asks_pass=reading.has(Cue.PASSING),
        taken_as=tuple(reading.taken_as.items()),
    )


def _grades(reading: Reading, ask: Ask) -> tuple[str, ...]:
    """The grades named; a council that "failed" is taken to be inadequate, where one is sought."""
    if reading.grades or ask is Ask.GRADE or not reading.has(Cue.PASSING):
        return tuple(reading.grades)
    return () if _PASSES & set(reading.words) else ("inadequate",)


def _asks_every_area(reading: Reading, ask: Ask) -> bool:
    """True for "all the grades", "the grades for each area"; "all councils" asks for no more areas."""
    if reading.areas or reading.has(Cue.EVERY_AREA):
        return not reading.areas
    if ask in (Ask.LIST, Ask.COUNT) or len(reading.councils) > 1:
        return False
    is_area_change = ask is Ask.CHANGE and reading.has(Cue.AREA)
    return is_area_change or reading.has(Cue.EVERY) or bool(_PLURALS & set(reading.words))


def moments(reading: Reading, ask: Ask) -> tuple[Moment, ...]:
    """The times a question names; the latest where it names none."""
    if reading.times:
        beside = _beside(reading) if ask is Ask.CHANGE else ()
        return beside + tuple(
            replace(time.moment, when=When.ON) if time.is_day else time.moment
            for time in reading.times
        )
    if reading.has(Cue.PREVIOUS):
        previous = Moment(When.PREVIOUS, is_said=True)
        is_both = reading.has(Cue.LATEST, Cue.LAST) and "and" in reading.words
        return (previous, Moment(When.LATEST, is_said=True)) if is_both else (previous,)
    if reading.has(Cue.FIRST) and ask is not Ask.FIRST:
        return (Moment(When.FIRST, is_said=True),)
    if reading.has(Cue.EVER):
        return (Moment(When.ANY, is_said=True),)
    if reading.has(Cue.LATEST, Cue.LAST):
        return (Moment(When.LATEST, is_said=True),)
    return (NOW,)


def _superlative(reading: Reading) -> str:
    if reading.has(Cue.BEST):
        return "best"
    return "worst" if reading.has(Cue.WORST) else ""


def _lists_inspections(reading: Reading) -> bool:
    return reading.has(Cue.INSPECTIONS) and not reading.has(Cue.COUNCILS)


def _beside(reading: Reading) -> tuple[Moment, ...]:
    """The other end of a change of which one time is named: before it, or now."""
    named = reading.times[0].moment
    if len(reading.times) > 1 or named.when is not When.DURING or named.end is None:
        return ()
    if reading.has(Cue.PREVIOUS):
        return (replace(named, when=When.PREVIOUS),)
    return (Moment(When.LATEST, is_said=True),) if reading.has(Cue.BETTER, Cue.COMPARE) else ()
