"""A second opinion on running headers, footers and page numbers, that shares nothing with
`ingest.clean`: what stands again at the edges of a document's pages, whatever its figures.

Lines that come again from page to page run; the headings of a report's parts come again too, but
here and there ("Inspection findings" opens four parts of a long report), and are told apart by that.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docs_store.documents import Page, Passage

_EDGE = 5
_LEAST, _SHARE = 3, 0.25
_LINE = re.compile(r"[^\r\n\f]+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Running:
    """A running line where it stands: characters `start` to `end` of the page at `page`."""

    page: int
    start: int
    end: int
    text: str


def running_lines(pages: Sequence[Page]) -> tuple[list[Running], list[Running]]:
    """What runs, and what only comes again, among the lines at the edges of pages after the first
    (whose own are the title), alike but for figures. What runs stands at the same edge of three pages
    on end, or of a quarter of all; a page number, alone on the first or last line, runs too. What
    comes again stands at the edges of three pages or more, here and there."""
    edges = [list(_edges(index, page.text)) for index, page in enumerate(pages)]
    keys = [{_key(edge, line) for edge, line in page} for page in edges]
    counts = Counter(key for page in keys for key in page)
    on_end = {
        key
        for three in zip(keys, keys[1:], keys[2:], strict=False)
        for key in set.intersection(*three)
    }
    running = [line for index, page in enumerate(pages) for line in _numbers(index, page.text)]
    again: list[Running] = []
    for edge, line in (pair for page in edges[1:] for pair in page):
        key = _key(edge, line)
        if counts[key] < _LEAST or not re.search(r"[a-z]", line.text):
            continue
        runs = key in on_end or counts[key] >= _SHARE * len(pages)
        (running if runs else again).append(line)
    return list(dict.fromkeys(running)), list(dict.fromkeys(again))


def standing_in(running: Sequence[Running], passages: Sequence[Passage]) -> list[Running]:
    """The running lines that a sentence of a passage covers on their page, or whose words, figures
    and all, stand in a passage of their page."""
    return [line for line in running if any(_stands_in(line, passage) for passage in passages)]


def _stands_in(line: Running, passage: Passage) -> bool:
    spans = [span for sentence in passage.sentences for span in sentence.spans]
    here = [span for span in spans if span.page == line.page]
    if any(span.start < line.end and line.start < span.end for span in here):
        return True
    return bool(here) and len(line.text) > 12 and _fold(line.text) in _fold(passage.text)


def _lines(page: int, text: str) -> list[Running]:
    found = (Running(page, m.start(), m.end(), m[0].strip()) for m in _LINE.finditer(text))
    return [line for line in found if line.text]


def _edges(page: int, text: str) -> Iterator[tuple[str, Running]]:
    lines = _lines(page, text)
    yield from (("top", line) for line in lines[:_EDGE])
    yield from (("bottom", line) for line in lines[-_EDGE:])


def _numbers(page: int, text: str) -> list[Running]:
    lines = _lines(page, text)
    ends = lines if len(lines) < 2 else [lines[0], lines[-1]]
    return [line for line in ends if _PAGE_NUMBER.fullmatch(line.text)]


def _key(edge: str, line: Running) -> tuple[str, str]:
    return edge, re.sub(r"\d+", "#", _fold(line.text))


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
