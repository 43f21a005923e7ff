"""Blocks → passages: whole sentences under one heading, short enough for the encoder to read whole.

A numbered paragraph is a passage of its own, or several; so the number shown with a sentence is the
number printed beside it. The sentence that leads into a list goes with its items.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from docs_store.documents import Page, Passage, Sentence
from ingest.blocks import Block, Kind, is_caption
from ingest.bounds import LONGEST_BLOCK, LONGEST_NAME, cut
from ingest.lines import Repaired
from ingest.packing import Part, packed
from ingest.repairs import Repairs
from ingest.sentences import sentences_of

CountTokens = Callable[[str], int]
_TINY = 30
"""Tokens below which a passage is put together with a neighbour where that is honest."""
_CHARACTERS_A_TOKEN = 4.5
_FEWEST_IN_PROSE, _FEWEST_IN_TABLES = 3.3, 2.0
_MOST_IN_NONSENSE = 24
"""Characters a token: prose has five."""
_SHORT_ITEM = 40
"""Tokens below which numbered items in a row share a passage."""


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
    count = _Counter(count_tokens)
    sections = _merged(list(_sections(blocks, repairs)), max_tokens)
    passages: list[Passage] = []
    for section in sections:
        for parts in packed(_counted(section.parts, count, max_tokens), max_tokens):
            passages.append(_passage(document_id, len(passages), section, parts, pages))
    return tuple(passages)


class _Counter:
    """Counts tokens without the marks that the encoder adds at both ends. What is no language (to the
    encoder, a word of a million letters is one token) counts by its length."""

    def __init__(self, count_tokens: CountTokens) -> None:
        self._count = count_tokens
        self._always = count_tokens("")

    def __call__(self, text: str) -> int:
        pieces = cut(text, LONGEST_BLOCK) if len(text) > LONGEST_BLOCK else [(0, len(text))]
        tokens = sum(self._count(text[start:end]) - self._always for start, end in pieces)
        return max(1, tokens, len(text) // _MOST_IN_NONSENSE)


def _counted(parts: list[Part], count: _Counter, max_tokens: int) -> list[Part]:
    """The parts with their tokens counted, unless all together surely fit in one passage. Counting
    is most of the cost of splitting."""
    text = " ".join(part.shown_before + part.text for part in parts)
    is_prose = sum(map(str.isalpha, text)) + text.count(" ") > 0.94 * len(text)
    fewest = _FEWEST_IN_PROSE if is_prose else _FEWEST_IN_TABLES
    if len(text) <= fewest * max_tokens or count(text) <= 0.97 * max_tokens:
        return parts
    return [replace(part, tokens=count(part.text)) for part in parts]


def _sections(blocks: Sequence[Block], repairs: Repairs) -> Iterator[Section]:
    path: list[tuple[int, str]] = []
    number: str | None = None
    current = Section("", None)
    for index, block in enumerate(blocks):
        source = repairs.join(block.lines)
        if block.kind is Kind.HEADING:
            while path and path[-1][0] >= block.level:
                path.pop()
            path.append((block.level, source.text[:LONGEST_NAME]))
            number = block.number
        elif block.number is not None:
            number = block.number
        heading = " > ".join(text for _, text in path[-3:])
        opens = block.kind is Kind.HEADING or block.number is not None
        if opens or current.heading != heading or current.number != number:
            if current.parts:
                yield current
            current = Section(heading, number)
        is_stem = block.is_header or _is_stem(
            block, blocks[index + 1] if index + 1 < len(blocks) else None
        )
        current.parts.extend(_parts(block, source, is_stem))
    if current.parts:
        yield current


def _is_stem(block: Block, following: Block | None) -> bool:
    """A sentence that leads into a list, or the caption of a table."""
    if following is None or block.kind not in (Kind.PARAGRAPH, Kind.BULLET):
        return False
    if following.kind is Kind.ROW:
        return is_caption(block) or block.text.rstrip().endswith(":")
    return following.kind is Kind.BULLET and block.text.rstrip().endswith(":")


def _parts(block: Block, source: Repaired, is_stem: bool) -> list[Part]:
    whole = block.kind in (Kind.HEADING, Kind.ROW)
    offsets = [(0, len(source.text))] if whole else sentences_of(source.text)
    before = f"{block.number}. " if block.number else f"{block.marker} " if block.marker else ""
    before = before.replace(". ", " ") if block.number and "." in block.number else before
    return [
        Part(
            source, start, end, tokens=round((end - start) / _CHARACTERS_A_TOKEN + 0.5),
            opens_block=order == 0,
            shown_before=before if order == 0 else "",
            is_stem=is_stem and order == len(offsets) - 1,
            is_heading=block.kind is Kind.HEADING,
            is_row=block.kind is Kind.ROW,
            sign=_sign(block),
        )
        for order, (start, end) in enumerate(offsets)
    ]  # fmt: skip


def _sign(block: Block) -> str:
    """What marks a list item; items of one list share it."""
    if block.kind is not Kind.BULLET:
        return ""
    return block.sign or block.marker or "(item)"


def _merged(sections: list[Section], max_tokens: int) -> list[Section]:
    """Bare headings and tiny sections go with what comes after, where that is honest; their words
    stay in the text."""
    merged: list[Section] = []
    for section in sections:
        last = merged[-1] if merged else None
        is_bare = last is not None and all(part.is_heading for part in last.parts)
        fits = last is not None and last.tokens + section.tokens <= max_tokens
        if last is not None and _goes_with(last, section) and (fits or is_bare):
            section.parts[:0] = last.parts
            merged[-1] = section
        elif last is not None and fits and _are_short_items(last, section):
            last.parts.extend(section.parts)
            last.number = f"{(last.number or '').split('–')[0]}–{section.number}"
        else:
            merged.append(section)
    return merged


def _are_short_items(last: Section, section: Section) -> bool:
    """Short numbered items in a row under one heading: the passage then says "5–8"."""
    if not last.number or not section.number or last.heading != section.heading:
        return False
    count = len({part.shown_before for part in last.parts if part.shown_before}) or 1
    return (
        section.tokens < _SHORT_ITEM
        and last.tokens / count < _SHORT_ITEM
        and last.tokens < 4 * _SHORT_ITEM
    )


def _goes_with(last: Section, section: Section) -> bool:
    if last.tokens >= 3 * _TINY:
        return False
    if all(part.is_heading for part in last.parts):
        return True
    return last.number is None and section.number is None and last.tokens < _TINY


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
