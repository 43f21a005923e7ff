"""Puts the loose lines of a table in a source text back into rows and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.packs.typeset.paper_hints import RAG, TableHint
from evals.packs.typeset.source_text import fold

_REF = re.compile(r"^(\d\.\d)(?:\s+(.*))?$")


@dataclass(frozen=True, slots=True)
class PaperTable:
    """Rows of cells; a row of one cell spans the table. ``header`` may be empty."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths_cm: tuple[float, ...]


def table_at(lines: Sequence[str], at: int, hint: TableHint) -> tuple[PaperTable, int] | None:
    """The table that opens at line ``at``, and the line after it; None where none opens."""
    after_header = _after_header(lines, at, hint)
    if after_header is None:
        return None
    end = next(
        (n for n in range(after_header, len(lines)) if lines[n].strip().startswith(hint.ends)),
        len(lines),
    )
    body = lines[after_header:end]
    rows = tuple(_ROW_READERS[hint.rows](body, hint))
    given = fold(" ".join(" ".join(row) for row in rows))
    if given != fold("\n".join(body)):
        raise ValueError(f"table {hint.header or hint.starts}: a word was lost or moved")
    header = hint.header
    if hint.rows == "action" and len(header) == 5:
        header = (*header, "")  # the source prints comments under no heading
    return PaperTable(header, rows, hint.widths_cm), end


def _after_header(lines: Sequence[str], at: int, hint: TableHint) -> int | None:
    if hint.starts:
        return at if lines[at].strip().startswith(hint.starts) else None
    wanted = " ".join(hint.header)
    for end in range(at + 1, min(at + 12, len(lines)) + 1):
        got = fold("\n".join(lines[at:end]))
        if got == wanted:
            return end
        if not got or not wanted.startswith(got):
            return None
    return None


def _stanzas(lines: Sequence[str]) -> Iterator[list[str]]:
    stanza: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            stanza.append(line.strip())
        elif stanza:
            yield stanza
            stanza = []


def _tail_words(lines: Sequence[str], hint: TableHint) -> Iterator[tuple[str, ...]]:
    for line in lines:
        if line.strip():
            words = line.split()
            yield (" ".join(words[: -hint.values]), *words[-hint.values :])


def _tail_lines(lines: Sequence[str], hint: TableHint) -> Iterator[tuple[str, ...]]:
    for stanza in _stanzas(lines):
        yield (fold("\n".join(stanza[: -hint.values])), *stanza[-hint.values :])


def _two_lines(lines: Sequence[str], hint: TableHint) -> Iterator[tuple[str, ...]]:
    given = [line.strip() for line in lines if line.strip()]
    for name, values in zip(given[::2], given[1::2], strict=True):
        yield (name, *values.split())


def _pairs(lines: Sequence[str], hint: TableHint) -> Iterator[tuple[str, ...]]:
    given = [line.strip() for line in lines if line.strip()]
    yield from zip(given[::2], given[1::2], strict=True)


def _pattern(lines: Sequence[str], hint: TableHint) -> Iterator[tuple[str, ...]]:
    for line in lines:
        if line.strip():
            found = re.fullmatch(hint.pattern, line.strip())
            if not found:
                raise ValueError(f"no row in {line!r}")
            yield found.groups()


def _action(lines: Sequence[str], hint: TableHint) -> Iterator[tuple[str, ...]]:
    """Rows keyed by a reference such as "2.1"; a line apart from any is a section heading."""
    row: list[str] = []
    for line in [*lines, "9.9"]:
        text = line.strip()
        if not text:
            continue
        is_section = bool(re.match(r"(PRIORITY \d |ADDED AT )", text))
        if (is_section or _REF.match(text)) and row:
            yield _action_row(row, hint)
            row = []
        if is_section:
            yield (text,)
        else:
            row.append(text)


def _action_row(lines: Sequence[str], hint: TableHint) -> tuple[str, ...]:
    found = _REF.match(lines[0])
    if not found:
        raise ValueError(f"no reference in {lines[0]!r}")
    rest = [*([found[2]] if found[2] else []), *lines[1:]]
    rag = next(n for n, text in enumerate(rest) if re.fullmatch(RAG, text))
    if hint.after_rag:
        return (found[1], fold("\n".join(rest[: rag - 2])), rest[rag - 2], rest[rag - 1],
                rest[rag], fold("\n".join(rest[rag + 1 :])))  # fmt: skip
    return (found[1], fold("\n".join(rest[: rag - 3])), *rest[rag - 3 : rag + 1])


_ROW_READERS = {
    "tail_words": _tail_words,
    "tail_lines": _tail_lines,
    "two_lines": _two_lines,
    "pairs": _pairs,
    "pattern": _pattern,
    "action": _action,
}
