"""No stretch of text is handed on that is longer than any person writes.

Patterns, tokenizers and parsers take time or memory by the square of what they are given, or a
thousand bytes for a word. Ordinary documents never reach these lengths; a hostile one is cut up
and costs no more than an ordinary one of its size.
"""

from collections.abc import Iterator

LONGEST_LINE = 4_000
LONGEST_BLOCK = 12_000
"""Characters. In 75 real documents the longest line has 540, the longest sentence 470."""
LONGEST_NAME = 300
"""Characters of a title, a heading above a passage, a publisher."""
LONGEST_ADDRESS = 2_000
MOST_CHARACTERS = 10_000_000
"""Of a document: some 3,500 printed pages."""


def cut(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Half-open offsets of pieces of `text` of at most `longest` characters each, which together are
    all of it; cut after a sentence, else after a blank, else anywhere."""
    start = 0
    while len(text) - start > longest:
        half = start + longest // 2
        end = text.rfind(". ", half, start + longest - 1) + 2
        if end < half:
            end = text.rfind(" ", half, start + longest) + 1
        if end < half:
            end = start + longest
        yield start, end
        start = end
    yield start, len(text)
