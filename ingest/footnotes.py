"""Footnotes: set apart from the text they stand under, and the marks that point to them."""

import re

from ingest.endnotes import take_endnotes
from ingest.lines import Line

GLUED_MARK = re.compile(r"[A-Za-z][A-Za-z.,;:)’'”%](\d{1,2})(?=[\s.,;:)’”–-]|$)")
_NOTE = re.compile(r"^(\d{1,2})(?:\s+(?=[A-Z‘“\"'(]|https?:|www\.)|(?=[A-Z‘“]))(.+)")
_MOST_LINES = 24


def take_notes(
    pages: list[list[Line]],
) -> tuple[list[list[Line]], list[list[Line]], dict[int, frozenset[str]]]:
    """Set footnotes apart: numbered lines at the foot of a page whose marks stand glued in its text."""
    kept, notes = [], []
    marks: dict[int, set[str]] = {}
    for page in pages:
        glued = {mark for line in page for mark in GLUED_MARK.findall(line.text)}
        start, found = _foot_of(page, glued)
        for _, lines in found:
            notes.append(lines)
        if found:
            marks.setdefault(page[0].page, set()).update(label for label, _ in found)
        kept.append(page[:start])
    kept, endnotes = take_endnotes(kept, marks)
    return kept, [*notes, *endnotes], {page: frozenset(labels) for page, labels in marks.items()}


def _foot_of(page: list[Line], glued: set[str]) -> tuple[int, list[tuple[str, list[Line]]]]:
    """Where the footnotes of a page start, and each with its label and lines."""
    starts: list[tuple[int, str]] = []
    for index in range(len(page) - 1, -1, -1):
        note = _NOTE.match(page[index].text)
        if note and note[1] in glued and (not starts or int(note[1]) < int(starts[-1][1])):
            starts.append((index, note[1]))
    starts.reverse()
    starts = [s for i, s in enumerate(starts) if i == 0 or int(s[1]) == int(starts[i - 1][1]) + 1]
    if not starts or len(page) - starts[0][0] > _MOST_LINES:
        return len(page), []
    ends = [index for index, _ in starts[1:]] + [len(page)]
    found = [
        (label, [page[start].without_start(len(label)), *page[start + 1 : end]])
        for (start, label), end in zip(starts, ends, strict=True)
    ]
    return starts[0][0], found
