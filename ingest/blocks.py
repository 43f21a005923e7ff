"""Lines → blocks: the headings, paragraphs, bullets, table rows and footnotes of a document.

A PDF or a text dump gives only lines. Whether a line goes on from the one above is told from how
that one ends, how full it is, and how this one begins.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ingest.clean import Cleaned, fold
from ingest.lines import Line
from ingest.tables import grade_rows, is_figure_row

GRADE = r"(?:outstanding|good|adequate|inadequate|requires improvement(?: to be good)?|not judged|not yet judged)"
_BULLET = re.compile(r"^(?:[¢«•◼◾▪■●○◦‣⁃∙·§➢►✓✔\uf000-\uf0ff]+|[oO](?=\s+[A-Z\d‘“'a-z])|[-–—*](?=\s))\s*")
_LETTERED = re.compile(r"^(?:\((?:[a-z]{1,2}|[ivx]{1,4}|\d{1,2})\)|[a-h]\)|[ivx]{1,4}\))\s+(?=\S)")
_NUMBER = re.compile(r"^((?:[A-Z]{1,3}\.?)?\d{1,3}(?:\.\d{1,3}){0,3})([.)]?)(?:\s+|$)(?=[A-Z‘“\"'(\[£\d–-]|$)")
_NUMBERED = re.compile(r"\d{1,3}\.\s+[A-Z‘“]|\d{1,2}(?:\.\d{1,2}){1,2}\s+[A-Z‘“]")
_TERMINAL = re.compile(r"[.?!:;][’”\"')\]]*\d{0,2}$")
_GOES_ON = re.compile(
    r"(?:,|–|-|\b(?:a|an|and|or|of|the|to|in|for|with|by|on|at|from|as|is|are|was|were|that|which|who|their|its|has|"
    r"have|had|not|be|been|this|these|than|into|but|local|Her|His|Majesty’s|Dr|Mr|Mrs|Ms|Cllr|Councillor))$"
)
_GRADED_HEADING = re.compile(rf":\s*{GRADE}\W*$", re.IGNORECASE)
_ONLY_GRADE = re.compile(rf"^{GRADE}\W*$", re.IGNORECASE)
_KEY_VALUE = re.compile(r"^[A-Z][\w’' /()-]{2,40}:\s+\S")
_ADDRESSING = re.compile(r"^(?:dear|yours|cc|tel|email|e-mail|https?:|www\.)\b", re.IGNORECASE)
_LEADS_IN = re.compile(
    r"\b(?:said|says|added|adds|told|wrote|commented|continued|concluded|includ\w+|are|is|that|follow\w*|to|by|with|present|were|was)\s*:$", re.IGNORECASE
)
_IMPRINT = re.compile(
    r"\b(?:regulates and inspects to achieve|large print|Braille|reuse this information|Open Government Licence|Crown copyright|"
    r"Textphone|monthly newsletter|copies of this (?:report|publication|document)|(?:publication|report) is available at|"
    r"write to the Information Policy Team)\b|^©|^T: ?\d{4}", re.IGNORECASE
)  # fmt: skip
_OFFICE = re.compile(r"^(?:Her|His) Majesty[’']s Inspectors?\W*$")
_ONLY_DATE = re.compile(
    r"[\d\W]*(?:January|February|March|April|May|June|July|August|September|October|November|December)?[\d\W]*"
)
_CAPTION = re.compile(r"^(?:Table|Figure|Chart)\s\w{1,4}\b")
_LONGEST_HEADING = 24


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ROW = "row"
    NOTE = "note"


@dataclass(slots=True)
class Block:
    """Lines that belong together. `number` is the printed number of a numbered paragraph, `marker`
    what is shown before the text of a bullet and `sign` what is printed there; none is in `lines`. `level` is a heading's depth."""

    kind: Kind
    lines: list[Line] = field(default_factory=list)
    number: str | None = None
    marker: str = ""
    sign: str = ""
    level: int = 0
    is_header: bool = False

    @property
    def text(self) -> str:
        """The words, lines joined by spaces."""
        return " ".join(line.text for line in self.lines)


def blocks_of(cleaned: Cleaned) -> list[Block]:
    """The blocks of a document whose format tells no structure, footnotes after what they note."""
    grouped = _Grouping(cleaned.lines).blocks()
    blocks = list(_classified(grouped, cleaned.announced))
    return without_imprint(_with_notes(_as_letter(blocks), cleaned.notes))


def _as_letter(blocks: list[Block]) -> list[Block]:
    """Above "Dear …" stand addresses and no headings."""
    for index, block in enumerate(blocks[:40]):
        if re.match(r"Dear\s+[A-Z]", block.text) and len(block.text) < 80:
            for above in blocks[: index + 1]:
                above.kind, above.number = (Kind.ROW if above.kind is Kind.ROW else Kind.PARAGRAPH), None
    return blocks


def without_imprint(blocks: list[Block]) -> list[Block]:
    """The blocks less the publisher's imprint at the end: licence, other formats, telephone numbers.
    It is the same in every document of a publisher and is evidence of nothing."""
    signs = [_IMPRINT.search(block.text) is not None for block in blocks]
    first_page = blocks[-1].lines[0].page - 1 if blocks else 0
    for index, block in enumerate(blocks):
        is_near_end = block.lines[0].page >= first_page and index >= len(blocks) // 2
        if signs[index] and is_near_end and sum(signs[index:]) >= 3:
            return blocks[:index]
    return blocks


class _Grouping:
    """Groups lines to blocks; headings are told apart later, when what follows is known."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = list(lines)
        lengths = sorted(len(line.text) for line in self._lines)
        self.width = lengths[int(len(lengths) * 0.85)] if lengths else 80
        self.is_wrapped = self.width <= 150
        self._last_number: list[int] = []
        self._is_listing = False

    def blocks(self) -> list[Block]:
        """Every line in a block."""
        found: list[Block] = []
        rows = grade_rows([line.text for line in self._lines])
        index = 0
        while index < len(self._lines):
            line = self._lines[index]
            if index in rows:
                found.append(Block(Kind.ROW, list(self._lines[index : index + rows[index]])))
                index += rows[index]
                continue
            current = found[-1] if found else None
            started = self._started(line, current, index)
            if started is not None:
                found.append(started)
            elif current is not None and self._joins(current, index):
                current.lines.append(line)
            else:
                found.append(self._plain(line, current, index))
            index += 1
        return [block for block in found if block.lines]

    def _started(self, line: Line, current: Block | None, index: int) -> Block | None:
        """A block that opens with a bullet, a letter or a number, if this line does.

        A sign on a line of its own opens a block without lines, which the next line fills.
        """
        if current is not None and not current.lines:
            return None
        bullet = _BULLET.match(line.text)
        if bullet and self._may_be_bullet(bullet[0].strip(), line, current):
            rest = line.without_start(bullet.end())
            return Block(Kind.BULLET, [rest] if rest.text else [], marker="•", sign=bullet[0].strip())
        if _LETTERED.match(line.text) and self._is_break(current, line):
            return Block(Kind.BULLET, [line])
        number = _NUMBER.match(line.text)
        if number and self._may_be_number(number, line, current):
            self._last_number = _parts(number[1])
            rest = line.without_start(number.end())
            return Block(Kind.PARAGRAPH, [rest] if rest.text else [], number=number[1])
        return None

    def _may_be_bullet(self, sign: str, line: Line, current: Block | None) -> bool:
        if sign not in ("o", "O", "-", "–", "—", "*", "·"):
            return True
        return self._is_break(current, line) or (current is not None and current.kind is Kind.BULLET and sign == "o")

    def _is_break(self, current: Block | None, line: Line) -> bool:
        """Whether what stands above can have ended there."""
        if current is None or current.kind is Kind.ROW or line.gap > 0:
            return True
        above = current.lines[-1].text
        return bool(_TERMINAL.search(above)) or len(above) < 0.6 * self.width

    def _may_be_number(self, number: re.Match[str], line: Line, current: Block | None) -> bool:
        parts = _parts(number[1])
        rest = line.text[number.end() :]
        if not parts or parts[0] > 400 or (not rest and not number[2] and len(parts) == 1):
            return False
        if re.fullmatch(r"[A-Z]{1,2}\d{1,2}[A-Z]?\s+\d[A-Z]{2}", line.text):
            return False
        if is_figure_row(line.text) or re.match(rf"(?:{_MONTH})\b", rest):
            return False
        is_next = _follows(parts, self._last_number)
        if len(parts) == 1 and not number[2] and not re.match(r"[A-Z]{1,3}\d", number[1]):
            return is_next and self._is_break(current, line) and line.gap > 0 and rest[:1].isupper()
        if rest[:1].isdigit() and not is_next:
            return False
        if len(parts) == 1 and parts[0] == 0:
            return False
        return (is_next or self._is_break(current, line)) and not re.match(r"\d", rest[:1] if len(parts) > 1 else "")

    def _plain(self, line: Line, current: Block | None, index: int) -> Block:
        """A block without a sign of its own; below "including:" it can still be a list item."""
        is_apart = _gap_of(self._lines, index) > 0 and line.text[:1].islower()
        if current is not None and (is_apart or line.indent > current.lines[0].indent or (current.kind is Kind.BULLET and line.indent and not current.marker)):
            above = current.text.rstrip()
            is_open = current.kind is Kind.BULLET and not current.marker and (line.indent or not above.endswith("."))
            if above.endswith(":") or is_open:
                return Block(Kind.BULLET, [line])
        return Block(Kind.PARAGRAPH, [line])

    def _joins(self, current: Block, index: int) -> bool:
        """Whether line `index` goes on from the block `current`."""
        if not current.lines:
            return True
        if not self.is_wrapped or current.kind is Kind.ROW:
            return False
        line, above = self._lines[index], current.lines[-1].text
        gap = self._effective_gap(index)
        if above.endswith(":") and _ONLY_GRADE.match(line.text) and gap == 0:
            return True
        if _GRADED_HEADING.search(current.text) and not line.text[:1].islower():
            return False
        is_ended = _TERMINAL.search(above) is not None
        is_list = current.text.endswith(":") or (current.kind is Kind.BULLET and not current.marker)
        if line.text[:1].islower():
            if gap > 0 and (is_ended or is_list):
                return False
            return gap <= 8
        if _ADDRESSING.match(line.text) or (_KEY_VALUE.match(line.text) and _KEY_VALUE.match(current.text)):
            return False
        if gap == 0 and (line.text.startswith("(") or _OFFICE.match(line.text)):
            return True
        if is_ended and (self._is_label(index) or line.indent > current.lines[-1].indent):
            return False
        if is_ended and line.gap > 0 and line.page == current.lines[-1].page:
            return False
        if gap > 0:
            if is_ended or gap > 8:
                return False
            is_running = len(current.lines) > 1 and self._is_full(above, line, 0.85)
            return is_running or (gap <= 1 and _GOES_ON.search(above) is not None)
        return self._is_full(above, line, 0.78 if is_ended else 0.8) or (
            not is_ended and _GOES_ON.search(above) is not None
        )

    def _is_label(self, index: int) -> bool:
        """Whether the line stands alone: it does not end a sentence, has room left, and what follows
        begins anew. Running text has no such line."""
        line = self._lines[index]
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        if _GRADED_HEADING.search(line.text):
            return True
        if following is None:
            return False
        if line.text.endswith(":") and _ONLY_GRADE.match(following.text):
            return True
        if self._leads_to_marker(index):
            return True
        if _TERMINAL.search(line.text) or _GOES_ON.search(line.text):
            return False
        return not following.text[:1].islower() and not self._is_full(line.text, following, 0.8)

    def _leads_to_marker(self, index: int) -> bool:
        """Whether up to three lines without a full stop stand above a bullet or a numbered paragraph."""
        for line in self._lines[index : index + 4]:
            if line is not self._lines[index] and (_BULLET.match(line.text) or _NUMBERED.match(line.text)):
                return True
            if _TERMINAL.search(line.text):
                return False
        return False

    def _is_full(self, above: str, line: Line, share: float) -> bool:
        """Whether the first word of `line` would not have fitted on the line above."""
        return len(above) + 1 + len(line.text.split(" ", 1)[0]) >= share * self.width

    def _effective_gap(self, index: int) -> int:
        """Empty lines above line `index`, not counting those between the lines of double-spaced text."""
        gap = self._lines[index].gap
        return gap - 1 if gap and self._is_double_spaced(index) else gap

    def _is_double_spaced(self, index: int) -> bool:
        spaced = together = 0
        for near in range(max(1, index - 4), min(len(self._lines), index + 5)):
            above, line = self._lines[near - 1], self._lines[near]
            if above.page == line.page and len(above.text) > 0.7 * self.width and near != index:
                spaced += line.gap > 0
                together += line.gap == 0
        return spaced > together


_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"


def _gap_of(lines: Sequence[Line], index: int) -> int:
    is_new_page = index > 0 and lines[index - 1].page != lines[index].page
    return 0 if is_new_page else lines[index].gap


def _parts(number: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", number)]


def _follows(parts: list[int], last: list[int]) -> bool:
    """Whether a number is the next after `last`: 4 → 5, 4.2 → 4.3, 4.2 → 5, 4 → 4.1."""
    if not last:
        return all(part <= 1 for part in parts)
    if len(parts) > len(last):
        return parts[: len(last)] == last and all(part <= 1 for part in parts[len(last) :])
    head = last[: len(parts)]
    return parts[:-1] == head[:-1] and parts[-1] == head[-1] + 1


def _classified(blocks: Sequence[Block], announced: frozenset[str]) -> Iterator[Block]:
    """Paragraphs that are headings become so; runs of short lines become one row."""
    index = 0
    while index < len(blocks):
        run = _short_run(blocks, index)
        if run >= 4:
            yield Block(Kind.ROW, [line for block in blocks[index : index + run] for line in block.lines])
            index += run
            continue
        block = blocks[index]
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind is Kind.ROW and not _is_among_rows(blocks, index):
            block.kind, block.level = Kind.HEADING, 1
        if block.kind is Kind.PARAGRAPH:
            if is_figure_row(block.text) and len(block.lines) == 1:
                block.kind = Kind.ROW
            elif _is_heading(block, following, announced):
                block.kind = Kind.HEADING
                block.level = _level(block, announced)
        yield block
        index += 1


def _is_among_rows(blocks: Sequence[Block], index: int) -> bool:
    """A judgement and its grade alone, with no table around it, is a section's heading."""
    near = [blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(blocks)]
    return any(block.kind is Kind.ROW for block in near)


def _short_run(blocks: Sequence[Block], start: int) -> int:
    """How many short lines without a full stop stand together from `start`: an address, a table head."""
    count = 0
    for block in blocks[start:]:
        is_short = len(block.lines) == 1 and len(block.text) <= 42 and not _TERMINAL.search(block.text)
        if _ADDRESSING.match(block.text) or _ONLY_DATE.fullmatch(block.text):
            break
        if block.kind is not Kind.PARAGRAPH or block.number or not is_short:
            break
        if count and block.lines[0].gap > 0:
            break
        count += 1
    return count


def _is_heading(block: Block, following: Block | None, announced: frozenset[str]) -> bool:
    text = block.text
    words = text.split()
    if announced and 6 < len(text) < 200 and fold(text) in announced:
        return True
    if _GRADED_HEADING.search(text) and len(words) <= 40 and not text.rstrip().endswith("."):
        return True
    if following is None or len(words) > _LONGEST_HEADING or len(block.lines) > 3:
        return False
    if not re.match(r"[\d\W]*[A-Z]", text) or re.search(r"[.;,:!][’”\"')]*$", text) or sum(c.isalpha() for c in text[:20]) < 3:
        return _is_label_heading(text, following)
    if text.startswith("(") or _OFFICE.match(text) or _ADDRESSING.match(text) or _KEY_VALUE.match(text) or _ONLY_DATE.fullmatch(text) or _CAPTION.match(text):
        return False
    return following.kind is not Kind.HEADING or following.lines[0].text[:1].isupper()


def is_caption(block: Block) -> bool:
    """Whether a block names the table or figure below it; it is no heading of what comes after."""
    return _CAPTION.match(block.text) is not None and len(block.text) < 160


def _is_label_heading(text: str, following: Block) -> bool:
    """ "Update:", "Recommendation:" above a paragraph; not "He said:"."""
    is_label = re.match(r"[A-Z][\w’'/ -]{2,40}:$", text) is not None and len(text.split()) <= 5
    return is_label and following.kind is Kind.PARAGRAPH and _LEADS_IN.search(text) is None


def _level(block: Block, announced: frozenset[str]) -> int:
    text = block.text
    letters = [character for character in text if character.isalpha()]
    if _GRADED_HEADING.search(text) or fold(text) in announced:
        return 1
    if letters and all(character.isupper() for character in letters):
        return 1
    return len(_parts(block.number)) if block.number else 2


def _with_notes(blocks: list[Block], notes: list[list[Line]]) -> list[Block]:
    """Each footnote after the block in which its page ends."""
    placed = list(blocks)
    for lines in notes:
        page = lines[0].page
        last = max(
            (i for i, block in enumerate(placed) if block.kind is not Kind.NOTE and block.lines[0].page <= page),
            default=-1,
        )
        while last + 1 < len(placed) and placed[last + 1].kind is Kind.NOTE:
            last += 1
        placed.insert(last + 1, Block(Kind.NOTE, list(lines)))
    return placed
