"""Lines → blocks, for formats that give only lines.

Whether a line goes on from the one above is told from how that one ends, how full it is, what stands
between, and how this one begins.
"""

from collections.abc import Sequence

from ingest.blocks import Block, Kind
from ingest.lines import Line
from ingest.numbering import NUMBER, opens_paragraph, parts_of
from ingest.signs import (
    ADDRESSING,
    BULLET,
    GRADED_HEADING,
    KEY_VALUE,
    LETTERED,
    NUMBERED,
    OFFICE,
    ONLY_GRADE,
    is_ended,
    is_open,
)
from ingest.tables import grade_rows

_WIDEST_WRAPPED = 150
_LONGEST_GAP = 15
_DOUBTFUL_BULLETS = ("o", "O", "-", "–", "—", "*", "·")


def group(lines: Sequence[Line]) -> list[Block]:
    """Every line in a block, in order; headings are told apart later, when what follows is known."""
    return _Grouping(lines).blocks()


class _Grouping:
    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = list(lines)
        lengths = sorted(len(line.text) for line in self._lines)
        self._width = lengths[int(len(lengths) * 0.85)] if lengths else 80
        self._is_wrapped = self._width <= _WIDEST_WRAPPED
        self._last_number: list[int] = []

    def blocks(self) -> list[Block]:
        found: list[Block] = []
        rows = grade_rows([line.text for line in self._lines])
        index = 0
        while index < len(self._lines):
            if index in rows:
                found.append(Block(Kind.ROW, self._lines[index : index + rows[index]]))
                index += rows[index]
                continue
            current = found[-1] if found else None
            started = self._started(self._lines[index], current)
            if started is not None:
                found.append(started)
            elif current is not None and self._joins(current, index):
                current.lines.append(self._lines[index])
            else:
                found.append(self._plain(current, index))
            index += 1
        return [block for block in found if block.lines]

    def _started(self, line: Line, current: Block | None) -> Block | None:
        """A block that opens with a bullet, a letter or a number, if this line does.

        A sign on a line of its own opens a block without lines, which the next line fills.
        """
        if current is not None and not current.lines and not NUMBERED.match(line.text):
            return None
        is_break = self._is_break(current, line)
        bullet = BULLET.match(line.text)
        sign = bullet[0].strip() if bullet else ""
        if bullet and (sign not in _DOUBTFUL_BULLETS or is_break or _is_sublist(current, sign)):
            rest = line.without_start(bullet.end())
            return Block(Kind.BULLET, [rest] if rest.text else [], marker="•", sign=sign)
        if is_break and LETTERED.match(line.text):
            return Block(Kind.BULLET, [line])
        number = NUMBER.match(line.text)
        if number and opens_paragraph(
            line.text, number, self._last_number, is_break=is_break, is_apart=line.gap > 0
        ):
            self._last_number = parts_of(number[1])
            rest = line.without_start(number.end())
            return Block(Kind.PARAGRAPH, [rest] if rest.text else [], number=number[1])
        return None

    def _is_break(self, current: Block | None, line: Line) -> bool:
        """Whether what stands above can have ended there."""
        if current is None or current.kind is Kind.ROW or line.gap > 0 or not current.lines:
            return True
        above = current.lines[-1].text
        return is_ended(above) or len(above) < 0.6 * self._width

    def _plain(self, current: Block | None, index: int) -> Block:
        """A block without a sign of its own; below "including:" it can still be a list item."""
        line = self._lines[index]
        if current is None or not current.lines:
            return Block(Kind.PARAGRAPH, [line])
        is_new_page = index > 0 and self._lines[index - 1].page != line.page
        is_in_list = current.kind is Kind.BULLET and not current.marker
        is_set_off = (line.gap > 0 and not is_new_page and line.text[:1].islower()) or (
            line.indent > current.lines[0].indent or bool(is_in_list and line.indent)
        )
        is_list_open = is_in_list and (line.indent > 0 or not current.tail.endswith("."))
        if is_set_off and (current.tail.endswith(":") or is_list_open):
            return Block(Kind.BULLET, [line])
        return Block(Kind.PARAGRAPH, [line])

    def _joins(self, current: Block, index: int) -> bool:
        """Whether line `index` goes on from the block `current`: the first rule with a view decides."""
        if not current.lines:
            return True
        if not self._is_wrapped or current.kind is Kind.ROW:
            return False
        gap = self._effective_gap(index)
        for rule in (self._by_grade, self._by_small_letter, self._by_kind_of_line, self._by_label):
            view = rule(current, index, gap)
            if view is not None:
                return view
        return self._by_space(current, index, gap)

    def _by_grade(self, current: Block, index: int, gap: int) -> bool | None:
        """A grade belongs to the heading above it ("…: good"), and nothing after it does."""
        line = self._lines[index]
        if gap == 0 and current.lines[-1].text.endswith(":") and ONLY_GRADE.match(line.text):
            return True
        is_complete = GRADED_HEADING.search(current.tail) and not line.text[:1].islower()
        return False if is_complete else None

    def _by_small_letter(self, current: Block, index: int, gap: int) -> bool | None:
        """A line that opens with a small letter goes on, unless it is an item of an unmarked list."""
        if not self._lines[index].text[:1].islower():
            return None
        is_unmarked = current.kind is Kind.BULLET and not current.marker
        is_list = is_unmarked and current.lines[0].text[:1].islower()
        line, above = self._lines[index], current.lines[-1].text
        is_item = is_list and line.gap > 0 and not self._is_full(above, line, 0.85)
        if is_item or (gap > 0 and (is_list or is_ended(above))):
            return False
        is_label = gap > 0 and len(current.lines) == 1 and len(current.tail) < 0.6 * self._width
        return gap <= _LONGEST_GAP and not (is_label and not is_open(current.tail))

    def _by_kind_of_line(self, current: Block, index: int, gap: int) -> bool | None:
        """Salutations and "Label: value" lines stand alone; a bracket or an office goes on."""
        text = self._lines[index].text
        if ADDRESSING.match(text):
            return False
        if KEY_VALUE.match(text) and KEY_VALUE.match(current.lines[0].text):
            return False
        return True if gap == 0 and (text.startswith("(") or OFFICE.match(text)) else None

    def _by_label(self, current: Block, index: int, gap: int) -> bool | None:
        """After a full stop, a heading, an indented line, an empty line or a page opens a new block."""
        line, above = self._lines[index], current.lines[-1]
        if not is_ended(above.text):
            return None
        is_apart = line.gap > 0 or line.page != above.page
        is_new = gap > 0 or is_apart or line.indent > above.indent or self._is_label(index)
        return False if is_new else None

    def _by_space(self, current: Block, index: int, gap: int) -> bool:
        """The line goes on if its first word had no room above, or if more had to come."""
        line, above = self._lines[index], current.lines[-1].text
        is_new_page = line.page != current.lines[-1].page
        if is_new_page and not is_open(above) and self._is_label(index):
            return False
        if gap == 0:
            share = 0.78 if is_ended(above) else 0.8
            return self._is_full(above, line, share) or (not is_ended(above) and is_open(above))
        is_running = len(current.lines) > 1 and len(line.text) >= 0.6 * self._width
        is_running = is_running and self._is_full(above, line, 0.85)
        return gap <= _LONGEST_GAP and (is_running or (gap == 1 and is_open(above)))

    def _is_label(self, index: int) -> bool:
        """Whether the line stands alone: it does not end a sentence, has room left, and what follows
        begins anew. Running text has no such line."""
        line = self._lines[index]
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        if following is None or GRADED_HEADING.search(line.text):
            return following is not None
        if line.text.endswith(":") and ONLY_GRADE.match(following.text):
            return True
        if self._leads_to_marker(index):
            return True
        if is_ended(line.text) or is_open(line.text) or following.text[:1].islower():
            return False
        return not self._is_full(line.text, following, 0.8)

    def _leads_to_marker(self, index: int) -> bool:
        """Whether up to three lines without a full stop stand above a bullet or a number."""
        for line in self._lines[index : index + 4]:
            if line is not self._lines[index] and (
                BULLET.match(line.text) or NUMBERED.match(line.text)
            ):
                return True
            if is_ended(line.text):
                return False
        return False

    def _is_full(self, above: str, line: Line, share: float) -> bool:
        """Whether the first word of `line` would not have fitted on the line above."""
        return len(above) + 1 + len(line.text.split(" ", 1)[0]) >= share * self._width

    def _effective_gap(self, index: int) -> int:
        """Empty lines above, not counting those between the lines of double-spaced text."""
        gap = self._lines[index].gap
        return gap - 1 if gap and self._is_double_spaced(index) else gap

    def _is_double_spaced(self, index: int) -> bool:
        spaced = together = 0
        for near in range(max(1, index - 4), min(len(self._lines), index + 5)):
            above, line = self._lines[near - 1], self._lines[near]
            if above.page == line.page and len(above.text) > 0.7 * self._width and near != index:
                spaced += line.gap > 0
                together += line.gap == 0
        return spaced > together


def _is_sublist(current: Block | None, sign: str) -> bool:
    return current is not None and current.kind is Kind.BULLET and sign == "o"
