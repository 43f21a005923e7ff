"""What is to be done about the files of a folder: which are unchanged, which must be read, which
cannot be held. Nothing is read or written here but the files' bytes, for their digests."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from docs_store.catalogue_writer import Held, SetAside
from docs_store.errors import ReadError
from docs_store.originals import sha256_of
from ingest.files import Folder

MadeBy = Callable[[Path], str]
"""What a document is made from beside its file; raises ReadError."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that must be read, as document `id`; `before` is what is held of it now, if anything."""

    path: Path
    id: str
    sha256: str
    made_by: str
    before: Held | None


@dataclass(slots=True)
class Plan:
    """What to leave, what to read, what cannot be held. `replaced` are documents whose file has
    become a copy of another: what was read of it before is no longer what it says."""

    unchanged: list[str] = field(default_factory=list)
    to_read: list[Reading] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    replaced: list[Held] = field(default_factory=list)


def make_plan(
    folder: Folder, held: Sequence[Held], earlier: Mapping[str, SetAside], made_by: MadeBy
) -> Plan:
    """Compare a folder's files with what is held and with what was set aside `earlier` (by path)."""
    plan = Plan()
    by_path = {document.path: document for document in held}
    digests = _Digests()
    for document_id, path in folder.files.items():
        before = by_path.get(str(path))
        sha256 = made = ""
        try:
            sha256, made = digests.of(path), made_by(path)
            if before and (before.sha256, before.made_by) == (sha256, made):
                plan.unchanged.append(before.id)
                continue
            again = _as_before(earlier.get(str(path)), sha256, made, held, digests)
            if again is not None:
                plan.set_aside.append(again)
                continue
            before = before or _moved_from(document_id, path, held)
            _refuse_copy(sha256, path, held, plan, digests)
            plan.to_read.append(
                Reading(path, before.id if before else document_id, sha256, made, before)
            )
        except IsCopy as copy:
            plan.replaced += [before] if before else []
            plan.set_aside.append(
                set_aside(path, folder.root, document_id, copy, sha256, made, because=copy.of)
            )
        except ReadError as error:
            kept = before.id if before else None
            plan.set_aside.append(
                set_aside(path, folder.root, document_id, error, sha256, made, kept=kept)
            )
    return plan


class IsCopy(ReadError):
    """A file with the same bytes, or nearly the same text, as the document `of`."""

    def __init__(self, sentence: str, of: str) -> None:
        super().__init__(sentence)
        self.of = of


class _Digests:
    """The digest of each file as it is now, worked out once."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}

    def of(self, path: Path) -> str:
        """Raises ReadError for a file that cannot be opened."""
        if str(path) not in self._found:
            try:
                self._found[str(path)] = sha256_of(path)
            except OSError as error:
                raise ReadError(f"It cannot be opened ({error.strerror}).") from error
        return self._found[str(path)]

    def is_still(self, document: Held) -> bool:
        """True when the file of a held document is there and has not changed."""
        try:
            return self.of(Path(document.path)) == document.sha256
        except ReadError:
            return False


def set_aside(
    path: Path,
    root: Path,
    document_id: str,
    error: ReadError,
    sha256: str,
    made_by: str,
    *,
    kept: str | None = None,
    because: str | None = None,
) -> SetAside:
    """A file that cannot be held, and why; a document `kept` from before stays, and we say so."""
    reason = str(error) + (" The version read before is kept." if kept else "")
    return SetAside(str(path), str(root), document_id, reason, sha256, made_by, because)


def _as_before(
    found: SetAside | None,
    sha256: str,
    made_by: str,
    held: Sequence[Held],
    digests: _Digests,
) -> SetAside | None:
    """What was set aside and has not changed need not be read again, unless it was for the sake of
    a document that has gone or changed since."""
    if found is None or (found.sha256, found.made_by) != (sha256, made_by):
        return None
    is_settled = found.because is None or any(
        found.because == h.id and digests.is_still(h) for h in held
    )
    return found if is_settled else None


def _moved_from(document_id: str, path: Path, held: Sequence[Held]) -> Held | None:
    """The document that has this id and whose own file is gone: its folder has moved.

    Raises ReadError when that file is still there.
    """
    other = next((h for h in held if h.id == document_id and h.path != str(path)), None)
    if other is not None and Path(other.path).exists():
        raise ReadError(
            f"Another folder ({other.root}) already holds a document of this name: rename one of "
            "the two, or ingest the folder above both."
        )
    return other


def _refuse_copy(
    sha256: str, path: Path, held: Sequence[Held], plan: Plan, digests: _Digests
) -> None:
    """Raise IsCopy for the same bytes as a held file that has them still, or as one to be read."""
    for other in held:
        is_same = other.sha256 == sha256 and other.path != str(path)
        if is_same and digests.is_still(other):
            raise IsCopy(f"It is the same file as {other.id}, which is held already.", other.id)
    twin = next((reading for reading in plan.to_read if reading.sha256 == sha256), None)
    if twin is not None:
        raise IsCopy(f"It is the same file as {twin.id}, which is held already.", twin.id)
