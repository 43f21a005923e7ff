"""Which files a list of paths means, and what each is called in the store."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docs_store.errors import EmptyFolder, MissingPath
from ingest.sidecar import SUFFIX

_PASSED_OVER = ("~$", ".")


@dataclass(frozen=True, slots=True)
class Folder:
    """One path given: its root, the files under it by document id, and whether the root was given
    whole (so that what has gone from it has gone from the store). `unnameable` are files whose
    names are not Unicode, and so cannot be kept or shown."""

    root: Path
    files: dict[str, Path]
    is_whole: bool
    unnameable: tuple[Path, ...] = ()


def find_files(paths: Sequence[Path], store_dir: Path | None = None) -> list[Folder]:
    """The files that `paths` mean, a file's id being its path below the folder given.

    A store that lies within a folder given is not part of it.

    Hidden files, Word's lock files and sidecars are passed over. Raises MissingPath (also for a folder that cannot be
    opened) or EmptyFolder.
    """
    folders = []
    for path in paths:
        if not path.exists():
            raise MissingPath(f"There is no file or folder at {path}: check the path.")
        if path.is_file():
            root = path.resolve().parent
            folders.append(Folder(root, {path.name: path.resolve()}, is_whole=False))
            continue
        root = path.resolve()
        found = [
            file
            for file in _files_below(root)
            if file.is_file()
            and not _is_passed_over(file.relative_to(root))
            and not _is_of_store(file, root, store_dir)
        ]
        files = {file.relative_to(root).as_posix(): file for file in found if _is_unicode(file)}
        unnameable = tuple(file for file in found if not _is_unicode(file))
        if not found:
            raise EmptyFolder(
                f"The folder {path} holds no files: put PDF, Word, HTML or text files in it."
            )
        folders.append(Folder(root, files, is_whole=True, unnameable=unnameable))
    return folders


def _is_passed_over(relative: Path) -> bool:
    if relative.name.endswith(SUFFIX):
        return True
    return any(part.startswith(_PASSED_OVER) for part in relative.parts)


def _files_below(root: Path) -> list[Path]:
    """Every file below a folder, in order. Raises MissingPath for a folder that cannot be opened:
    what lies in it must not be taken for gone."""

    def refuse(error: OSError) -> None:
        raise MissingPath(
            f"The folder {error.filename} cannot be opened ({error.strerror}): "
            "nothing was changed; see that it can be read, then try again."
        )

    found = [
        Path(folder) / name for folder, _, names in os.walk(root, onerror=refuse) for name in names
    ]
    return sorted(found)


def _is_of_store(file: Path, root: Path, store_dir: Path | None) -> bool:
    if store_dir is None:
        return False
    store = store_dir.resolve()
    return store in file.parents and store != root and store not in root.parents


def _is_unicode(file: Path) -> bool:
    try:
        str(file).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
