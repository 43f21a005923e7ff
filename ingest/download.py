"""A manifest's documents → a folder: what is new or changed is fetched, the rest left alone.

A failure costs one document nothing but its news: the copy held stays, and the others go on.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from filelock import FileLock, Timeout

from docs_store.errors import StoreBusy, StoreError, UsageError
from ingest.atomic import partial_of
from ingest.download_errors import DownloadError
from ingest.expected import Format, check_file, format_of
from ingest.fetch import Fetcher, Validators, Wanted
from ingest.held import Copy, Held
from ingest.manifest import Manifest, ManifestDocument
from ingest.sidecar import overrides_from, write_sidecar

Tell = Callable[[str], None]


class Status(StrEnum):
    """What came of an address."""

    DOWNLOADED = "downloaded"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one address. `reason` is a sentence where it failed, else ""; `is_held` says
    whether a copy of the document, old or new, is held."""

    file: str
    address: str
    status: Status
    reason: str = ""
    is_held: bool = True

    @property
    def line(self) -> str:
        """The outcome for a person, on one line."""
        reason = f": {self.reason}" if self.reason else ""
        return f"{self.status:<10} {self.file}{reason}"

    def to_json(self) -> dict[str, object]:
        """The outcome as a report holds it."""
        return {
            "file": self.file,
            "address": self.address,
            "status": str(self.status),
            "reason": self.reason,
            "is_held": self.is_held,
        }


def download(
    manifest: Manifest, origin: Path, folder: Path, fetcher: Fetcher, tell: Tell = lambda _: None
) -> tuple[Outcome, ...]:
    """Bring `folder` in line with the manifest, read from the file `origin`.

    One outcome for each document, in the manifest's order, then one for each file that the manifest
    no longer lists and that was dropped; `tell` is called with each as a line. Raises UsageError
    when another manifest of the same name fills the folder, StoreBusy when another process does,
    StoreError when the folder cannot be written to.
    """
    outcomes = []
    with _alone_in(folder):
        held = Held(folder)
        _check_owner(held, origin.resolve())
        for outcome in _bring_in_line(manifest, origin.name, held, fetcher):
            tell(outcome.line)
            outcomes.append(outcome)
    return tuple(outcomes)


def _bring_in_line(
    manifest: Manifest, origin: str, held: Held, fetcher: Fetcher
) -> Iterator[Outcome]:
    _follow_renames(manifest, held)
    for document in manifest.documents:
        outcome = _fetch(document, held, fetcher)
        if outcome.is_held:
            note = f"Written from {origin}: change that, not this."
            write_sidecar(held.path(outcome.file), overrides_from(document), note)
        yield outcome
    listed = {document.file_name for document in manifest.documents}
    for name in held.names():
        if name not in listed:
            address = held.address_of(name)
            held.drop(name)
            reason = f"{origin} no longer lists it."
            yield Outcome(name, address, Status.DROPPED, reason, is_held=False)


def _fetch(document: ManifestDocument, held: Held, fetcher: Fetcher) -> Outcome:
    """Fetch one document, keeping the copy held whatever happens."""
    name, address = document.file_name, document.address
    expected = format_of(name)
    assert expected is not None, "the manifest allows no other names"
    copy = held.copy(name, address)
    try:
        is_new = _take(name, address, expected, copy, held, fetcher)
    except DownloadError as error:
        return _failed(document, str(error), held)
    except OSError as error:
        return _failed(document, f"It could not be written ({error.strerror or error}).", held)
    return Outcome(name, address, Status.DOWNLOADED if is_new else Status.UNCHANGED)


def _take(
    name: str, address: str, expected: Format, copy: Copy | None, held: Held, fetcher: Fetcher
) -> bool:
    """Fetch, check and keep; True when the document is new or has changed."""
    known = copy.validators if copy else Validators()
    partial = partial_of(held.path(name))
    try:
        fetched = fetcher.fetch(Wanted(address, expected, known), partial)
        if fetched is None:
            return False
        check_file(expected, partial)
        said = fetched.validators
        now = Copy(address, fetched.sha256, said.etag, said.last_modified)
        is_same = copy is not None and copy.sha256 == fetched.sha256
        held.keep(name, now, None if is_same else partial)
        return not is_same
    finally:
        partial.unlink(missing_ok=True)


def _failed(document: ManifestDocument, reason: str, held: Held) -> Outcome:
    """A failure, with what a person should know beside it."""
    is_held = held.path(document.file_name).is_file()
    if not document.checked:
        reason += " The manifest marks this address as unchecked."
    if is_held:
        reason += " The copy held is kept."
    return Outcome(document.file_name, document.address, Status.FAILED, reason, is_held)


def _follow_renames(manifest: Manifest, held: Held) -> None:
    """A document under a new name in the manifest keeps its copy."""
    wanted = {document.address: document.file_name for document in manifest.documents}
    listed = set(wanted.values())
    for old in held.names():
        new = wanted.get(held.address_of(old), old)
        is_free = old not in listed and not held.path(new).exists()
        if is_free and Path(old).suffix == Path(new).suffix and held.path(old).exists():
            held.rename(old, new)


def _check_owner(held: Held, origin: Path) -> None:
    """Two manifests of one name would take each other's documents away."""
    owner = Path(held.manifest) if held.manifest else origin
    if owner != origin and owner.exists():
        raise UsageError(
            f"The documents in {held.folder} are those of {owner}, another manifest of the same "
            "name: rename one of the two."
        )
    held.belong_to(origin)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock")
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreBusy(
            f"Another process is downloading into {folder}: wait until it has finished."
        ) from error
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        yield
    except BrokenPipeError:  # nobody reads what we tell
        raise
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        lock.release()


def _unwritable(folder: Path, error: OSError) -> StoreError:
    return StoreError(
        f"The folder {folder} cannot be written to ({error.strerror}): "
        "make room there, or choose another store with --store."
    )
