"""What is known of a document, in a small file beside it: `<file name>.meta.toml`.

A person writes one by hand to put right what was guessed ("report.pdf.meta.toml" beside
"report.pdf"); the downloader writes them from its manifest. Keys: title, publisher, kind, council,
on_site_from, on_site_to, signed, published, address, framework, visit (of monitoring visits, which)
and inspectors (a list of names); every one may be left out.
"""

import errno
import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from docs_store.documents import Dates, Document, DocumentKind
from docs_store.errors import ReadError
from docs_store.sources import Source, SourceRank
from ingest.atomic import write_whole
from ingest.declared import Declared, first_fault
from ingest.publishers import source_of
from ingest.reading import Metadata

SUFFIX = ".meta.toml"
_LARGEST = 64_000


class BadSidecar(ReadError):
    """The file beside a document cannot be understood."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """What was declared of a document; None (also among the dates) for what was not."""

    title: str | None = None
    publisher: str | None = None
    kind: DocumentKind | None = None
    council: str | None = None
    dates: Dates = field(default_factory=Dates)
    address: str | None = None
    framework: str | None = None
    visit: int | None = None
    inspectors: tuple[str, ...] | None = None


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of the document at `path` lies, if it has one."""
    return path.with_name(path.name + SUFFIX)


def overrides(path: Path) -> Overrides | None:
    """What the sidecar of the document at `path` declares, None when there is none.

    Raises BadSidecar, a ReadError, when it cannot be understood.
    """
    data = _bytes(path)
    if data is None:
        return None
    name = sidecar_of(path).name
    try:
        declared = Declared.model_validate(tomllib.loads(data.decode("utf-8-sig")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSidecar(f"{name} is not TOML ({error}): put it right or take it away.") from error
    except ValidationError as error:
        raise BadSidecar(f"In {name}, {first_fault(error, Declared.model_fields)}.") from error
    return overrides_from(declared)


def overrides_from(declared: Declared) -> Overrides:
    """The declared values as our own type."""
    return Overrides(
        title=declared.title,
        publisher=declared.publisher,
        kind=declared.kind,
        council=declared.council,
        dates=declared.dates,
        address=declared.address,
        framework=declared.framework,
        visit=declared.visit,
        inspectors=declared.inspectors,
    )


def apply(document: Document, overrides: Overrides) -> Document:
    """The document with what was declared in the place of what was guessed, date by date."""
    declared = {f.name: getattr(overrides.dates, f.name) for f in fields(Dates)}
    return replace(
        document,
        title=overrides.title or document.title,
        kind=overrides.kind or document.kind,
        council=overrides.council or document.council,
        source=_source(document, overrides),
        dates=replace(document.dates, **{name: day for name, day in declared.items() if day}),
        framework=overrides.framework or document.framework,
        visit=overrides.visit or document.visit,
        inspectors=document.inspectors if overrides.inspectors is None else overrides.inspectors,
    )


def fingerprint(path: Path) -> str:
    """A short digest of the sidecar of the document at `path`; "" when there is none.

    Raises BadSidecar when it cannot be opened.
    """
    data = _bytes(path)
    return "" if data is None else hashlib.sha256(data).hexdigest()[:16]


def write_sidecar(path: Path, overrides: Overrides, note: str) -> None:
    """Write the sidecar of the document at `path`, `note` (one line) at its head. Raises OSError.

    The same overrides and note make the same bytes, and a file that has them is left alone.
    """
    text = "".join((f"# {note}\n", *_lines(overrides)))
    file = sidecar_of(path)
    if not file.exists() or file.read_bytes() != text.encode():
        write_whole(file, text)


def _bytes(path: Path) -> bytes | None:
    file = sidecar_of(path)
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # so there can be none
            return None
        raise BadSidecar(f"{file.name} cannot be opened ({error.strerror}).") from error
    if len(data) > _LARGEST:
        raise BadSidecar(f"{file.name} is too large to be what is known of one document.")
    return data


def _source(document: Document, overrides: Overrides) -> Source:
    """Publisher and address as declared; the rank follows from a declared kind or publisher."""
    publisher = overrides.publisher or document.source.publisher
    address = overrides.address or document.source.address
    rank = document.source.rank
    if overrides.kind or overrides.publisher:
        rank = rank_of(overrides.kind or document.kind, publisher)
    return Source(publisher, rank, address)


def rank_of(kind: DocumentKind, publisher: str) -> SourceRank:
    """How far the word of such a publisher counts in a document of this kind."""
    is_ofsted = "ofsted" in publisher.casefold().split()
    metadata = Metadata(site=publisher)
    return source_of(kind, metadata, publisher, (), (), is_ofsted=is_ofsted).rank


def _lines(overrides: Overrides) -> Iterator[str]:
    values = {f.name: getattr(overrides, f.name) for f in fields(Overrides) if f.name != "dates"}
    values |= {f.name: getattr(overrides.dates, f.name) for f in fields(Dates)}
    for name, value in values.items():
        if isinstance(value, date):
            yield f"{name} = {value.isoformat()}\n"
        elif value is not None:
            plain = value if isinstance(value, int | tuple) else str(value)
            yield f"{name} = {json.dumps(plain, ensure_ascii=False)}\n"
