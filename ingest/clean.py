"""What on a page is not the document speaking: running headers and footers, page numbers, contents
lists; and footnotes, which are set apart so that the sentence above goes on over the page.

Each step takes lines and gives back lines. Nothing is changed in the pages themselves.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.footnotes import take_notes
from ingest.lines import Line

_MONTHS = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_DATE_WORDS = re.compile(rf"{_MONTHS}|\b(?:to|and|of|page)\b|[\d\W_]+", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"^(?:[-–—|\s]*(?:page|pg\.?|p\.)?\s*(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?[-–—|\s]*(?:page)?[-–—|\s]*)$",
    re.IGNORECASE,
)
_CONTENTS_LINE = re.compile(r"^(.{3,}?)[\s.…]+(\d{1,3})$")
_CONTENTS = re.compile(r"^(?:table of )?contents:?$", re.IGNORECASE)
_ZONE = 6
_DATES = "(dates)"
"""Stands for a line of dates alone; below another running line it is one too."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines to read, in order; the footnotes, each as its lines; the marks of footnotes glued to
    words, by page ("1", or "reforms|v"); and the headings that a contents list announces, folded."""

    lines: list[Line]
    notes: list[list[Line]]
    marks: dict[int, frozenset[str]]
    announced: frozenset[str]


def clean(pages: Sequence[Sequence[Line]]) -> Cleaned:
    """All steps in turn over the lines of each page."""
    kept, announced = take_contents([list(page) for page in pages])
    for step in _STEPS:
        kept = step(kept)
    kept, notes, marks = take_notes(kept)
    return Cleaned([line for page in kept for line in page], notes, marks, announced)


def fold(text: str) -> str:
    """Letters and digits only, in lower case: two printings of one heading fold alike."""
    return "".join(character for character in text.lower() if character.isalnum())


def drop_running_lines(pages: list[list[Line]]) -> list[list[Line]]:
    """Lines at the top or bottom of a page that come again on others, whatever dates they carry."""
    if len(pages) < 2:
        return pages
    keys = [
        [
            _running_key(line.text) if index < _ZONE or index >= len(page) - _ZONE else ""
            for index, line in enumerate(page)
        ]
        for page in pages
    ]
    counts: Counter[str] = Counter()
    for page_keys in keys:
        counts.update({key for key in (*page_keys[:_ZONE], *page_keys[-_ZONE:]) if key})
    title = fold(" ".join(line.text for line in pages[0][:12]))
    least = 2 if len(pages) <= 4 else max(3, len(pages) // 5)
    in_a_row = _keys_in_a_row([{*page_keys[:_ZONE], *page_keys[-_ZONE:]} for page_keys in keys])

    def is_running(page: int, index: int) -> bool:
        key, line = keys[page][index], pages[page][index]
        if not key:
            return _PAGE_NUMBER.match(line.text) is not None
        if (counts[key] >= least or key in in_a_row) and len(line.text) < 160:
            return True
        if key == _DATES:
            return 0 < index < len(pages[page]) - 1 and page > 0 and index < _ZONE
        return page > 0 and index < 3 and len(key) > 12 and len(pages) <= 4 and key in title

    return [_without_edges(page, number, is_running) for number, page in enumerate(pages)]


def _keys_in_a_row(pages: list[set[str]]) -> set[str]:
    """Keys that stand at the edge of three pages running."""
    runs = zip(pages, pages[1:], pages[2:], strict=False)
    return {key for first, second, third in runs for key in first & second & third if len(key) > 5}


def _without_edges(
    page: list[Line], number: int, is_running: Callable[[int, int], bool]
) -> list[Line]:
    """Strip running lines from the top (but not on the first page) and the bottom of one page."""
    top, bottom = 0, len(page)
    while number > 0 and top < min(_ZONE, bottom) and is_running(number, top):
        top += 1
    while bottom > max(top, len(page) - _ZONE) and is_running(number, bottom - 1):
        bottom -= 1
    if number == 0 and page and _PAGE_NUMBER.match(page[0].text):
        top = 1
    return page[top:bottom]


def _running_key(text: str) -> str:
    return _DATES if _is_dateline(text) else _DATE_WORDS.sub("", text.casefold())


def _is_dateline(text: str) -> bool:
    """Dates and a page number, and no other word: "7 February 2022 to 18 February 2022 2"."""
    return (
        re.search(_MONTHS, text, re.IGNORECASE) is not None
        and re.search(r"\d", text) is not None
        and not _DATE_WORDS.sub("", text)
    )


def drop_page_numbers(pages: list[list[Line]]) -> list[list[Line]]:
    """A number alone on its line: at the edge of a page, or, in text without pages, counting up."""
    if len(pages) > 1:
        return [_without_edge_numbers(page) for page in pages]
    return [_without_counting_numbers(page) for page in pages]


def _without_edge_numbers(page: list[Line]) -> list[Line]:
    edges = {0, 1, len(page) - 1, len(page) - 2}
    return [
        line
        for index, line in enumerate(page)
        if not (index in edges and _PAGE_NUMBER.match(line.text))
    ]


def _without_counting_numbers(page: list[Line]) -> list[Line]:
    kept, expected = [], None
    for index, line in enumerate(page):
        number = _PAGE_NUMBER.match(line.text)
        is_apart = line.gap > 0 or (index + 1 < len(page) and page[index + 1].gap > 0)
        if (
            number
            and is_apart
            and (expected is None or int(number[1]) == expected)
            and int(number[1]) < 100
        ):
            is_next = expected is not None or int(number[1]) in (1, 2)
            if is_next or not number[0].strip().isdigit():
                expected = int(number[1]) + 1
                continue
        kept.append(line)
    return kept


_STEPS = (drop_running_lines, drop_page_numbers)


def take_contents(pages: list[list[Line]]) -> tuple[list[list[Line]], frozenset[str]]:
    """Set aside a contents list: at least four entries with page numbers that never fall."""
    for number, page in enumerate(pages[:6]):
        starts = [i for i, line in enumerate(page) if _CONTENTS.match(line.text)]
        if not starts:
            continue
        entries, end, last, pending = set(), starts[0] + 1, 0, ""
        for index in range(starts[0] + 1, len(page)):
            entry = _CONTENTS_LINE.match(page[index].text)
            if entry and int(entry[2]) >= last:
                entries.add(fold(pending + entry[1]))
                last, end, pending = int(entry[2]), index + 1, ""
            else:
                pending += page[index].text + " "
                if len(pending) > 200:
                    break
        if len(entries) >= 4:
            kept = [*pages[:number], page[: starts[0]] + page[end:], *pages[number + 1 :]]
            return kept, frozenset(entries)
    return pages, frozenset()
