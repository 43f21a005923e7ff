"""Numbers in a list of words, rewritten in one form: "twenty-five" and "25", "per cent" and "%".

A share is a fraction whatever its dress: "25%", "one in four" and "a quarter of" are all "=1/4",
which is one word, so that neither "1" nor "4" is stated by it.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

_UNITS = {
    "zero": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SUFFIX = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}
_ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th",
    "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
    "eleventh": "11th", "twelfth": "12th",
}  # fmt: skip
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_WITH_SUFFIX = re.compile(r"(\d+(?:\.\d+)?)(k|m|bn)")
_NOT_A_NUMBER_BEFORE = {"no", "every", "each", "any"}
_NOT_A_NUMBER_AFTER = {"another", "that", "who", "which"}


def is_number(word: str) -> bool:
    """True for a plain number in the form written here ("25", "3.5")."""
    return _DIGITS.fullmatch(word) is not None


def rewrite_numbers(words: Sequence[str]) -> list[str]:
    """`words` (case folded, punctuation as words of its own) with numbers in one form."""
    return _shares(_counts(words))


def _counts(words: Sequence[str]) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(words):
        if _is_pronoun(words, at):
            found.append(words[at])
            at += 1
            continue
        value, end = _read(words, at)
        if value is None:
            found.append(_ORDINALS.get(words[at], words[at]))
            at += 1
        else:
            found.append(_plain(value))
            at = end
    return found


def _is_pronoun(words: Sequence[str], at: int) -> bool:
    """True for the "one" of "no one" or "one another", which counts nothing."""
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    is_one = words[at] == "one"
    return is_one and (before in _NOT_A_NUMBER_BEFORE or after in _NOT_A_NUMBER_AFTER)


def _read(words: Sequence[str], at: int) -> tuple[Decimal | None, int]:
    """The number that starts at `at` and where it ends, or (None, at)."""
    word = words[at]
    suffixed = _WITH_SUFFIX.fullmatch(word)
    if suffixed:
        return Decimal(suffixed[1]) * _SUFFIX[suffixed[2]], at + 1
    if _DIGITS.fullmatch(word):
        return _scaled(words, at + 1, Decimal(word))
    if word in ("a", "an") and at + 1 < len(words) and words[at + 1] in (*_SCALES, "dozen"):
        value = 12 if words[at + 1] == "dozen" else _SCALES[words[at + 1]]
        return Decimal(value), at + 2
    return _spelled(words, at)


def _scaled(words: Sequence[str], at: int, value: Decimal) -> tuple[Decimal, int]:
    if at < len(words) and words[at] in _SCALES:
        return value * _SCALES[words[at]], at + 1
    return value, at


def _spelled(words: Sequence[str], at: int) -> tuple[Decimal | None, int]:
    """A number in words: "one hundred and fifty", "twenty - five", "two thousand"."""
    total, current, end = 0, None, at
    while end < len(words):
        small, after = _below_hundred(words, end)
        if small is not None and current is None:
            current, end = small, after
        elif current is not None and words[end] == "hundred":
            current, end = current * 100, end + 1
            start = end + 1 if end < len(words) and words[end] == "and" else end
            rest, after = _below_hundred(words, start)
            if rest is not None:
                current, end = current + rest, after
        elif current is not None and words[end] in _SCALES:
            total, current, end = total + current * _SCALES[words[end]], None, end + 1
            if end < len(words) and words[end] == "and" and _below_hundred(words, end + 1)[0]:
                end += 1
        else:
            break
    return (None, at) if end == at else (Decimal(total + (current or 0)), end)


def _below_hundred(words: Sequence[str], at: int) -> tuple[int | None, int]:
    word = words[at] if at < len(words) else ""
    if word in _UNITS:
        return _UNITS[word], at + 1
    if word not in _TENS:
        return None, at
    unit = at + 2 if at + 1 < len(words) and words[at + 1] == "-" else at + 1
    if unit < len(words) and 0 < _UNITS.get(words[unit], 0) < 10:
        return _TENS[word] + _UNITS[words[unit]], unit + 1
    return _TENS[word], at + 1


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _shares(words: Sequence[str]) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(words):
        share, end = _share(words, at)
        found.append(f"={share.numerator}/{share.denominator}" if share else words[at])
        at = end if share else at + 1
    return found


def _share(words: Sequence[str], at: int) -> tuple[Fraction | None, int]:
    word, *after = words[at : at + 4]
    if is_number(word) and after[:1] == ["%"]:
        return Fraction(word) / 100, at + 2
    if word == "half":
        return Fraction(1, 2), at + 1
    if is_number(word) and after[:1] == ["in"] and len(after) > 1 and is_number(after[1]):
        share = Fraction(word) / Fraction(after[1]) if Fraction(after[1]) else Fraction(0)
        if 0 < share < 1 and (Fraction(after[1]) <= 20 or after[1] == "100"):
            return share, at + 3
    return _named_part(words, at)


def _named_part(words: Sequence[str], at: int) -> tuple[Fraction | None, int]:
    """ "two thirds", "a quarter", "one third of"; but not "a third visit"."""
    count = "1" if words[at] in ("a", "an") else words[at]
    name = at + 2 if at + 1 < len(words) and words[at + 1] == "-" else at + 1
    if not is_number(count) or "." in count or name >= len(words):
        return None, at
    one_of = {_ORDINALS.get(part, part): parts for part, parts in _PARTS.items()}
    many_of = {part + "s": parts for part, parts in _PARTS.items()}
    if int(count) > 1 and words[name] in many_of:
        return Fraction(int(count), many_of[words[name]]), name + 1
    follows = words[name + 1] if name + 1 < len(words) else ""
    is_part = words[name] == "quarter" or not follows.isalnum() or follows == "of"
    if count == "1" and words[name] in one_of and is_part:
        return Fraction(1, one_of[words[name]]), name + 1
    return None, at
