"""Sentences → passages of even size: the cheapest way to cut a section, by dynamic programming."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lines import Repaired

_IN_PARAGRAPH = 0.12
_FROM_STEM = 2.0
_EACH = 0.02
_LONGEST_WORD = 1_000
"""Prices of a cut: inside a paragraph, between a lead-in or heading and what it leads to, and any."""


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence, bullet, row or heading before packing: its repaired text, and what is shown
    before it on its line but is not of it ("• ", "12. "). `tokens` is
    estimated from its length until its section is seen to need counting."""

    source: Repaired
    start: int
    end: int
    tokens: int
    opens_block: bool
    shown_before: str = ""
    is_stem: bool = False
    is_heading: bool = False
    is_row: bool = False
    sign: str = ""

    @property
    def text(self) -> str:
        """The words."""
        return self.source.text[self.start : self.end]


def packed(parts: Sequence[Part], max_tokens: int) -> list[list[Part]]:
    """The parts in passages of at most `max_tokens`, even in size and cut where a block opens if
    that can be, else between sentences; never between the sentence that leads into a list and its
    first item. Later items of a long list get that sentence again, so that they can be understood.
    """
    parts = [piece for part in parts for piece in _cut_to_size(part, max_tokens)]
    stems = _stems_above(parts, max_tokens)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(parts) + 1):
        size, choice = 0, (float("inf"), end - 1)
        for start in range(end - 1, -1, -1):
            size += _cost(parts[start])
            stem = stems[start]
            whole = size + (_cost(stem) if stem else 0)
            if whole > max_tokens and start < end - 1:
                if size > max_tokens:
                    break
                continue
            price = best[start][0] + _price(parts, start, whole, max_tokens)
            if price < choice[0]:
                choice = (price, start)
        best.append(choice)
    passages: list[list[Part]] = []
    end = len(parts)
    while end:
        start = best[end][1]
        stem = stems[start]
        repeated = (
            [stem] if stem and sum(map(_cost, [stem, *parts[start:end]])) <= max_tokens else []
        )
        passages.append([*repeated, *parts[start:end]])
        end = start
    return passages[::-1]


def _price(parts: Sequence[Part], start: int, size: int, max_tokens: int) -> float:
    """How bad a passage of `size` tokens is that starts at part `start`."""
    price = ((max_tokens - size) / max_tokens) ** 2 + _EACH
    if start and not parts[start].opens_block:
        price += _IN_PARAGRAPH
    if start and (parts[start - 1].is_stem or parts[start - 1].is_heading):
        price += _FROM_STEM
    return price


def _stems_above(parts: Sequence[Part], max_tokens: int) -> list[Part | None]:
    """For each part, the short sentence that leads into the list it is in the middle of."""
    stems: list[Part | None] = []
    open_stems: list[Part] = []
    for index, part in enumerate(parts):
        if part.opens_block and not part.sign and not part.is_row:
            open_stems = []
        elif part.opens_block and not part.is_row:
            while open_stems and open_stems[-1].sign == part.sign:
                open_stems.pop()
        stem = open_stems[-1] if open_stems else None
        is_first = index > 0 and parts[index - 1] is stem
        stems.append(None if is_first or stem is None or stem.tokens > max_tokens // 4 else stem)
        if part.is_stem:
            open_stems.append(part)
    return stems


def _cost(part: Part) -> int:
    return part.tokens + (2 if part.shown_before else 0)


def _cut_to_size(part: Part, max_tokens: int) -> list[Part]:
    """A sentence longer than a passage, cut between words in equal pieces."""
    if _cost(part) <= max_tokens:
        return [part]
    pieces = -(-_cost(part) * 10 // (max_tokens * 8))
    words = list(_words(part.text))
    share = -(-len(words) // pieces)
    found = []
    for at in range(0, len(words), share):
        group = words[at : at + share]
        start = part.start + group[0][0]
        end = part.start + group[-1][0] + len(group[-1][1])
        found.append(
            Part(
                part.source, start, end, max_tokens * 8 // 10,
                opens_block=part.opens_block and at == 0,
                shown_before=part.shown_before if at == 0 else "",
            )
        )  # fmt: skip
    return found


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Words and where they start; one of absurd length comes in pieces."""
    at = 0
    for word in text.split(" "):
        for start in range(0, len(word), _LONGEST_WORD):
            yield at + start, word[start : start + _LONGEST_WORD]
        at += len(word) + 1
