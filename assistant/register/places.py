"""Where a document prints the days of its inspection, the day it was published, and who led."""

import re
from collections.abc import Sequence
from datetime import date

from docs_store.documents import Page, Span

_FIRST_PAGES = 3
_LINES = 3


def days_printed(pages: Sequence[Page], first: date, last: date) -> Span | None:
    """The line or lines near the front that print both days, a line that says "inspection" first."""
    wanted = [
        rf"\b0?{first.day}(?!\d)",
        rf"\b0?{last.day}(?!\d)",
        f"{first:%B}|/{first:%m}/",
        f"{last:%B}|/{last:%m}/",
        f"{last.year}",
    ]
    return _found(
        pages[:_FIRST_PAGES], wanted, better=r"inspect(?:ion|ed)[^\n]{0,12}(?:date|between|:)"
    )


def published_printed(pages: Sequence[Page], when: date) -> Span | None:
    """The line near the front that prints the day of publication as such."""
    in_words = rf"\b0?{when.day}(?:st|nd|rd|th)?\s+{when:%B}\s+{when.year}"
    return _found(pages[:_FIRST_PAGES], [rf"{in_words}|{when:%d/%m/%Y}", r"publi(?:shed|cation)"])


def name_printed(pages: Sequence[Page], name: str) -> Span | None:
    """The line that prints a person's name beside the word inspector."""
    return _found(pages, [r"\s+".join(map(re.escape, name.split())), r"inspector"], better=r"lead")


def _found(pages: Sequence[Page], wanted: Sequence[str], better: str = "") -> Span | None:
    """The fewest lines, at most three, that hold all that is wanted; what is `better` first."""
    patterns = [re.compile(one, re.IGNORECASE) for one in wanted]
    found: list[tuple[bool, int, int, int, Span]] = []
    for position, page in enumerate(pages):
        if all(pattern.search(page.text) for pattern in patterns):
            found += _on_page(position, page.text, patterns, better)
    return min(found, key=lambda one: one[:4])[4] if found else None


def _on_page(
    position: int, text: str, patterns: Sequence[re.Pattern[str]], better: str
) -> list[tuple[bool, int, int, int, Span]]:
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    found = []
    for at in range(len(lines)):
        for count in range(1, min(_LINES, len(lines) - at) + 1):
            start, end = lines[at][0], lines[at + count - 1][1]
            stretch = text[start:end]
            if all(pattern.search(stretch) for pattern in patterns):
                is_worse = bool(better) and not re.search(better, stretch, re.IGNORECASE)
                found.append((is_worse, count, position, at, _trimmed(position, text, start, end)))
                break
    return found


def _trimmed(position: int, text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    left, right = len(stretch) - len(stretch.lstrip()), len(stretch.rstrip())
    return Span(position, start + left, start + right)
