"""Councils as people name them: in full, in short ("Brighton"), abbreviated ("Staffs"), misspelt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.register.spelling import is_only_longer_or_shorter, mended
from assistant.words import words
from docs_store.gazetteer import gazetteer

_COUNTIES = {
    "beds": "bedfordshire", "berks": "berkshire", "bucks": "buckinghamshire", "cambs": "cambridgeshire",
    "derbys": "derbyshire", "glos": "gloucestershire", "gloucs": "gloucestershire", "hants": "hampshire",
    "herts": "hertfordshire", "lancs": "lancashire", "leics": "leicestershire", "lincs": "lincolnshire",
    "northants": "northamptonshire", "notts": "nottinghamshire", "oxon": "oxfordshire", "salop": "shropshire",
    "shrops": "shropshire", "staffs": "staffordshire", "warks": "warwickshire", "wilts": "wiltshire",
    "worcs": "worcestershire", "yorks": "yorkshire",
}  # fmt: skip
_JOINS = ("and", "upon", "on", "with")
_SURELY = 7


@dataclass(frozen=True, slots=True)
class Names:
    """The names that councils go by. `table` is from a name's words to the council."""

    table: Mapping[tuple[str, ...], str]
    held: frozenset[str]

    @classmethod
    def of(cls, held: Iterable[str]) -> "Names":
        """The names of England's councils and of those that are held, which may be others."""
        councils = frozenset(held)
        return cls(_table(councils), councils)

    def at(self, tokens: tuple[str, ...], start: int) -> tuple[str, int] | None:
        """The council whose name starts at token `start`, the longest, and how many tokens it has."""
        for length in range(min(6, len(tokens) - start), 0, -1):
            found = self.table.get(tokens[start : start + length])
            if found:
                return found, length
        return None

    def mended(self, token: str) -> str | None:
        """The word of a council's name that a token is a slip of, or None.

        Short names differ by one letter from names of other places (Boston, Bolton): in those only
        a letter too many, too few or swapped is a slip.
        """
        found = mended(token, _words_of(self.held))
        if found and (len(token) >= _SURELY or is_only_longer_or_shorter(token, found)):
            return found
        return None


def full_word(token: str) -> str:
    """A county's name for its abbreviation, and any other token as it is."""
    return _COUNTIES.get(token, token)


@lru_cache(maxsize=8)
def _table(held: frozenset[str]) -> dict[tuple[str, ...], str]:
    """Names to councils. A short name of a council that is held comes before the full name of one
    that is not: Bournemouth is now part of a council whose name begins with it."""
    known = {**gazetteer(), **{name: name for name in held}}
    short = _short_names(set(known.values()))
    full = {tuple(words(form.replace("&", " and "))): name for form, name in known.items()}
    table = {**short, **full, **{form: name for form, name in short.items() if name in held}}
    table |= {form: name for form, name in full.items() if name in held}
    return {key: name for key, name in table.items() if key}


@lru_cache(maxsize=8)
def _words_of(held: frozenset[str]) -> frozenset[str]:
    return frozenset(word for name in _table(held) for word in name)


def _short_names(names: set[str]) -> dict[tuple[str, ...], str]:
    """The part before a comma, "and", "upon", "on", "with", where it can mean one council only."""
    meant: dict[tuple[str, ...], set[str]] = {}
    for name in names:
        parts = words(name)
        ends = [at for at, word in enumerate(parts) if word in _JOINS and at]
        if "," in name:
            ends.insert(0, len(words(name.split(",")[0])))
        if ends:
            meant.setdefault(tuple(parts[: ends[0]]), set()).add(name)
        if parts[:2] == ["isles", "of"] or parts[:2] == ["isle", "of"]:
            meant.setdefault(tuple(parts[2:]), set()).add(name)
    return {short: next(iter(of)) for short, of in meant.items() if len(of) == 1}
