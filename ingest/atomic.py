"""Files written whole or not at all, whatever happens meanwhile."""

import os
from pathlib import Path


def partial_of(path: Path) -> Path:
    """Where a file is written before it takes the place of `path`: hidden, in the same folder."""
    return path.with_name(f".{path.name}.partial")


def write_whole(path: Path, text: str) -> None:
    """Put `text` in the place of the file at `path` in one step. Raises OSError."""
    partial = partial_of(path)
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
