"""The forms of questions about movement: of one council's grades, and of which councils moved."""

from assistant.register.cues import Cue
from assistant.register.question import Ask
from assistant.register.reading import Reading
from docs_store.judgements import Area

_RECORDS = frozenset("history journey trajectory timeline record trend".split())
_OCCASIONS = (Cue.PREVIOUS, Cue.LAST, Cue.INSPECTION, Cue.INSPECTIONS)
_UP = frozenset(
    "up improve improved improving better higher risen rise rose jumped climbed recovered bounced upgraded progressed turned".split()
)
_DOWN = frozenset(
    "down decline declined declining worse lower deteriorated slipped drop dropped fell fall fallen slid plunged downgraded".split()
)


def names_grades(reading: Reading) -> bool:
    """True when a grade is named, or grades, ratings or judgements are spoken of."""
    named = bool(reading.grades) or "effectiveness" in reading.words
    return named or reading.has(Cue.GRADE)


def changed(reading: Reading) -> Ask | None:
    """How grades moved: said so, or better or worse than before, or two times of one council."""
    if len(reading.councils) > 1 or reading.has(Cue.COUNCILS, Cue.BEST, Cue.WORST):
        return None
    graded = names_grades(reading)
    if reading.has(Cue.GET) and not graded:
        return None
    two = len(reading.times) > 1 and (graded or reading.has(Cue.COMPARE))
    is_change = two or _says_moved(reading, graded) or _says_better(reading, graded)
    return Ask.CHANGE if is_change else None


def _says_moved(reading: Reading, graded: bool) -> bool:
    words = set(reading.words)
    is_whole = set(reading.areas) <= {Area.OVERALL}
    is_record = bool(_RECORDS & words) and "ofsted" in words
    is_course = is_whole and (_is_since(reading) or is_record or bool({"up", "down"} & words))
    rated = graded or is_course or reading.has(*_OCCASIONS)
    return reading.has(Cue.CHANGE) and (rated or reading.areas == [Area.OVERALL])


def _says_better(reading: Reading, graded: bool) -> bool:
    """ "Better than last time", "worse since 2015"; "a higher rating than in 2015", "ratings any
    better" where grades are spoken of and none is named."""
    if not reading.has(Cue.BETTER, Cue.COMPARE, Cue.BOTH):
        return False
    if reading.has(Cue.PREVIOUS, Cue.LAST) or _is_since(reading):
        return True
    is_than = bool(reading.times) and reading.has(Cue.COMPARE)
    is_open = not reading.times and reading.has(Cue.BETTER) and not reading.has(Cue.COMPARE)
    return graded and not reading.grades and bool(reading.councils) and (is_than or is_open)


def _is_since(reading: Reading) -> bool:
    return any(time.moment.end is None for time in reading.times)


def moved(reading: Reading) -> Ask | None:
    """Which councils went up or down, or from one grade to another."""
    if reading.councils or reading.times or not reading.has(Cue.COUNCILS):
        return None
    is_from_to = len(reading.grades) == 2 and {"from", "to"} <= set(reading.words)
    is_way = reading.has(Cue.CHANGE, Cue.BETTER) and bool(direction(reading))
    rated = names_grades(reading) or reading.has(*_OCCASIONS)
    return Ask.MOVED if is_from_to or (is_way and rated) else None


def direction(reading: Reading) -> str:
    """ "up" or "down" as the words of a movement say; "" where they say neither, or both."""
    words = set(reading.words)
    ups, downs = bool(words & _UP), bool(words & _DOWN)
    return "" if ups == downs else ("up" if ups else "down")
