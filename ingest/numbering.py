"""The printed numbers of paragraphs, told apart from numbers in running text."""

import re

from ingest.signs import MONTH
from ingest.tables import is_figure_row

NUMBER = re.compile(
    r"^((?:[A-Z]{1,3}\.?)?\d{1,3}(?:\.\d{1,3}){0,3})([.)]?)(?:\s+|$|(?<=[.)])(?=[A-Z‘“]))(?=[A-Z‘“\"'(\[£\d–-]|$)"
)
_POSTCODE = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?\s+\d[A-Z]{2}")
_MONTH_NEXT = re.compile(rf"(?:{MONTH})\b")
_HIGHEST = 400


def parts_of(number: str) -> list[int]:
    """ "20.1.2" → [20, 1, 2]."""
    return [int(part) for part in re.findall(r"\d+", number)]


def follows(parts: list[int], last: list[int]) -> bool:
    """Whether a number is the next after `last`: 4 → 5, 4.2 → 4.3, 4.2 → 5, 4 → 4.1."""
    if not last:
        return all(part <= 1 for part in parts)
    if len(parts) > len(last):
        return parts[: len(last)] == last and all(part <= 1 for part in parts[len(last) :])
    head = last[: len(parts)]
    return parts[:-1] == head[:-1] and parts[-1] == head[-1] + 1


def opens_paragraph(
    text: str, number: re.Match[str], last: list[int], *, is_break: bool, is_apart: bool
) -> bool:
    """Whether `number`, found at the start of the line `text`, is a paragraph's.

    `last` is the number before it; `is_break` says that what stands above may have ended there,
    `is_apart` that an empty line stands between.
    """
    parts, rest = parts_of(number[1]), text[number.end() :]
    if parts[0] > _HIGHEST or _is_other(text, rest):
        return False
    is_next = follows(parts, last)
    is_plain = len(parts) == 1 and number[1].isdigit()
    if is_plain and not number[2]:
        return is_next and is_break and is_apart and rest[:1].isupper()
    if is_plain and parts[0] == 0:
        return False
    if rest[:1].isdigit() and (len(parts) > 1 or not is_next):
        return False
    return is_next or is_break


def _is_other(text: str, rest: str) -> bool:
    """A postcode, a row of figures, or the day of a date."""
    return bool(_POSTCODE.fullmatch(text) or is_figure_row(text) or _MONTH_NEXT.match(rest))
