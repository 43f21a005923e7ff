"""Text as a row of words in one form, so that the same thing said in another dress is found.

Case, hyphens, apostrophes, articles, plurals, dates and numbers are brought to one form; numbers
stay whole words ("15" is never found in "150"); clauses are counted, for the guard on negation.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.words import STOP_WORDS
from evals.dates import rewrite_dates
from evals.numbers import rewrite_numbers

_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\u2018\u2019\u02bc`]"), "'"),
    (re.compile("[\u2010-\u2015\u2212]"), "-"),
    (re.compile("\u00ad"), ""),
    (re.compile(r"\bcan(?:not\b|'t\b)"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'s\b|(?<=s)'(?!\w)"), ""),
    (re.compile(r"(?<=\d),(?=\d{3}(?!\d))"), ""),
    (re.compile(r"\bper\s?cent\b"), "%"),
    (re.compile(r"&"), " and "),
)
_WORD = re.compile(
    r"§\d+|£|\d+(?:\.\d+)?(?:bn|m|k)\b|\d+(?:\.\d+)+|%|[^\W_]+(?:'[^\W_]+)*|[.,;:()!?•\-]"
)
_DASH = re.compile(r"\s-\s")
_BREAKS = frozenset(".,;:()!?•")
_DROPPED = frozenset({"a", "an", "the", "-"})
_ASKING = frozenset("many much often long kind number name".split())
_NOT_PLURAL = frozenset({"does", "always", "perhaps", "whereas"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its one form and the number of the clause it stands in."""

    text: str
    clause: int

    @property
    def is_exact(self) -> bool:
        """True for numbers, shares, ordinals and days, which match whole or not at all."""
        return self.text[0] in "=§" or self.text[0].isdigit()


def singular(word: str) -> str:
    """A word without its plural s."""
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural and word not in _NOT_PLURAL and word.isalpha() else word


def stem(word: str) -> str:
    """A word without its commonest endings: "requires", "required" and "requiring" agree."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and word.isalpha():
            return word[: -len(ending)]
    return word


def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text`, articles left out."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("\u2044", "/")
    for pattern, replacement in _REWRITES:
        plain = pattern.sub(replacement, plain)
    tokens = _pounds(_WORD.findall(_DASH.sub(" ; ", rewrite_dates(plain))))
    found: list[Word] = []
    clause = 0
    for token in rewrite_numbers(tokens):
        if token in _BREAKS:
            clause += 1
        elif token not in _DROPPED:
            found.append(Word(singular(token), clause))
    return tuple(found)


@lru_cache(maxsize=4096)
def key_words(text: str) -> frozenset[str]:
    """The stems of the words that carry a text: neither small words nor those that only ask."""
    return frozenset(
        stem(word.text)
        for word in words_of(text)
        if word.text not in STOP_WORDS and word.text not in _ASKING
    )


def _pounds(tokens: Sequence[str]) -> list[str]:
    """ "£ 3.2 million" in the order in which it is said: "3.2 million pounds"."""
    found: list[str] = []
    at = 0
    while at < len(tokens):
        if tokens[at] != "£":
            found.append(tokens[at])
            at += 1
            continue
        scales = ("million", "billion", "thousand")
        end = at + 3 if at + 2 < len(tokens) and tokens[at + 2] in scales else at + 2
        found += [*tokens[at + 1 : end], "pounds"]
        at = end
    return found


class Searchable:
    """Words joined into one string that can be searched from word boundary to word boundary, so that
    "well-being", "well being" and "wellbeing" agree and "15" is not found in "150"."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        parts: list[str] = []
        at = 0
        for index, word in enumerate(words):
            self._starts[at] = index
            parts.append(_joined_form(word))
            at += len(parts[-1])
            self._ends[at] = index + 1
        self.joined = "".join(parts)

    def places_of(self, other: "Searchable") -> list[tuple[int, int]]:
        """The half-open word ranges in which all of `other` stands, word for word."""
        found: list[tuple[int, int]] = []
        at = self.joined.find(other.joined) if other.joined else -1
        while at >= 0:
            start, end = self._starts.get(at), self._ends.get(at + len(other.joined))
            if start is not None and end is not None:
                found.append((start, end))
            at = self.joined.find(other.joined, at + 1)
        return found


def _joined_form(word: Word) -> str:
    return f"|{word.text}|" if word.is_exact else word.text
