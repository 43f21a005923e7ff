"""Rows of tables as a PDF's text gives them: a judgement and its grade, a measure and its figures."""

import re
from collections.abc import Sequence
from itertools import pairwise

_GRADES = r"(?:outstanding|good|adequate|inadequate|requires\s+improvement(?:\s+to\s+be\s+good)?|not\s+(?:yet\s+)?judged)"
_SUBJECT = re.compile(
    r"\b(?:experiences?|progress|impact|overall\s+effectiveness|children|looked\s+after|adoption|care\s+leavers|"
    r"leaders(?:hip)?|governance|permanence|protection|safeguarding|quality|capacity|ambition|partnership)\b",
    re.IGNORECASE,
)
_ROW = re.compile(
    rf"^(?:\d(?:\.\d)?\.?\s+)?((?-i:[A-Z])[^.:;?!]{{3,140}}?)\s+({_GRADES})\s*$", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|judged|remains?|that|requires?|because|become|has|have|receives?|do|does|makes?|made|provides?|benefits?|lives?|gets?|while|although)\b",
    re.I,
)
_RUNS_INTO_GRADE = re.compile(
    r"\b(?:a|an|the|as|of|to|for|and|or|with|very|more|consistently)$", re.IGNORECASE
)
_HEAD = re.compile(r"^(?:key\s+)?judgements?(?:\s+judgement)?\s+grade\s*$", re.IGNORECASE)
_REST_OF_GRADE = re.compile(
    r"^(?:improvement(?:\s+to\s+be(?:\s+good)?)?|(?:to\s+)?be\s+good|to\s+be|good)\s*$",
    re.IGNORECASE,
)
_MOST_LINES = 6
_FIGURE = re.compile(r"^[(<>£~+-]*\d[\d,.]*(?:%|m|k|bn|pp)?\)?$|^[-–—]$|^n/a$", re.IGNORECASE)


def grade_rows(texts: Sequence[str]) -> dict[int, int]:
    """Which lines start a row "what is judged, its grade", and how many lines each takes."""
    rows: dict[int, int] = {}
    index = 0
    while index < len(texts):
        count = _grade_row_at(texts, index)
        if count:
            rows[index] = count
            index += count
        else:
            index += 1
    return rows


def _grade_row_at(texts: Sequence[str], start: int) -> int:
    found = 0
    joined = ""
    if _HEAD.match(texts[start]):
        return 1
    if not _SUBJECT.search(texts[start]):
        return 0
    for count in range(1, min(_MOST_LINES, len(texts) - start) + 1):
        line = texts[start + count - 1]
        if found and not _REST_OF_GRADE.match(line):
            break
        joined = f"{joined} {line}".strip()
        if is_grade_row(joined):
            found = count
        if line.endswith((".", ":", ";")) or len(joined) > 200:
            break
    return found


def is_grade_row(text: str) -> bool:
    """Whether `text` is what is judged and then its grade, and no sentence."""
    row = _ROW.match(text)
    if row is None or _RUNS_INTO_GRADE.search(row[1]):
        return False
    return _SUBJECT.search(row[1]) is not None and _VERB.search(row[1]) is None


def is_figure_row(text: str) -> bool:
    """Whether a line is a row of figures: a label, then figures side by side, near the end."""
    words = text.split()
    if len(words) > 22 or text.endswith((".", ",", ";", ":")) or re.match(r"\d{1,3}[.)]\s", text):
        return False
    is_figure = [_FIGURE.match(word) is not None for word in words]
    return any(is_figure[-4:]) and any(a and b for a, b in pairwise(is_figure[1:]))
