"""Which blocks are headings, and which short lines are together one row of a table or an address."""

import re
from collections.abc import Iterator, Sequence

from ingest.blocks import Block, Kind
from ingest.clean import fold
from ingest.numbering import parts_of
from ingest.signs import (
    ADDRESSING,
    CAPTION,
    GRADED_HEADING,
    KEY_VALUE,
    OFFICE,
    ONLY_DATE,
    is_ended,
)
from ingest.tables import is_figure_row, is_grade_row

_MOST_WORDS, _MOST_WORDS_NUMBERED, _MOST_WORDS_GRADED = 24, 10, 40
_LEAST_RUN = 4
_LABEL = re.compile(r"[A-Z][\w’'/ -]{2,40}:$")
_LEADS_IN = re.compile(
    r"\b(?:said|says|added|adds|told|wrote|commented|continued|concluded|includ\w+|are|is|that|"
    r"follow\w*|to|by|with|present|were|was)\s*:$",
    re.IGNORECASE,
)
_OPENS_AS_TITLE = re.compile(r"[\d\W]*[A-Z]")
_ENDS_AS_TEXT = re.compile(r"[.;,:!][’”\"')]*$")
_HOLDS_SENTENCE = re.compile(r"[a-z]{2}\.\s*[A-Z(]")
_NEVER = (ADDRESSING, CAPTION, KEY_VALUE, OFFICE, re.compile(r"\("))


def with_headings(blocks: Sequence[Block], announced: frozenset[str]) -> Iterator[Block]:
    """The blocks, with headings and rows told apart from paragraphs. `announced` are the headings
    of the contents list, folded."""
    index = 0
    while index < len(blocks):
        run = _short_run(blocks, index)
        if run >= _LEAST_RUN:
            yield Block(Kind.ROW, [line for b in blocks[index : index + run] for line in b.lines])
            index += run
            continue
        block = blocks[index]
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind is Kind.ROW and _is_grade_alone(blocks, index):
            block.kind, block.level = Kind.HEADING, 1
        elif block.kind is Kind.PARAGRAPH and len(block.lines) == 1 and is_figure_row(block.text):
            block.kind = Kind.ROW
        elif block.kind is Kind.PARAGRAPH and _is_heading(block, following, announced):
            block.kind, block.level = Kind.HEADING, _level(block, announced)
        yield block
        index += 1


def _is_grade_alone(blocks: Sequence[Block], index: int) -> bool:
    """A judgement and its grade with no table around it: the heading of a section."""
    near = [blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(blocks)]
    return is_grade_row(blocks[index].text) and all(block.kind is not Kind.ROW for block in near)


def _short_run(blocks: Sequence[Block], start: int) -> int:
    """How many short lines without a full stop stand together: an address, a table's head."""
    count = 0
    for index in range(start, len(blocks)):
        block = blocks[index]
        if block.kind is not Kind.PARAGRAPH or block.number or len(block.lines) > 1:
            break
        text = block.lines[0].text
        if len(text) > 42 or is_ended(text) or ADDRESSING.match(text) or ONLY_DATE.fullmatch(text):
            break
        if count and block.lines[0].gap > 0:
            break
        count += 1
    return count


def _is_heading(block: Block, following: Block | None, announced: frozenset[str]) -> bool:
    text = block.text
    words = len(text.split())
    if announced and 6 < len(text) < 200 and fold(text) in announced:
        return True
    if words <= _MOST_WORDS_GRADED and GRADED_HEADING.search(text) and text[-1] != ".":
        return True
    most = _MOST_WORDS_NUMBERED if block.number else _MOST_WORDS
    if following is None or words > most or len(block.lines) > 3:
        return False
    if _ENDS_AS_TEXT.search(text):
        return _is_label(text, following)
    return _looks_like_title(text)


def _looks_like_title(text: str) -> bool:
    if not _OPENS_AS_TITLE.match(text) or sum(map(str.isalpha, text[:20])) < 3:
        return False
    if ONLY_DATE.fullmatch(text) or _HOLDS_SENTENCE.search(text):
        return False
    return not any(pattern.match(text) for pattern in _NEVER)


def _is_label(text: str, following: Block) -> bool:
    """ "Update:", "Recommendation:" above a paragraph; not "He said:"."""
    is_label = _LABEL.match(text) is not None and len(text.split()) <= 5
    return is_label and following.kind is Kind.PARAGRAPH and _LEADS_IN.search(text) is None


def _level(block: Block, announced: frozenset[str]) -> int:
    text = block.text
    if text.isupper() or GRADED_HEADING.search(text) or fold(text) in announced:
        return 1
    return len(parts_of(block.number)) if block.number else 2
