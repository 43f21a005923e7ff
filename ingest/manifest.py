"""A manifest: a TOML file (`sources.toml`) that lists documents by where they are published.

    [[documents]]
    title = "Inspection of local authority children's services"
    publisher = "Ofsted"
    kind = "inspection report"
    council = "Gloucestershire"
    on_site_from = 2025-06-09
    on_site_to = 2025-06-20
    published = 2025-08-04
    address = "https://files.ofsted.gov.uk/v1/file/50283717"
    file = "inspection report - 4 August 2025.pdf"
    checked = false

publisher, kind and address are needed. `file` is the name under which the document is kept, and its
suffix says what is expected; without one the title and the address's suffix make it. `checked`
says whether a person has seen the document at this address.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from docs_store.documents import DocumentKind
from docs_store.errors import MissingPath, UsageError
from ingest.declared import Address, Declared, Line, first_fault, shown
from ingest.expected import SUFFIXES, format_of

_LARGEST = 5_000_000
_LONGEST_NAME = 150
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


class BadManifest(UsageError):
    """A manifest that cannot be used as it is; the text names the entry at fault."""


def _checked_file_name(name: str) -> str:
    if _NOT_IN_NAMES.search(name) or _DEVICES.fullmatch(name):
        raise ValueError(f'"{name}" cannot be a file name on every system')
    if name.startswith((".", "~$")):
        raise ValueError(f'"{name}" would be hidden, and hidden files are passed over')
    if len(name.encode()) > _LONGEST_NAME:
        raise ValueError(f"it is longer than {_LONGEST_NAME} bytes")
    if format_of(name) is None:
        raise ValueError(f'"{name}" must end in one of {", ".join(SUFFIXES)}')
    return name


class ManifestDocument(Declared):
    """One document of a manifest."""

    publisher: Line
    kind: DocumentKind
    address: Address
    file: Annotated[Line, AfterValidator(_checked_file_name)] | None = None
    checked: bool = False

    @property
    def file_name(self) -> str:
        """The name under which it is kept."""
        return self.file or _name_from(self.title or "", self.address)

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if self.file is None:
            try:
                _checked_file_name(self.file_name)
            except ValueError as error:
                raise ValueError(
                    'no file name can be made from its title and address: add "file", '
                    'such as file = "report.pdf"'
                ) from error
        return self


class Manifest(BaseModel):
    """A manifest as read: documents with distinct addresses and file names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Line | None = None
    documents: Annotated[tuple[ManifestDocument, ...], Field(min_length=1)]


def load_manifest(path: Path) -> Manifest:
    """Read the manifest at `path`.

    Raises MissingPath, or BadManifest with one sentence that names the first entry at fault.
    """
    raw = _toml(path)
    try:
        manifest = Manifest.model_validate(raw)
    except ValidationError as error:
        raise BadManifest(_sentence(path, raw, error)) from error
    _check_distinct(path, "address", [document.address for document in manifest.documents])
    names = [document.file_name.casefold() for document in manifest.documents]
    _check_distinct(path, "file name", names)
    return manifest


def _toml(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise MissingPath(f"There is no manifest at {path}: check the path.")
    try:
        if path.stat().st_size > _LARGEST:
            raise BadManifest(f"{path.name} is too large to be a manifest.")
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadManifest(f"{path.name} cannot be opened ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise BadManifest(f"{path.name} is not UTF-8 text: save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadManifest(f"{path.name} is not valid TOML: {error}.") from error


def _sentence(path: Path, raw: Mapping[str, Any], error: ValidationError) -> str:
    place = error.errors()[0]["loc"]
    if len(place) > 1 and place[0] == "documents" and isinstance(place[1], int):
        fault = first_fault(error, ManifestDocument.model_fields)
        return f"In {path.name}, {_entry(place[1], raw['documents'])}: {fault}."
    if place[:1] == ("documents",):
        return f"{path.name} lists no documents: give each one a table headed [[documents]]."
    return f"In {path.name}, {first_fault(error, Manifest.model_fields)}."


def _entry(at: int, entries: Any) -> str:
    entry = entries[at] if isinstance(entries, list) else {}
    named = entry if isinstance(entry, dict) else {}
    label = named.get("title") or named.get("file") or named.get("address")
    return f"document {at + 1}" + (f' ("{shown(label)}")' if label else "")


def _check_distinct(path: Path, what: str, values: Iterable[str]) -> None:
    first: dict[str, int] = {}
    for number, value in enumerate(values, start=1):
        if value in first:
            raise BadManifest(
                f"In {path.name}, documents {first[value]} and {number} have the same {what}, "
                f'"{value[:200]}": each needs its own.'
            )
        first[value] = number


def _name_from(title: str, address: str) -> str:
    suffix = PurePosixPath(urlsplit(address).path).suffix.lower()
    words = " ".join(_NOT_IN_NAMES.sub(" ", title).split()).strip(". ")
    room = _LONGEST_NAME - len(suffix)
    return words.encode()[:room].decode(errors="ignore").rstrip(". ") + suffix
