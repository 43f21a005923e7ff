"""Blocks → passages: whole sentences under one heading, short enough for the encoder to read whole.

A numbered paragraph is a passage of its own, or several; so the number shown with a sentence is the
number printed beside it. The sentence that leads into a list goes with its items.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from docs_store.documents import Page, Passage, Sentence
from ingest.blocks import Block, Kind
from ingest.lines import Repaired
from ingest.repairs import Repairs
from ingest.sentences import sentences_of

CountTokens = Callable[[str], int]
_TINY = 30
"""Tokens below which a passage is put together with a neighbour where that is honest."""


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence, bullet, row or heading before packing: its repaired text, and what is shown
    before it on its line but is not of it ("• ", "12. ")."""

    source: Repaired
    start: int
    end: int
    tokens: int
    opens_block: bool
    shown_before: str = ""
    is_stem: bool = False
    is_heading: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return self.source.text[self.start : self.end]


@dataclass(slots=True)
class Section:
    """Parts that may share a passage: one heading path, one paragraph number."""

    heading: str
    number: str | None
    parts: list[Part] = field(default_factory=list)

    @property
    def tokens(self) -> int:
        """The sum over the parts."""
        return sum(part.tokens for part in self.parts)


def split(
    document_id: str,
    pages: Sequence[Page],
    blocks: Sequence[Block],
    repairs: Repairs,
    count_tokens: CountTokens,
    max_tokens: int,
) -> tuple[Passage, ...]:
    """Passages of at most `max_tokens` tokens, in the order of the document.

    A sentence is never cut, unless it is longer than `max_tokens` by itself.
    """
    sections = _merged(list(_sections(blocks, repairs, _Counter(count_tokens))), max_tokens)
    passages: list[Passage] = []
    for section in sections:
        for parts in _packed(section.parts, max_tokens):
            passages.append(_passage(document_id, len(passages), section, parts, pages))
    return tuple(passages)


class _Counter:
    """Counts tokens without the marks that the encoder adds at both ends."""

    def __init__(self, count_tokens: CountTokens) -> None:
        self._count = count_tokens
        self._always = count_tokens("")

    def __call__(self, text: str) -> int:
        return max(1, self._count(text) - self._always)


def _sections(blocks: Sequence[Block], repairs: Repairs, count: _Counter) -> Iterator[Section]:
    path: list[tuple[int, str]] = []
    number: str | None = None
    current = Section("", None)
    for index, block in enumerate(blocks):
        source = repairs.join(block.lines)
        if block.kind is Kind.HEADING:
            while path and path[-1][0] >= block.level:
                path.pop()
            path.append((block.level, source.text))
            number = block.number
        elif block.number is not None:
            number = block.number
        heading = " > ".join(text for _, text in path[-3:])
        opens = block.kind is Kind.HEADING or block.number is not None
        if opens or current.heading != heading or current.number != number:
            if current.parts:
                yield current
            current = Section(heading, number)
        is_stem = block.is_header or _is_stem(block, blocks[index + 1] if index + 1 < len(blocks) else None)
        current.parts.extend(_parts(block, source, count, is_stem))
    if current.parts:
        yield current


def _is_stem(block: Block, following: Block | None) -> bool:
    return (
        block.kind in (Kind.PARAGRAPH, Kind.BULLET)
        and block.text.rstrip().endswith(":")
        and following is not None
        and following.kind is Kind.BULLET
    )


def _parts(block: Block, source: Repaired, count: _Counter, is_stem: bool) -> list[Part]:
    whole = block.kind in (Kind.HEADING, Kind.ROW)
    offsets = [(0, len(source.text))] if whole else sentences_of(source.text)
    before = f"{block.number}. " if block.number else f"{block.marker} " if block.marker else ""
    before = before.replace(". ", " ") if block.number and "." in block.number else before
    return [
        Part(
            source, start, end, count(source.text[start:end]),
            opens_block=order == 0,
            shown_before=before if order == 0 else "",
            is_stem=is_stem and order == len(offsets) - 1,
            is_heading=block.kind is Kind.HEADING,
        )
        for order, (start, end) in enumerate(offsets)
    ]  # fmt: skip


def _merged(sections: list[Section], max_tokens: int) -> list[Section]:
    """Bare headings, and tiny sections without numbers, go with what comes after; their words stay
    in the text."""
    merged: list[Section] = []
    for section in sections:
        last = merged[-1] if merged else None
        if last is not None and _goes_with(last, section) and last.tokens + section.tokens <= max_tokens:
            section.parts[:0] = last.parts
            merged[-1] = section
        elif last is not None and _goes_with(last, section) and all(p.is_heading for p in last.parts):
            section.parts[:0] = last.parts
            merged[-1] = section
        else:
            merged.append(section)
    return merged


def _goes_with(last: Section, section: Section) -> bool:
    if last.tokens >= 3 * _TINY:
        return False
    if all(part.is_heading for part in last.parts):
        return True
    return last.number is None and section.number is None and last.tokens < _TINY


def _packed(parts: Sequence[Part], max_tokens: int) -> Iterator[list[Part]]:
    """Even passages: cut where a block opens if that can be, else between sentences."""
    parts = [piece for part in parts for piece in _cut_to_size(part, max_tokens)]
    total = sum(_cost(part) for part in parts)
    wanted = -(-total // max_tokens)
    current: list[Part] = []
    size = 0
    left = total
    stem: Part | None = None
    for index, part in enumerate(parts):
        target = left / max(1, wanted)
        is_over = size + _cost(part) > max_tokens
        is_good_place = part.opens_block and size >= 0.85 * min(target, max_tokens) and wanted > 1
        follows_stem = index > 0 and parts[index - 1].is_stem
        if current and (is_over or (is_good_place and not follows_stem)):
            held = [current.pop()] if follows_stem and len(current) > 1 else []
            yield current
            left -= size - sum(_cost(p) for p in held)
            wanted = max(1, -(-left // max_tokens))
            current = held
            if not held and stem is not None and part.shown_before == "• " and stem.tokens <= max_tokens // 4:
                current = [stem]
            size = sum(_cost(p) for p in current)
        current.append(part)
        size += _cost(part)
        if part.is_stem:
            stem = part
        elif part.opens_block and not part.shown_before:
            stem = None
    if current:
        yield current


def _cost(part: Part) -> int:
    return part.tokens + (2 if part.shown_before else 0)


def _cut_to_size(part: Part, max_tokens: int) -> list[Part]:
    """A sentence longer than a passage, cut between words in equal pieces."""
    if _cost(part) <= max_tokens:
        return [part]
    pieces = -(-_cost(part) * 10 // (max_tokens * 8))
    words = [(i, word) for i, word in _words(part.text)]
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
    at = 0
    for word in text.split(" "):
        if word:
            yield at, word
        at += len(word) + 1


def _passage(
    document_id: str, ordinal: int, section: Section, parts: Sequence[Part], pages: Sequence[Page]
) -> Passage:
    text = ""
    sentences = []
    for part in parts:
        if text:
            text += "\n" if part.opens_block or part.shown_before else " "
        text += part.shown_before
        spans = part.source.spans(part.start, part.end)
        sentences.append(Sentence(len(text), len(text) + len(part.text), spans))
        text += part.text
    touched = [span.page for sentence in sentences for span in sentence.spans]
    return Passage(
        id=f"{document_id}#{ordinal}",
        document_id=document_id,
        ordinal=ordinal,
        text=text,
        heading=section.heading,
        paragraph=section.number,
        page_first=pages[min(touched)].number,
        page_last=pages[max(touched)].number,
        sentences=tuple(sentences),
    )
