"""The files as received, kept by the sha256 of their bytes, so that a page can always be shown."""

import hashlib
import shutil
from collections.abc import Collection
from pathlib import Path


def sha256_of(path: Path) -> str:
    """Hex sha256 of the file's bytes. Raises OSError if it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Originals:
    """A folder of originals: `<store>/originals/<first two of the sha256>/<sha256><suffix>`."""

    def __init__(self, store_dir: Path) -> None:
        self._dir = store_dir / "originals"

    def keep(self, file: Path, sha256: str) -> Path:
        """Copy `file` in, unless it is held already; returns where it lies."""
        held = self.path(sha256)
        if held is not None:
            return held
        target = self._dir / sha256[:2] / (sha256 + file.suffix.lower())
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".partial")
        shutil.copyfile(file, partial)
        partial.replace(target)
        return target

    def path(self, sha256: str) -> Path | None:
        """Where the original lies, or None if it is not held."""
        folder = self._dir / sha256[:2]
        found = [p for p in folder.glob(sha256 + ".*") if p.suffix != ".partial"]
        found += [p for p in (folder / sha256,) if p.exists()]
        return found[0] if found else None

    def drop(self, sha256: str) -> None:
        """Forget an original, if held."""
        held = self.path(sha256)
        if held is not None:
            held.unlink()

    def keep_only(self, digests: Collection[str]) -> None:
        """Forget every original but those of `digests`, and what a killed run left half copied."""
        for file in self._dir.glob("*/*"):
            if file.suffix == ".partial" or file.name.partition(".")[0] not in digests:
                file.unlink()
