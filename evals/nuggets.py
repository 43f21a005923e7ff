"""Is a nugget stated in what the reader sees? Decided by words alone, with no model.

A nugget is stated where its words, or an alias's, stand together (dates, numbers and spelling in
any dress), or, for three words of substance or more, in order within one clause with little
between. Words that are negated do not count. "yes", "no" and "partly" count only as the first word
of the answer; where a form gives the reason with them ("No, it is fully staffed"), the reason.
"""

from collections.abc import Sequence
from functools import lru_cache

from evals.dates import MONTHS
from evals.facts import Nugget
from evals.negation import GRADE_WORDS, is_denied, negates, word_set
from evals.wording import Searchable, Word, stem, words_of

_VERDICTS = {"yes": "yes", "no": "no", "partly": "partly", "partially": "partly"}
_EMPTY = word_set(
    "of in on at by for to and or is are was were be been has have had that with from as it"
)
_MOST_BETWEEN = 3


def is_stated(nugget: Nugget, shown: Sequence[str]) -> bool:
    """True when any of the texts shown (short answer first) states the nugget or an alias."""
    return any(_says(form, shown) for form in (nugget.text, *nugget.aliases))


def is_verdict(nugget: Nugget) -> bool:
    """True for a nugget that is a bare yes, no or partly."""
    return _verdict(_words(nugget.text)) is not None and not _reason(nugget.text)


def _says(form: str, shown: Sequence[str]) -> bool:
    verdict, reason = _verdict(_words(form)), _reason(form)
    if verdict and not reason:
        return bool(shown) and _verdict(_words(shown[0])) == verdict
    return any(_stands_in(reason if verdict else form, text) for text in shown)


def _reason(form: str) -> str:
    """What follows the verdict in "No, it is fully staffed"; it says no by itself."""
    return form.partition(",")[2].strip()


def _verdict(words: Sequence[Word]) -> str | None:
    """The verdict that a text opens with; "No" only where it stands alone ("No social worker …"
    is none)."""
    first, second = words[:1], words[1:2]
    if not first or (first[0].text == "no" and second and second[0].clause == first[0].clause):
        return None
    return _VERDICTS.get(first[0].text)


def _stands_in(form: str, text: str) -> bool:
    wanted, given = _searchable(form), _searchable(text)
    places = given.places_of(wanted) or _loose_places(wanted.words, given.words)
    value = _is_value(form)
    return any(not is_denied(given.words, start, end, is_value=value) for start, end in places)


def _is_value(form: str) -> bool:
    """True for numbers, dates and names, which a negation must touch to deny."""
    words = _words(form)
    if all(word.is_exact or word.text in (*MONTHS, "pound", "to") for word in words):
        return True
    written = form.split()
    return len(written) > 1 and all(part[0].isupper() for part in written)


def _loose_places(wanted: Sequence[Word], given: Sequence[Word]) -> list[tuple[int, int]]:
    """Where the words of substance stand in order, in one clause, little and nothing telling
    between them."""
    substance = [word for word in wanted if word.text not in _EMPTY]
    if len(substance) < 3:
        return []
    places = []
    for start, word in enumerate(given):
        end = _follow(substance, given, start) if _agree(substance[0], word) else None
        if end is not None:
            places.append((start, end))
    return places


def _follow(substance: Sequence[Word], given: Sequence[Word], start: int) -> int | None:
    at = start
    for wanted in substance[1:]:
        between = 0
        at += 1
        while at < len(given) and not _agree(wanted, given[at]):
            if _tells(given, at) or given[at].clause != given[start].clause:
                return None
            between += given[at].text not in _EMPTY
            at += 1
        if at >= len(given) or between > _MOST_BETWEEN or given[at].clause != given[start].clause:
            return None
    return at + 1


def _tells(given: Sequence[Word], at: int) -> bool:
    """True for a word that changes what is said when it stands in between."""
    word = given[at]
    return word.is_exact or word.text in GRADE_WORDS or negates(given, at)


def _agree(wanted: Word, given: Word) -> bool:
    if wanted.is_exact or given.is_exact:
        return wanted.text == given.text
    return stem(wanted.text) == stem(given.text)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Word, ...]:
    return words_of(text)


@lru_cache(maxsize=4096)
def _searchable(text: str) -> Searchable:
    return Searchable(_words(text))
