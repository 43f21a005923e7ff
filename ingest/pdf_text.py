"""The words of a PDF page, line by line, as PDFium finds them.

PDFium tells where each letter stands, so space between paragraphs can be told from space between
lines: it is kept as empty lines. Nothing else is added, and no letter is changed.
"""

import itertools
import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_double
from dataclasses import dataclass, replace

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

_LINE = re.compile("[^\r\n\ufffe]+\ufffe?")
_CARRIED_ON = "\ufffe"
"""What PDFium writes for a hyphen at the end of a line, whose break it then leaves out."""
_MARK_FIRST = re.compile(r"\s*\d{1,2}(?:\s|$)")
_MARK_LAST = re.compile(r"(?:^|[^\W\d][.,;:)]?\s?)\d{1,2}\s*$")
_SMALL, _SAME_LINE = 0.85, 0.1
"""A mark has letters smaller than this of its line's; two pieces of a line are level to a tenth."""
_APART, _RAISED, _MOST_EMPTY = 1.35, 3, 4
"""A line that is so many times as far below the last as lines are on this page stands apart; so does
one that is so many lines above it: a page number drawn first, a column begun."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A line of words; how high its baseline is on the page, and how large its letters, in points."""

    text: str
    baseline: float
    size: float


def text_of(page: pdfium.PdfPage) -> str:
    """The text of a page: a newline after each line, and empty lines where paragraphs are apart.

    Raises pdfium.PdfiumError where the page cannot be read. Hold `PDFIUM_LOCK` where other threads
    may use PDFium.
    """
    words = page.get_textpage()
    try:
        lines = _with_their_marks(_lines(words))
    finally:
        words.close()
    usual = _usual_step(lines)
    parts = [lines[0].text] if lines else []
    for above, line in itertools.pairwise(lines):
        parts.append("\n" * (1 + _empty_between(above, line, usual)) + line.text)
    return "".join(parts)


def _lines(words: pdfium.PdfTextPage) -> Iterator[_Drawn]:
    for found in _LINE.finditer(words.get_text_range()):
        text = found[0].replace(_CARRIED_ON, "-")
        if text.strip():
            at = found.start() + len(text) - len(text.lstrip())
            yield _Drawn(text, *_place(words, at))


def _with_their_marks(lines: Iterable[_Drawn]) -> list[_Drawn]:
    """Footnote marks back in the line that they are raised from: PDFium makes lines of their own of
    some, and breaks the line that they stand in."""
    found: list[_Drawn] = []
    for line in lines:
        above = found[-1] if found else None
        if above and _is_raised(line, above):
            found[-1] = replace(above, text=above.text.rstrip() + line.text.strip())
        elif above and _is_raised(above, line):
            found[-1] = replace(line, text=above.text.strip() + _spaced(line.text))
        elif above and _is_level(above, line) and _MARK_LAST.search(above.text):
            found[-1] = replace(above, text=above.text + _spaced(line.text))
        else:
            found.append(line)
    return found


def _is_raised(mark: _Drawn, line: _Drawn) -> bool:
    """Whether `mark` begins with a small number that stands half a line above the baseline."""
    above = mark.baseline - line.baseline
    is_small = mark.size < _SMALL * line.size
    return is_small and 0 < above < line.size and bool(_MARK_FIRST.match(mark.text))


def _is_level(line: _Drawn, other: _Drawn) -> bool:
    return abs(line.baseline - other.baseline) < _SAME_LINE * line.size


def _spaced(text: str) -> str:
    """What follows a mark: parted from it by a space, but for a comma and its like."""
    text = text.lstrip()
    return text if text[:1] in ".,;:)" else f" {text}"


def _place(words: pdfium.PdfTextPage, index: int) -> tuple[float, float]:
    """Baseline and size of the letter at `index`, in points; noughts where PDFium does not say."""
    x, y = c_double(), c_double()
    at = raw.FPDFText_GetCharIndexFromTextIndex(words.raw, index)
    if not raw.FPDFText_GetCharOrigin(words.raw, at, byref(x), byref(y)):
        return 0.0, 0.0
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(words.raw, at, byref(box)):
        return y.value, 0.0
    return y.value, float(box.top - box.bottom)


def _usual_step(lines: Sequence[_Drawn]) -> float:
    """How far a line commonly stands below the last, to half a point; 0 on a page of one line."""
    steps = [
        round(2 * (above.baseline - line.baseline)) / 2
        for above, line in itertools.pairwise(lines)
        if above.baseline - line.baseline > line.size / 2
    ]
    return statistics.mode(steps) if steps else 0.0


def _empty_between(above: _Drawn, line: _Drawn, usual: float) -> int:
    """How many empty lines would fill the space between two lines beyond the usual."""
    step, expected = above.baseline - line.baseline, max(usual, line.size)
    if step < -_RAISED * expected:
        return 1
    if not expected or step < _APART * expected:
        return 0
    return min(_MOST_EMPTY, max(1, round(step / expected) - 1))
