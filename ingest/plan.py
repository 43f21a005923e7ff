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
    """`displaced` are documents whose file is gone and whose name another file now has."""

    unchanged: list[str] = field(default_factory=list)
    to_read: list[Reading] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    displaced: list[Held] = field(default_factory=list)


def make_plan(
    folder: Folder, held: Sequence[Held], earlier: Mapping[str, SetAside], made_by: MadeBy
) -> Plan:
    """Compare a folder's files with what is held and with what was set aside `earlier` (by path)."""
    plan = Plan()
    by_path = {document.path: document for document in held}
    by_sha256 = {document.sha256: document for document in held if Path(document.path).exists()}
    ids = {document.id for document in held}
    for document_id, path in folder.files.items():
        before = by_path.get(str(path))
        sha256 = made = ""
        try:
            sha256, made = _digest(path), made_by(path)
            if before and (before.sha256, before.made_by) == (sha256, made):
                plan.unchanged.append(before.id)
                continue
            again = _as_before(earlier.get(str(path)), sha256, made, ids)
            if again is not None:
                plan.set_aside.append(again)
                continue
            name = before.id if before else _free_name(document_id, path, held, plan)
            _refuse_copy(sha256, path, by_sha256, plan)
            plan.to_read.append(Reading(path, name, sha256, made, before))
        except ReadError as error:
            kept = before.id if before else None
            plan.set_aside.append(
                set_aside(path, folder.root, document_id, error, sha256, made, kept=kept)
            )
    return plan


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


def _digest(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError as error:
        raise ReadError(f"It cannot be opened ({error.strerror}).") from error


def _as_before(
    found: SetAside | None, sha256: str, made_by: str, held_ids: set[str]
) -> SetAside | None:
    """What was set aside and has not changed need not be read again, unless it was for the sake of
    a document that has gone since."""
    if found is None or (found.sha256, found.made_by) != (sha256, made_by):
        return None
    return found if found.because is None or found.because in held_ids else None


def _free_name(document_id: str, path: Path, held: Sequence[Held], plan: Plan) -> str:
    """The id, unless another file still on disk has it. Raises ReadError."""
    for other in held:
        if other.id == document_id and other.path != str(path):
            if Path(other.path).exists():
                raise ReadError(
                    f"Another folder ({other.root}) already holds a document of this name: "
                    "rename one of the two."
                )
            plan.displaced.append(other)
    return document_id


def _refuse_copy(sha256: str, path: Path, by_sha256: Mapping[str, Held], plan: Plan) -> None:
    other = by_sha256.get(sha256)
    if other is not None and other.path != str(path):
        raise ReadError(f"It is the same file as {other.id}, which is held already.")
    twin = next((reading for reading in plan.to_read if reading.sha256 == sha256), None)
    if twin is not None:
        raise ReadError(f"It is the same file as {twin.id}, which is held already.")
