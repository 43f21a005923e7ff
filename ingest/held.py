"""A folder of downloads: the documents, and a small hidden file with what servers said of them.

`.downloads.json` names the manifest, and for each file its address, ETag, Last-Modified and sha256.
It is only ever an aid: where it is lost or damaged, documents are fetched again.
"""

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from docs_store.originals import sha256_of
from ingest.atomic import write_whole
from ingest.fetch import Validators
from ingest.sidecar import sidecar_of

_LOG = logging.getLogger(__name__)
_FILE = ".downloads.json"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy held: where it came from, and what the server said of it."""

    address: str
    sha256: str
    etag: str = ""
    last_modified: str = ""

    @property
    def validators(self) -> Validators:
        """What makes the next request conditional."""
        return Validators(self.etag, self.last_modified)


class Held:
    """What a folder of downloads holds. Every change is on disk when the method returns."""

    def __init__(self, folder: Path) -> None:
        """Open `folder`, which must exist."""
        self.folder = folder
        self._path = folder / _FILE
        self.manifest, self._copies = _load(self._path)

    def names(self) -> tuple[str, ...]:
        """The files that were downloaded into the folder."""
        return tuple(self._copies)

    def path(self, name: str) -> Path:
        """Where the file lies, or would."""
        return self.folder / name

    def copy(self, name: str, address: str) -> Copy | None:
        """The copy of `address` held under this name; None where there is none, or where the file
        is not what was downloaded (so that it is fetched anew)."""
        copy = self._copies.get(name)
        path = self.path(name)
        if copy is None or copy.address != address or not path.is_file():
            return None
        return copy if sha256_of(path) == copy.sha256 else None

    def belong_to(self, manifest: Path) -> None:
        """Record whose folder this is."""
        if self.manifest != str(manifest):
            self.manifest = str(manifest)
            self._save()

    def keep(self, name: str, copy: Copy, partial: Path | None) -> None:
        """Put `partial`, a whole and checked file, in the place of the one held under this name;
        None to keep the file and only record what is now known of it."""
        if partial is not None:
            partial.replace(self.path(name))
        if self._copies.get(name) != copy:
            self._copies[name] = copy
            self._save()

    def rename(self, old: str, new: str) -> None:
        """Give a file held another name."""
        self.path(old).replace(self.path(new))
        sidecar_of(self.path(old)).unlink(missing_ok=True)
        self._copies[new] = self._copies.pop(old)
        self._save()

    def drop(self, name: str) -> None:
        """Take a file out, with its sidecar."""
        self.path(name).unlink(missing_ok=True)
        sidecar_of(self.path(name)).unlink(missing_ok=True)
        del self._copies[name]
        self._save()

    def address_of(self, name: str) -> str:
        """Where the file was downloaded from."""
        return self._copies[name].address

    def _save(self) -> None:
        files = {name: asdict(copy) for name, copy in sorted(self._copies.items())}
        state = {"manifest": self.manifest, "files": files}
        write_whole(self._path, json.dumps(state, indent=2, ensure_ascii=False) + "\n")


def _load(path: Path) -> tuple[str, dict[str, Copy]]:
    try:
        state: Any = json.loads(path.read_text(encoding="utf-8"))
        files = {_plain(name): _copy(entry) for name, entry in state["files"].items()}
        return str(state["manifest"]), files
    except FileNotFoundError:
        return "", {}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        _LOG.warning("%s is damaged (%s): documents are fetched again", path.name, error)
        return "", {}


def _plain(name: str) -> str:
    """The name, if it is one: what is read from a file must not lead out of the folder."""
    if Path(name).name != name:
        raise ValueError("a name that leads out of the folder")
    return name


def _copy(entry: Any) -> Copy:
    if not all(isinstance(value, str) for value in entry.values()):
        raise ValueError("a value that is not text")
    return Copy(**entry)
