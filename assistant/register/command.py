"""What `python -m assistant judgements` does, once the options are read."""

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from assistant.register.names import Names
from assistant.register.reading import tokens_of
from assistant.register.table import Row, print_table, reasons, reports, row_of, write_csv
from docs_store.catalogue import Catalogue
from docs_store.documents import Document
from docs_store.errors import UsageError

_PLAIN_WIDTH = 200
_MOST_NAMED = 12


def judgements(store: Path, council: str | None, file: Path | None) -> int:
    """Print the grades of every inspection report, or of one council's, or write them as CSV; 0.

    Reports without grades are named with the reason on stderr. Raises UsageError for a council of
    which no report is held and for a file that cannot be written, and whatever opening a store does.
    """
    catalogue = Catalogue.open(store)
    try:
        documents = _of_council(reports(catalogue.documents()), council)
        known = catalogue.judgements()
        rows = [row_of(one, known, catalogue.pages(one.id)) for one in documents]
    finally:
        catalogue.close()
    for line in reasons(documents, known):
        print(line, file=sys.stderr)
    if file is None:
        print_table(rows, _console())
    else:
        _write(rows, file)
        print(f"{len(rows)} inspection report{'' if len(rows) == 1 else 's'} in {file}.")
    return 0


def _of_council(documents: Sequence[Document], council: str | None) -> list[Document]:
    if council is None:
        return list(documents)
    held = sorted({one.council for one in documents if one.council})
    names = Names.of(held)
    tokens = tokens_of(council)
    found = names.at(tokens, 0)
    meant = found[0] if found and found[1] == len(tokens) else None
    chosen = [one for one in documents if one.council == meant and meant is not None]
    if not chosen:
        raise UsageError(f"No inspection report of {council} is held: {_offer(held)}.")
    return chosen


def _offer(held: Sequence[str]) -> str:
    if not held:
        return "there is no inspection report in this store"
    if len(held) > _MOST_NAMED:
        return f"{len(held)} councils are held; leave --council out to see them"
    return f"the councils held are {', '.join(held)}"


def _console() -> Console:
    """A terminal as wide as it is; without one, wide enough that no grade is cut."""
    return Console() if sys.stdout.isatty() else Console(width=_PLAIN_WIDTH)


def _write(rows: Sequence[Row], file: Path) -> None:
    try:
        with file.open("w", encoding="utf-8", newline="") as out:
            write_csv(rows, out)
    except OSError as error:
        raise UsageError(f"{file} cannot be written ({error.strerror}).") from error
