"""The catalogue: documents, pages, passages and full-text search in one transactional database.

It is the source of truth. The vector index is derived from it and can be rebuilt from it at any
time. Readers may be many; one writer at a time (see `docs_store.writer`).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import URL, Connection, Engine, RowMapping, create_engine, event, func, select
from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from docs_store import schema
from docs_store.documents import (
    Dates,
    Document,
    DocumentKind,
    Page,
    Passage,
    Sentence,
    Span,
)
from docs_store.encodings import Encoding, Floats, from_bytes
from docs_store.errors import StoreDamaged, StoreMissing, StoreTooNew
from docs_store.judgement_rows import judgement_of
from docs_store.judgements import Judgement
from docs_store.sources import Source, SourceRank

FILE_NAME = "catalogue.sqlite"


class Catalogue:
    """Reads of the catalogue. `docs_store.catalogue_writer.CatalogueWriter` adds the writes."""

    def __init__(self, engine: Engine, store_dir: Path) -> None:
        self.engine = engine
        self.store_dir = store_dir

    @classmethod
    def open(cls, store_dir: Path) -> "Catalogue":
        """Open an existing catalogue for reading.

        Raises StoreMissing, StoreTooNew or StoreDamaged.
        """
        file = store_dir / FILE_NAME
        if not file.exists():
            raise StoreMissing(
                f"There is no document store in {store_dir}: "
                f'add documents first with "python -m ingest FOLDER --store {store_dir}".'
            )
        catalogue = cls(_engine(file), store_dir)
        catalogue.check_version()
        return catalogue

    def check_version(self) -> None:
        """Raise StoreTooNew or StoreDamaged where this program cannot use the file."""
        try:
            found = self.meta("schema_version")
        except SQLAlchemyError as error:
            self.close()
            raise StoreDamaged(
                f"The catalogue in {self.store_dir} cannot be read: restore it from a backup, "
                "or ingest the documents into a new store."
            ) from error
        if found is None or int(found) < schema.SCHEMA_VERSION:
            self.close()
            raise StoreDamaged(
                f"The catalogue in {self.store_dir} is unfinished or of an older version: "
                "ingest the documents into a new store."
            )
        if int(found) > schema.SCHEMA_VERSION:
            self.close()
            raise StoreTooNew(
                f"The store in {self.store_dir} was written by a newer version of Footnote: "
                "update Footnote, or choose another store with --store."
            )

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A connection for reading; StoreDamaged if the file is not a readable database."""
        try:
            with self.engine.connect() as connection:
                yield connection
        except DatabaseError as error:
            if "malformed" in str(error) or "not a database" in str(error):
                raise StoreDamaged(
                    f"The catalogue in {self.store_dir} is damaged: restore it from a backup, "
                    "or ingest the documents into a new store."
                ) from error
            raise

    def meta(self, key: str) -> str | None:
        """A named value kept with the catalogue, or None."""
        with self.engine.connect() as connection:
            query = select(schema.meta.c.value).where(schema.meta.c.key == key)
            return connection.execute(query).scalar()

    def documents(self) -> tuple[Document, ...]:
        """Every document, in order of id."""
        with self.connect() as connection:
            rows = connection.execute(select(schema.documents).order_by(schema.documents.c.id))
            return tuple(_document(row) for row in rows.mappings())

    def document(self, document_id: str) -> Document | None:
        """The document of that id, or None."""
        return self._one_document(schema.documents.c.id == document_id)

    def document_by_digest(self, prefix: str) -> Document | None:
        """The document whose file's sha256 starts with `prefix` (8 hex digits or more), or None."""
        if len(prefix) < 8 or not all(c in "0123456789abcdef" for c in prefix):
            return None
        return self._one_document(schema.documents.c.sha256.startswith(prefix))

    def _one_document(self, condition: Any) -> Document | None:
        with self.connect() as connection:
            row = connection.execute(select(schema.documents).where(condition)).mappings().first()
            return _document(row) if row else None

    def pages(self, document_id: str) -> tuple[Page, ...]:
        """The pages of a document as extracted, in order; () for an unknown document."""
        table = schema.pages
        query = select(table).where(table.c.document_id == document_id).order_by(table.c.position)
        with self.connect() as connection:
            return tuple(Page(row.number, row.text) for row in connection.execute(query))

    def judgements(self, council: str | None = None) -> tuple[Judgement, ...]:
        """Every judgement held, or those of one council: in order of document id, and within a
        document as it was extracted."""
        table = schema.judgements
        query = select(table).order_by(table.c.document_id, table.c.ordinal)
        if council is not None:
            query = query.where(table.c.council == council)
        with self.connect() as connection:
            return tuple(judgement_of(row) for row in connection.execute(query).mappings())

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of a document, in order."""
        condition = schema.passages.c.document_id == document_id
        with self.connect() as connection:
            return tuple(passage for _, passage in _load(connection, condition))

    def passages_on(self, document_id: str, page: int | None) -> tuple[Passage, ...]:
        """The passages of a document that touch a page (its number, None where it has none), in
        order."""
        table = schema.passages.c
        condition = table.document_id == document_id
        if page is not None:
            condition &= (table.page_first <= page) & (table.page_last >= page)
        with self.connect() as connection:
            return tuple(passage for _, passage in _load(connection, condition))

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The passages of those ids; unknown ids are left out."""
        with self.connect() as connection:
            return _passages(connection, ids)

    def passage_ids(self) -> tuple[str, ...]:
        """The id of every passage."""
        with self.connect() as connection:
            query = select(schema.passages.c.id).order_by(schema.passages.c.key)
            return tuple(connection.execute(query).scalars())

    def indexed_passages(self) -> int:
        """How many passages the vector index holds, or should."""
        table = schema.passages.join(schema.documents)
        query = select(func.count()).select_from(table).where(schema.documents.c.is_indexed)
        with self.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def read(self, ids: Sequence[str]) -> dict[str, tuple[Passage, Encoding]]:
        """Passages with what the encoder made of them, as at one moment; unknown ids are left out."""
        with self.connect() as connection:
            passages = _passages(connection, ids)
            encodings = _encodings(connection, list(passages))
        return {key: (passages[key], encodings[key]) for key in encodings}

    def encodings(self, passage_ids: Sequence[str]) -> dict[str, Encoding]:
        """What the encoder made of those passages; unknown ids are left out."""
        with self.connect() as connection:
            return _encodings(connection, passage_ids)

    def token_ids(self) -> Iterator[bytes]:
        """The wordpiece ids of every passage, each as int32 bytes (for document frequencies)."""
        with self.connect() as connection:
            yield from connection.execute(select(schema.encodings.c.token_ids)).scalars()

    def dense_of(self, document_id: str) -> list[tuple[str, Floats]]:
        """The passages of a document by id, each with its unit vector (384,), in order."""
        passages, table = schema.passages.c, schema.encodings
        query = select(passages.id, table.c.dense).join(table)
        query = query.where(passages.document_id == document_id).order_by(passages.ordinal)
        with self.connect() as connection:
            return [
                (row[0], np.frombuffer(row[1], np.float32)) for row in connection.execute(query)
            ]

    def sentence_vectors(self) -> Iterator[tuple[str, str, bytes]]:
        """Of every passage its id, its document's id and its sentences' vectors as stored (float16
        rows of 384), in the order in which passages were put."""
        passages, table = schema.passages.c, schema.encodings
        query = select(passages.id, passages.document_id, table.c.sentences).join(table)
        with self.connect() as connection:
            for row in connection.execute(query.order_by(passages.key)):
                yield row[0], row[1], row[2]

    def set_aside(self) -> tuple[tuple[str, str], ...]:
        """Files that could not be held, each with the reason."""
        table = schema.set_aside
        with self.connect() as connection:
            rows = connection.execute(select(table.c.file, table.c.reason).order_by(table.c.file))
            return tuple((row.file, row.reason) for row in rows)


def _engine(file: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(file)))

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, never by the driver
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA busy_timeout=10000")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")  # all that one connection reads is of one moment

    return engine


def _batches(ids: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), size):
        yield ids[at : at + size]


def _document(row: RowMapping) -> Document:
    return Document(
        id=row["id"],
        title=row["title"],
        kind=DocumentKind(row["kind"]),
        council=row["council"],
        source=Source(row["publisher"], SourceRank(row["source_rank"]), row["address"]),
        dates=Dates(row["on_site_from"], row["on_site_to"], row["signed"], row["published"]),
        sha256=row["sha256"],
        page_count=row["page_count"],
        inspectors=tuple(json.loads(row["inspectors"])),
        unread_pages=tuple(json.loads(row["unread_pages"])),
        framework=row["framework"],
        visit=row["visit"],
    )


def _passages(connection: Connection, ids: Sequence[str]) -> dict[str, Passage]:
    found: dict[str, Passage] = {}
    for batch in _batches(ids):
        loaded = _load(connection, schema.passages.c.id.in_(batch))
        found.update((passage.id, passage) for _, passage in loaded)
    return found


def _encodings(connection: Connection, ids: Sequence[str]) -> dict[str, Encoding]:
    table = schema.encodings
    columns = [table.c[n] for n in ("dense", "sentences", "token_ids", "tokens", "owners")]
    query = select(schema.passages.c.id, *columns).join(table)
    found: dict[str, Encoding] = {}
    for batch in _batches(ids):
        for row in connection.execute(query.where(schema.passages.c.id.in_(batch))):
            found[row[0]] = from_bytes(*row[1:])
    return found


def _load(connection: Connection, condition: Any) -> Iterable[tuple[int, Passage]]:
    table = schema.passages
    query = select(table).where(condition).order_by(table.c.document_id, table.c.ordinal)
    rows = connection.execute(query).all()
    by_key: dict[int, list[Sentence]] = {row.key: [] for row in rows}
    columns = schema.sentences
    wanted = (
        select(columns)
        .where(columns.c.passage_key.in_(select(table.c.key).where(condition)))
        .order_by(columns.c.passage_key, columns.c.ordinal)
    )
    for row in connection.execute(wanted):
        spans = tuple(Span(*span) for span in json.loads(row.spans))
        by_key[row.passage_key].append(Sentence(row.start, row.end, spans))
    for row in rows:
        passage = Passage(
            id=row.id,
            document_id=row.document_id,
            ordinal=row.ordinal,
            text=row.text,
            heading=row.heading,
            paragraph=row.paragraph,
            page_first=row.page_first,
            page_last=row.page_last,
            sentences=tuple(by_key[row.key]),
        )
        yield row.key, passage
