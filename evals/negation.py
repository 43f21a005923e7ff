"""Is what a text seems to say denied by the words around it?

"no longer requires improvement" holds the words "requires improvement" and says the opposite. The
guard is of the NegEx kind (Chapman and others, 2001): a list of negating words, a short reach to
the right that ends at a clause or a word like "until", and a list of look-alikes that deny nothing.
"""

from collections.abc import Sequence

from evals.wording import Word, singular


def word_set(text: str) -> frozenset[str]:
    """The words of a list, in the form that `wording` gives them."""
    return frozenset(singular(word) for word in text.split())


NEGATORS = word_set("not no never nor neither without none nobody nothing hardly scarcely")
_NEGATING_PAIRS = {
    ("rather", "than"), ("instead", "of"), ("far", "from"), ("absence", "of"), ("lack", "of"),
    ("fail", "to"), ("failed", "to"), ("failing", "to"), ("failure", "to"), ("unable", "to"),
}  # fmt: skip
_DENIES_NOTHING = {
    "not": word_set("only just merely least until before unless"),
    "no": word_set("more fewer less later earlier sooner doubt"),
    "nothing": word_set("but"),
    "none": word_set("but"),
}
_STOPS = word_set(
    "until unless except but and although though while whereas because since so however if when"
)
_LIGHT = word_set(
    "is are was were be been being am has have had do does did will would can could should may might "
    "to of in on at by for as from with that this these those its their his her any all enough "
    "longer yet always judged rated graded found considered deemed described assessed made given "
    "sufficient sufficiently evidence sign signs very quite so far still now currently yet even"
)
_AUXILIARIES = word_set(
    "is are was were be been has have had do does did will would can could should"
)
GRADE_WORDS = word_set("outstanding good inadequate adequate satisfactory improvement")


def is_denied(words: Sequence[Word], start: int, end: int, *, is_value: bool) -> bool:
    """True when words `start` to `end` (half-open) are negated by their surroundings.

    A value (number, date, name) is denied only by a negation right before it; other words also
    with one other word between, and a grade also by "is not" or "no longer" after it.
    """
    if _denied_before(words, start, words_between=0 if is_value else 1):
        return True
    is_grade = any(word.text in GRADE_WORDS for word in words[start:end])
    return is_grade and not is_value and _denied_after(words, end)


def _denied_before(words: Sequence[Word], start: int, *, words_between: int) -> bool:
    clause = words[start].clause
    at = start - 1
    while at >= 0 and words[at].clause == clause and words[at].text not in _STOPS:
        if negates(words, at):
            return True
        if at and (words[at - 1].text, words[at].text) in _NEGATING_PAIRS:
            return True
        is_light = words[at].text in _LIGHT or words[at].text.endswith("ly")
        words_between -= 0 if is_light else 1
        if words_between < 0:
            return False
        at -= 1
    return False


def negates(words: Sequence[Word], at: int) -> bool:
    """True when the word at `at` negates what follows ("not", but not the "not" of "not only")."""
    word = words[at].text
    following = words[at + 1].text if at + 1 < len(words) else ""
    return word in NEGATORS and following not in _DENIES_NOTHING.get(word, ())


def _denied_after(words: Sequence[Word], end: int) -> bool:
    clause = words[end - 1].clause
    at = end
    while at < len(words) and words[at].clause == clause and words[at].text in _AUXILIARIES:
        at += 1
    return at < len(words) and words[at].clause == clause and at > end and negates(words, at)
