"""What the measurements on real reports share: the reports under a folder, each prepared once."""

from collections.abc import Iterator
from pathlib import Path

from ingest.prepare import Prepared, prepare


def about_tokens(text: str) -> int:
    """Tokens by the number of characters: near enough to split by, and no model to load."""
    return len(text) // 4 + 2


def reports_folder(corpus: Path) -> Path:
    """The folder of reports in a corpus: its `reports`, or the folder itself."""
    return corpus / "reports" if (corpus / "reports").is_dir() else corpus


def prepared(folder: Path, files: list[Path]) -> Iterator[Prepared]:
    """Each file prepared, named by its path relative to `folder`. Raises ReadError."""
    for file in files:
        yield prepare(file, file.relative_to(folder).as_posix(), about_tokens)
