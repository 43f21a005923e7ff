"""Endnotes numbered i, ii, iii …: set apart, and their marks found where they are glued to words."""

import re
from collections.abc import Sequence

from ingest.lines import Line

_ENDNOTE = re.compile(r"^(i{1,3}|iv|v|vi{1,3}|ix|x)\s+(?=\S)(.+)")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_NEAR = 12
"""Lines within which the mark after one found must follow."""


def take_endnotes(
    pages: list[list[Line]], marks: dict[int, set[str]]
) -> tuple[list[list[Line]], list[list[Line]]]:
    """The pages without a list of endnotes, and the notes. To `marks` is added, by page, what each
    note is glued to: "reforms|v"."""
    for number, page in enumerate(pages):
        run = _run_of_labels(page)
        if len(run) < 2:
            continue
        ends = [index for index, _ in run[1:]] + [_end_of_last(page, run[-1][0])]
        notes = [
            [page[start].without_start(len(label)), *page[start + 1 : end]]
            for (start, label), end in zip(run, ends, strict=True)
        ]
        before = [line for earlier in pages[:number] for line in earlier] + page[: run[0][0]]
        _add_marks(before, [label for _, label in run], marks)
        rest = page[: run[0][0]] + page[ends[-1] :]
        return [*pages[:number], rest, *pages[number + 1 :]], notes
    return pages, []


def _run_of_labels(page: Sequence[Line]) -> list[tuple[int, str]]:
    """Where lines open with i, ii, iii … one after another."""
    run: list[tuple[int, str]] = []
    for index, line in enumerate(page):
        label = _ENDNOTE.match(line.text)
        if label and len(run) < len(_ROMANS) and label[1] == _ROMANS[len(run)]:
            run.append((index, label[1]))
    return run


def _end_of_last(page: Sequence[Line], start: int) -> int:
    """The last note goes on until an empty line."""
    end = start + 1
    while end < len(page) and page[end].gap == 0:
        end += 1
    return end


def _add_marks(lines: Sequence[Line], labels: Sequence[str], marks: dict[int, set[str]]) -> None:
    words = {word for line in lines for word in re.findall(r"[a-z]+", line.text.lower())}
    at = 0
    for label in labels:
        for index in range(at, min(len(lines), at + _NEAR) if at else len(lines)):
            word = _word_with_mark(lines[index].text, label, words, is_near=at > 0)
            if word:
                marks.setdefault(lines[index].page, set()).add(f"{word}|{label}")
                at = index
                break


def _word_with_mark(text: str, label: str, words: set[str], *, is_near: bool) -> str | None:
    """The word that `label` is glued to. A single letter is a mark only on a known word, or close
    after the mark before it."""
    for found in re.finditer(rf"\b([A-Za-z]{{3,}}?){label}(?![\w-])", text):
        if is_near or len(label) > 1 or found[1].lower() in words:
            return found[1]
    return None
