"""A question read word by word: what of it is a council, an area, a grade, a time, a person, a cue,
and what is none of these."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.register.cues import Cue, known_words, longest_phrase, phrases
from assistant.register.names import Names, full_word
from assistant.register.spelling import mended
from assistant.register.times import MARK, Time, times_in
from docs_store.judgements import Area

_TOKEN = re.compile(rf"{MARK}|[^\W_]+(?:['’][^\W_]+)*|&")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(slots=True)
class Reading:
    """What was read, each in the order of the question. `unknown` are the words left unexplained;
    `words` are all words, as understood; `taken_as` the councils whose names were misspelt, as typed →
    as understood."""

    councils: list[str] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    grades: list[str] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    framework: str = ""
    unknown: list[str] = field(default_factory=list)
    taken_as: dict[str, str] = field(default_factory=dict)

    def has(self, *cues: Cue) -> bool:
        """True when any of those cues was read."""
        return any(cue in self.cues for cue in cues)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads questions about the councils and inspectors that a register knows."""

    names: Names
    people: frozenset[tuple[str, ...]]
    is_word: Callable[[str], bool]

    @classmethod
    def of(
        cls,
        councils: Iterable[str],
        people: Iterable[str],
        is_word: Callable[[str], bool] = lambda _: False,
    ) -> "Reader":
        """A reader that knows these councils, all others of the gazetteer, and these inspectors.

        `is_word` says of a word that it is one, and so no slip of another: "aware" is not "award".
        """
        return cls(Names.of(councils), frozenset(map(tokens_of, people)), lru_cache(1024)(is_word))

    def read(self, text: str) -> Reading:
        """The text, read whole."""
        reading = Reading()
        marked, times = times_in(text.lower().replace("&", " and "))
        tokens = tuple(full_word(token) for token in tokens_of(marked))
        at, seen_times = 0, iter(times)
        while at < len(tokens):
            if tokens[at] == MARK:
                reading.times.append(next(seen_times))
                at += 1
            else:
                at += self._take(reading, tokens, at)
        return reading

    def _take(self, reading: Reading, tokens: tuple[str, ...], at: int) -> int:
        """Read what starts at a token; how many tokens it took."""
        return (
            self._take_person(reading, tokens, at)
            or self._take_council(reading, tokens, at)
            or _take_phrase(reading, tokens, at)
            or self._take_slip(reading, tokens, at)
        )

    def _take_person(self, reading: Reading, tokens: tuple[str, ...], at: int) -> int:
        for length in (4, 3, 2):
            if tokens[at : at + length] in self.people:
                reading.words += tokens[at : at + length]
                reading.people.append(" ".join(tokens[at : at + length]))
                return length
        return 0

    def _take_council(self, reading: Reading, tokens: tuple[str, ...], at: int) -> int:
        found = self.names.at(tokens, at)
        if found is None:
            return 0
        if found[0] not in reading.councils:
            reading.councils.append(found[0])
        reading.words += tokens[at : at + found[1]]
        return found[1]

    def _take_slip(self, reading: Reading, tokens: tuple[str, ...], at: int) -> int:
        """A misspelt word: of the vocabulary, else of a council's name."""
        typed = tokens[at]
        taken = self._take_council(
            reading, (*tokens[:at], typed.removesuffix("s"), *tokens[at + 1 :]), at
        )
        if taken:
            return taken
        if self.is_word(typed):
            return _leave(reading, typed)
        word = _in_vocabulary(typed)
        if word is not None:
            taken = _take_phrase(reading, (*tokens[:at], word, *_mended_rest(tokens[at + 1 :])), at)
            if taken:
                return taken
        return self._take_misspelt_council(reading, tokens, at)

    def _take_misspelt_council(self, reading: Reading, tokens: tuple[str, ...], at: int) -> int:
        typed = tokens[at]
        name = self.names.mended(typed)
        if name is not None:
            taken = self._take_council(reading, (*tokens[:at], name, *tokens[at + 1 :]), at)
            if taken:
                reading.taken_as[" ".join(tokens[at : at + taken])] = reading.councils[-1]
                return taken
        return _leave(reading, typed)


def _leave(reading: Reading, typed: str) -> int:
    reading.unknown.append(typed)
    reading.words.append(typed)
    return 1


def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, possessive endings and apostrophes off."""
    found = (_POSSESSIVE.sub("", token) for token in _TOKEN.findall(text.lower()))
    return tuple(re.sub("['’]", "", token) for token in found)


@lru_cache(maxsize=4096)
def _in_vocabulary(token: str) -> str | None:
    """The word of the vocabulary that a token is, or is a slip of; None for any other."""
    return token if token in known_words() else mended(token, known_words())


def _mended_rest(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_in_vocabulary(token) or token for token in tokens)


def _take_phrase(reading: Reading, tokens: tuple[str, ...], at: int) -> int:
    """The longest phrase that starts at a token, a slip in its later words allowed."""
    later = _mended_rest(tokens[at + 1 : at + longest_phrase()])
    stretch = (tokens[at], *later)
    for length in range(len(stretch), 0, -1):
        found = phrases().get(stretch[:length])
        if found is not None:
            _keep(reading, *found)
            reading.words += stretch[:length]
            return length
    return 0


def _keep(reading: Reading, kind: str, value: object) -> None:
    if kind == "areas" and isinstance(value, tuple):
        reading.areas += [area for area in value if area not in reading.areas]
    elif kind == "grades" and isinstance(value, tuple):
        reading.grades += [grade for grade in value if grade not in reading.grades]
    elif kind == "framework":
        reading.framework = str(value)
    elif isinstance(value, Cue):
        reading.cues.append(value)
