"""Does this stretch of text stand in that one? Tolerant of what extraction does to text.

Two extractions of one page differ in white space, quotation marks, hyphens and ligatures, never in
letters and digits. So texts are compared by their letters and digits alone (NFKC, case folded);
offsets into the original are kept where a place is wanted.
"""

import unicodedata
from dataclasses import dataclass


def letters(text: str) -> str:
    """The letters and digits of `text`, NFKC, case folded, nothing else."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if c.isalnum())


def words_at(text: str, stretch: "Stretch") -> str:
    """The part of `text` (NFKC, case folded) whose letters are those of `stretch`, with the marks
    that touch it ("20%", "£5m")."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    places = [at for at, c in enumerate(plain) if c.isalnum()]
    start, end = places[stretch.start], places[stretch.end - 1] + 1
    while start > 0 and not plain[start - 1].isspace() and not plain[start - 1].isalnum():
        start -= 1
    while end < len(plain) and not plain[end].isspace() and not plain[end].isalnum():
        end += 1
    return plain[start:end]


def folded(text: str) -> str:
    """`text` with each run of white space as one space, none at the ends."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters `start` to `end` (half-open) of a page's `letters`."""

    start: int
    end: int

    def overlap(self, other: "Stretch") -> int:
        """How many letters the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers_half_of_either(self, other: "Stretch") -> bool:
        """True when they share at least half of the shorter one (and something)."""
        shorter = min(self.end - self.start, other.end - other.start)
        return shorter > 0 and 2 * self.overlap(other) >= shorter


def find_quote(page_letters: str, quote: str) -> Stretch | None:
    """Where `quote` first stands on a page (given as its letters), or None."""
    wanted = letters(quote)
    start = page_letters.find(wanted) if wanted else -1
    return Stretch(start, start + len(wanted)) if start >= 0 else None


def find_between(page_letters: str, first_words: str, last_words: str) -> Stretch | None:
    """The shortest stretch that starts with `first_words` and ends with `last_words`, or None.

    The two may overlap ("the same words" … "same words again") or be equal.
    """
    first, last = letters(first_words), letters(last_words)
    if not first or not last:
        return None
    best: Stretch | None = None
    start = page_letters.find(first)
    while start >= 0:
        at = page_letters.find(last, start)
        while 0 <= at < start + len(first) - len(last):
            at = page_letters.find(last, at + 1)
        if at < 0:
            break
        found = Stretch(start, at + len(last))
        if best is None or found.end - found.start < best.end - best.start:
            best = found
        start = page_letters.find(first, start + 1)
    return best


def holds(passage_text: str, gold_letters: str) -> bool:
    """True when a passage holds a gold stretch (given as its letters): the whole of it, or, where
    splitting cut it, at least half of it at the passage's beginning or end or as all of it."""
    passage = letters(passage_text)
    if not passage or not gold_letters:
        return False
    if gold_letters in passage:
        return True
    half = (len(gold_letters) + 1) // 2
    if len(passage) >= half and passage in gold_letters:
        return True
    return _begins_with_the_end_of(passage, gold_letters, half) or _begins_with_the_end_of(
        gold_letters, passage, half
    )


def _begins_with_the_end_of(later: str, earlier: str, at_least: int) -> bool:
    """True when the first n letters of `later` are the last n of `earlier`, n >= `at_least`."""
    longest = min(len(later), len(earlier))
    if earlier[-at_least:] not in later and later[:at_least] not in earlier:
        return False  # quick, and right nearly always
    return any(earlier.endswith(later[:n]) for n in range(longest, at_least - 1, -1))
