"""How far an ingest has come: a bar with rate and time left in a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

Reporting = tuple[Callable[[str], None], Callable[[int, int], None]]


@contextmanager
def showing_progress() -> Iterator[Reporting]:
    """Functions that show a line, and how many files of how many are done."""
    console = Console(soft_wrap=True, highlight=False)
    if not (console.is_terminal and sys.stdout.isatty()):
        yield _print_line, lambda _done, _all: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Reading and indexing files", total=None)
        yield (
            lambda line: console.print(escape(line)),
            lambda done, whole: bar.update(task, completed=done, total=whole),
        )


def _print_line(line: str) -> None:
    print(line, flush=True)
