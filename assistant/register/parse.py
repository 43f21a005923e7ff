"""From a question as read to what is asked of the register, or None: it is for the passages.

In doubt it is None: a question left to the passages costs less than an answer to another one.
"""

from collections.abc import Callable
from dataclasses import replace

from assistant.register.cues import Cue
from assistant.register.question import NOW, Ask, Moment, RegisterQuestion, When
from assistant.register.reading import Reading
from docs_store.judgements import Area

_OPENERS = frozenset("and so but ok okay right well then also".split())
_VERDICT_WORDS = frozenset(
    "is are was were do does did has have had isnt arent wasnt werent didnt hasnt havent doesnt".split()
)
_UP = frozenset("up improve improved improving better higher risen progressed turned".split())
_DOWN = frozenset(
    "down decline declined declining worse lower deteriorated slipped dropped fallen".split()
)
_RECORDS = frozenset("history journey trajectory timeline record trend".split())
_OCCASIONS = (Cue.PREVIOUS, Cue.LAST, Cue.INSPECTION, Cue.INSPECTIONS)
_BARE = frozenset((Cue.NEUTRAL, Cue.INSPECTION, Cue.REPORT, Cue.LATEST, Cue.LAST, Cue.PREVIOUS))
_QUESTION_WORDS = frozenset(
    "what whats how is are was were does did has have had find found".split()
)
_PLURALS = frozenset("grades ratings judgements judgments scores marks verdicts".split())
_OVER_COUNCILS = (Ask.LIST, Ask.COUNT, Ask.MOVED)
_KINDS_OF_COUNCIL = frozenset(
    "london metropolitan unitary royal district borough county city boroughs counties cities".split()
)
_PASSES = frozenset("pass passes passed".split())


def asked(reading: Reading) -> RegisterQuestion | None:
    """What a question asks of the register, when all of its words are understood and it asks for a
    grade, an inspection or who led one."""
    if reading.unknown or Cue.NOT in reading.cues:
        return None
    if Cue.VISIT in reading.cues:
        return _question(reading, Ask.VISIT_GRADE) if _names_grades(reading) else None
    ask = next((ask for ask in (form(reading) for form in _FORMS) if ask is not None), None)
    if ask is None or (ask in _OVER_COUNCILS and _is_of_some_kind(reading)):
        return None
    return _question(reading, ask)


def _is_of_some_kind(reading: Reading) -> bool:
    """True for "London boroughs", "unitary authorities": which councils are such is not known here."""
    return not reading.councils and bool(_KINDS_OF_COUNCIL & set(reading.words))


def opens_with_verdict(reading: Reading) -> bool:
    """True for a question that yes or no would answer."""
    words = [word for word in reading.words if word not in _OPENERS]
    return bool(words) and words[0] in _VERDICT_WORDS


def _question(reading: Reading, ask: Ask) -> RegisterQuestion:
    return RegisterQuestion(
        ask=ask,
        councils=tuple(reading.councils),
        areas=tuple(reading.areas),
        is_every_area=_asks_every_area(reading, ask),
        grades=_grades(reading, ask),
        moments=moments(reading, ask),
        superlative=_superlative(reading),
        direction=_direction(reading) if ask is Ask.MOVED else "",
        is_yes_no=opens_with_verdict(reading),
        lists_inspections=_lists_inspections(reading),
        person=reading.people[0] if reading.people else "",
        framework=reading.framework,
        by_publication=reading.has(Cue.PUBLISHED),
        asks_who_led=ask is Ask.GRADE and reading.has(Cue.LED),
        asks_pass=reading.has(Cue.PASSING),
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
        return tuple(
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


def _direction(reading: Reading) -> str:
    """ "up" or "down" as the words of a movement say; "" where they say neither, or both."""
    words = set(reading.words)
    ups, downs = bool(words & _UP), bool(words & _DOWN)
    return "" if ups == downs else ("up" if ups else "down")


def _lists_inspections(reading: Reading) -> bool:
    return reading.has(Cue.INSPECTIONS) and not reading.has(Cue.COUNCILS)


def _asks_for_grade(reading: Reading) -> bool:
    passed = reading.has(Cue.PASSING) and opens_with_verdict(reading)
    return _got(reading) or passed or _names_grades(reading) or reading.has(Cue.HOW_GOOD)


def _got(reading: Reading) -> bool:
    """ "What did Derby get (for …)", "how did Derby do (on …)": the area is that of a grade; but not
    "what did care leavers in Derby get"."""
    got = reading.has(Cue.GET) or (reading.has(Cue.DO) and reading.has(Cue.HOW, Cue.HOW_GOOD))
    is_of_area = set(reading.areas) <= {Area.OVERALL} or bool({"for", "on"} & set(reading.words))
    return got and (is_of_area or _names_grades(reading))


def _names_grades(reading: Reading) -> bool:
    named = bool(reading.grades) or "effectiveness" in reading.words
    return named or reading.has(Cue.GRADE)


def _led(reading: Reading) -> Ask | None:
    """Who led an inspection; or, where an inspector is named, which ones they led."""
    if reading.has(Cue.BOTH):
        return None
    if reading.people:
        leads = reading.has(Cue.LED, Cue.LEADERS, Cue.INSPECTED)
        return Ask.LED_BY if leads and not reading.grades else None
    if reading.grades or reading.has(Cue.GRADE, Cue.GET):
        return None
    named = reading.has(Cue.LEADERS) or (reading.has(Cue.WHO) and reading.has(Cue.LED))
    inspected = reading.has(Cue.WHO) and reading.has(Cue.INSPECTED)
    occasion = reading.has(Cue.INSPECTION, Cue.REPORT, Cue.INSPECTED, Cue.LEADERS)
    if reading.areas and not reading.has(Cue.LEADERS):
        return None
    return Ask.WHO_LED if (named or inspected) and occasion and not reading.has(Cue.MANY) else None


def _when(reading: Reading) -> Ask | None:
    """When something was published, inspected, or first or last had a grade."""
    if not reading.has(Cue.WHEN) and not ({"date", "dates"} & set(reading.words)):
        return None
    if reading.has(Cue.GRADE, Cue.GET, Cue.DO) and reading.cues[0] is not Cue.WHEN:
        return None  # "what was it rated, and when?" asks for the grade
    if reading.grades or reading.has(Cue.PASSING):
        return Ask.FIRST if _is_first(reading) else Ask.LAST
    if reading.areas or reading.has(Cue.BEST, Cue.WORST, Cue.BETTER, Cue.MANY, Cue.CHANGE):
        return None
    if reading.has(Cue.PUBLISHED):
        return Ask.PUBLISHED
    occasion = reading.has(Cue.INSPECTED, Cue.INSPECTION, Cue.REPORT, Cue.GRADE)
    return Ask.INSPECTED if occasion and not reading.has(Cue.COUNCILS) else None


def _is_first(reading: Reading) -> bool:
    return reading.has(Cue.FIRST) or "since" in reading.words


def _many(reading: Reading) -> Ask | None:
    if not reading.has(Cue.MANY):
        return None
    counted = reading.has(Cue.COUNCILS, Cue.INSPECTIONS) or bool(reading.grades)
    is_apart = reading.has(Cue.COUNCILS) and bool(reading.councils)
    return None if reading.has(Cue.BETTER) or is_apart or not counted else Ask.COUNT


def _list(reading: Reading) -> Ask | None:
    """Which councils, or which inspections, had a grade or took place at a time."""
    asks_councils = reading.has(Cue.COUNCILS) or (reading.has(Cue.WHO) and not reading.councils)
    if reading.councils:
        asks_councils = False
    is_listed = reading.has(Cue.WHICH, Cue.LIST, Cue.EVERY) or reading.words[:1] == ["what"]
    asks_inspections = reading.has(Cue.INSPECTIONS) and is_listed
    if not (asks_councils or asks_inspections) or reading.has(Cue.BETTER):
        return None
    if reading.has(Cue.CHANGE):
        return None
    by_grade = bool(reading.grades) or reading.has(Cue.BEST, Cue.WORST, Cue.PASSING)
    by_time = bool(reading.times) and reading.has(
        Cue.INSPECTED, Cue.INSPECTION, Cue.INSPECTIONS, Cue.PUBLISHED, Cue.REPORT
    )
    whole = asks_inspections and bool(reading.councils)
    return Ask.LIST if by_grade or by_time or whole else None


def _areas(reading: Reading) -> Ask | None:
    """Which areas of one inspection had a grade, or the best or the worst."""
    if reading.areas or reading.has(Cue.COUNCILS, Cue.BETTER, Cue.CHANGE):
        return None
    if len(reading.councils) > 1:
        return None
    by = bool(reading.grades) or reading.has(Cue.BEST, Cue.WORST)
    if by and (reading.has(Cue.AREA) or _asks_what_had_grade(reading)):
        return Ask.AREAS
    return None


def _asks_what_had_grade(reading: Reading) -> bool:
    """ "What was Swindon outstanding for?", "what did Swindon get good in?", "its lowest grade?" """
    opens = [word for word in reading.words[:1] if word in ("what", "whats", "where")]
    is_for = bool({"for", "in", "at", "on"} & set(reading.words[-1:])) or opens == ["where"]
    is_superlative = reading.has(Cue.BEST, Cue.WORST)
    asks_for = bool(opens) and is_for and (bool(reading.grades) or is_superlative)
    return asks_for or (is_superlative and reading.has(Cue.GRADE))


def _compare(reading: Reading) -> Ask | None:
    is_several = len(reading.councils) > 1
    by = _asks_for_grade(reading) or reading.has(Cue.BETTER, Cue.COMPARE, Cue.BEST, Cue.WORST)
    is_at_one_time = len(reading.times) < 2 and not reading.has(Cue.CHANGE)
    return Ask.COMPARE if is_several and by and is_at_one_time else None


def _change(reading: Reading) -> Ask | None:
    """How grades moved: said so, or better or worse than before, or two times of one council."""
    if reading.has(Cue.COUNCILS, Cue.BEST, Cue.WORST):
        return None
    graded = _names_grades(reading)
    if reading.has(Cue.GET) and not graded:
        return None
    moved = reading.has(Cue.CHANGE)
    is_since = any(time.moment.end is None for time in reading.times)
    better = reading.has(Cue.BETTER, Cue.COMPARE, Cue.BOTH) and (
        reading.has(Cue.PREVIOUS, Cue.LAST) or is_since
    )
    two = len(reading.times) > 1 and (graded or reading.has(Cue.COMPARE))
    is_up_or_down = bool({"up", "down"} & set(reading.words))
    is_record = bool(_RECORDS & set(reading.words)) and "ofsted" in reading.words
    rated = graded or is_since or is_up_or_down or is_record or reading.has(*_OCCASIONS)
    is_change = (moved and (rated or reading.areas == [Area.OVERALL])) or better or two
    return Ask.CHANGE if is_change else None


def _moved(reading: Reading) -> Ask | None:
    """Which councils went up or down, or from one grade to another."""
    if reading.councils or reading.times or not reading.has(Cue.COUNCILS):
        return None
    is_from_to = len(reading.grades) == 2 and {"from", "to"} <= set(reading.words)
    is_way = reading.has(Cue.CHANGE, Cue.BETTER) and bool(_direction(reading))
    rated = _names_grades(reading) or reading.has(*_OCCASIONS)
    return Ask.MOVED if is_from_to or (is_way and rated) else None


def _in_keywords(reading: Reading) -> bool:
    """ "Plymouth 2018 inspection overall": no sentence, and nothing but a grade can be meant."""
    is_bare = set(reading.cues) <= _BARE and not (_QUESTION_WORDS & set(reading.words))
    is_inspection = reading.has(Cue.INSPECTION, Cue.REPORT) or "ofsted" in reading.words
    return is_bare and is_inspection and reading.areas == [Area.OVERALL] and bool(reading.councils)


def _grade(reading: Reading) -> Ask | None:
    if _in_keywords(reading):
        return Ask.GRADE
    if reading.has(Cue.MANY, Cue.COUNCILS, Cue.CHANGE, Cue.BETTER, Cue.COMPARE):
        return None
    if reading.has(Cue.WHO) and not (reading.has(Cue.LED) and reading.has(Cue.GRADE)):
        return None
    if reading.has(Cue.AREA, Cue.BEST, Cue.WORST) and not reading.areas:
        return None
    if "good" in reading.grades and reading.words[:1] == ["what"] and not reading.has(Cue.GRADE):
        return None  # "what is good in Swindon?" asks for strengths
    return Ask.GRADE if _asks_for_grade(reading) else None


_FORMS: tuple[Callable[[Reading], Ask | None], ...] = (
    _led, _many, _when, _moved, _change, _list, _compare, _areas, _grade,
)  # fmt: skip
