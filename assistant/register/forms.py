"""The forms of questions, each known by the cues, areas, grades and times that were read.

Each says None in doubt: a question left to the passages costs less than an answer to another one.
"""

from collections.abc import Callable

from assistant.register.cues import Cue
from assistant.register.forms_of_change import changed, moved, names_grades
from assistant.register.question import Ask
from assistant.register.reading import Reading
from docs_store.judgements import Area

_BARE = frozenset((Cue.NEUTRAL, Cue.INSPECTION, Cue.REPORT, Cue.LATEST, Cue.LAST, Cue.PREVIOUS))
_QUESTION_WORDS = frozenset(
    "what whats how is are was were does did has have had find found".split()
)
_OPENERS = frozenset("and so but ok okay right well then also".split())
_VERDICT_WORDS = frozenset(
    "is are was were do does did has have had isnt arent wasnt werent didnt hasnt havent doesnt".split()
)


def opens_with_verdict(reading: Reading) -> bool:
    """True for a question that yes or no would answer."""
    words = [word for word in reading.words if word not in _OPENERS]
    return bool(words) and words[0] in _VERDICT_WORDS


def _asks_for_grade(reading: Reading) -> bool:
    is_whole = set(reading.areas) <= {Area.OVERALL}
    passed = reading.has(Cue.PASSING) and is_whole and opens_with_verdict(reading)
    return _got(reading) or passed or names_grades(reading) or reading.has(Cue.HOW_GOOD)


def _got(reading: Reading) -> bool:
    """ "What did Derby get (for …)", "how did Derby do (on …)": the area is that of a grade; but not
    "what did care leavers in Derby get"."""
    got = reading.has(Cue.GET) or (reading.has(Cue.DO) and reading.has(Cue.HOW, Cue.HOW_GOOD))
    is_of_area = set(reading.areas) <= {Area.OVERALL} or bool({"for", "on"} & set(reading.words))
    return got and (is_of_area or names_grades(reading))


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
    if reading.words[:1] == ["how"] and reading.grades and not reading.has(Cue.GRADE):
        return None  # "how did Derby become outstanding?" asks for reasons
    if "good" in reading.grades and reading.words[:1] == ["what"] and not reading.has(Cue.GRADE):
        return None  # "what is good in Swindon?" asks for strengths
    return Ask.GRADE if _asks_for_grade(reading) else None


_FORMS: tuple[Callable[[Reading], Ask | None], ...] = (
    _led, _many, _when, moved, changed, _list, _compare, _areas, _grade,
)  # fmt: skip


def form_of(reading: Reading) -> Ask | None:
    """What form of question was read, the first that fits; None where none does."""
    return next((ask for ask in (form(reading) for form in _FORMS) if ask is not None), None)
