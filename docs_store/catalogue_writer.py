"""Writes to the catalogue: each document goes in, or out, in one transaction."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np
from sqlalchemy import Connection, Table, delete, func, insert, select, text, update

from docs_store import schema
from docs_store.catalogue import FILE_NAME, Catalogue, _engine
from docs_store.documents import Document, Page, Passage
from docs_store.encodings import Encoding
from docs_store.judgement_rows import rows_of
from docs_store.judgements import Judgement
from docs_store.likeness import Sketch


@dataclass(frozen=True, slots=True)
class Held:
    """What the catalogue knows of a file it holds. `made_by` names the reading that was made of
    it: a document is read again when the program or the encoder has changed."""

    id: str
    path: str
    root: str
    sha256: str
    made_by: str
    is_indexed: bool


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that is not held and why; `because` is the document for whose sake, if any (a copy)."""

    path: str
    root: str
    file: str
    reason: str
    sha256: str
    made_by: str
    because: str | None = None


class CatalogueWriter(Catalogue):
    """A catalogue open for writing. Hold the writer lock (`docs_store.writer`) while using it."""

    @classmethod
    def create(cls, store_dir: Path) -> "CatalogueWriter":
        """Open the catalogue in `store_dir`, making it if there is none.

        Raises StoreTooNew or StoreDamaged.
        """
        store_dir.mkdir(parents=True, exist_ok=True)
        file = store_dir / FILE_NAME
        is_new = not file.exists() or file.stat().st_size == 0
        catalogue = cls(_engine(file), store_dir)
        if is_new:
            plain = catalogue.engine.raw_connection()
            plain.cursor().execute("PRAGMA journal_mode=WAL")
            plain.close()
            with catalogue.engine.begin() as connection:
                schema.create_all(connection)
                _set_meta(connection, "schema_version", str(schema.SCHEMA_VERSION))
        catalogue.check_version()
        return catalogue

    def set_meta(self, key: str, value: str) -> None:
        """Keep a named value with the catalogue."""
        with self.engine.begin() as connection:
            _set_meta(connection, key, value)

    def mark_all_unindexed(self) -> None:
        """Record that the vector index must be made anew."""
        with self.engine.begin() as connection:
            connection.execute(update(schema.documents).values(is_indexed=False))

    def held(self) -> tuple[Held, ...]:
        """What is held, for deciding what has changed."""
        table = schema.documents.c
        columns = (table.id, table.path, table.root, table.sha256, table.made_by, table.is_indexed)
        with self.connect() as connection:
            return tuple(Held(*row) for row in connection.execute(select(*columns)))

    def put(  # noqa: PLR0913 (a document goes in whole, in one transaction)
        self,
        document: Document,
        pages: Sequence[Page],
        passages: Sequence[Passage],
        encodings: Sequence[Encoding],
        *,
        path: Path,
        root: Path,
        made_by: str,
        sketch: Sketch,
        judgements: Sequence[Judgement] = (),
    ) -> None:
        """Take in a document whole, in place of the one with its id, if any.

        The document counts as not indexed until `mark_indexed`.
        """
        with self.engine.begin() as connection:
            _drop(connection, document.id)
            connection.execute(delete(schema.set_aside).where(schema.set_aside.c.path == str(path)))
            row = _row(document) | {"path": str(path), "root": str(root), "made_by": made_by}
            row |= {"sketch": sketch.tobytes(), "is_indexed": False}
            connection.execute(insert(schema.documents).values(**row))
            connection.execute(
                insert(schema.pages),
                [
                    {"document_id": document.id, "position": i, "number": p.number, "text": p.text}
                    for i, p in enumerate(pages)
                ],
            )
            _put_passages(connection, passages, encodings)
            if judgements:
                connection.execute(insert(schema.judgements), rows_of(judgements))
            _bump_version(connection)

    def remove(self, document_id: str) -> None:
        """Take a document out, with its pages, passages and judgements."""
        with self.engine.begin() as connection:
            _drop(connection, document_id)
            _bump_version(connection)

    def mark_indexed(self, document_id: str) -> None:
        """Record that the vector index holds this document's passages."""
        with self.engine.begin() as connection:
            table = schema.documents
            connection.execute(
                update(table).where(table.c.id == document_id).values(is_indexed=True)
            )
            _bump_version(connection)

    def sketches(self) -> dict[str, Sketch]:
        """The sketch of every document, by id."""
        table = schema.documents.c
        with self.connect() as connection:
            rows = connection.execute(select(table.id, table.sketch))
            return {row.id: np.frombuffer(row.sketch, np.uint64) for row in rows}

    def set_aside_files(self) -> dict[str, SetAside]:
        """What was set aside, by path."""
        names = [field.name for field in fields(SetAside)]
        with self.connect() as connection:
            rows = connection.execute(select(*(schema.set_aside.c[name] for name in names)))
            return {row.path: SetAside(*row) for row in rows}

    def put_set_aside(self, found: SetAside) -> None:
        """Record a file that was set aside."""
        table = schema.set_aside
        with self.engine.begin() as connection:
            connection.execute(delete(table).where(table.c.path == found.path))
            connection.execute(insert(table).values(**asdict(found)))

    def drop_set_aside(self, paths: Iterable[str]) -> None:
        """Forget that files were set aside."""
        table = schema.set_aside
        with self.engine.begin() as connection:
            for path in paths:
                connection.execute(delete(table).where(table.c.path == path))


def _bump_version(connection: Connection) -> None:
    """Let readers see that what is held has changed: in the transaction that changes it."""
    found = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "version"))
    _set_meta(connection, "version", str(int(found.scalar() or 0) + 1))


def _set_meta(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(schema.meta).where(schema.meta.c.key == key))
    connection.execute(insert(schema.meta).values(key=key, value=value))


_DROP_WORDS = (
    """
    DELETE FROM sentence_words WHERE rowid IN (
        SELECT s.key FROM sentences s JOIN passages p ON p.key = s.passage_key
        WHERE p.document_id = :document
    )
    """,
    """
    DELETE FROM passage_words WHERE rowid IN (
        SELECT key FROM passages WHERE document_id = :document
    )
    """,
)


def _drop(connection: Connection, document_id: str) -> None:
    for statement in _DROP_WORDS:
        connection.execute(text(statement), {"document": document_id})
    connection.execute(delete(schema.documents).where(schema.documents.c.id == document_id))


def _put_passages(
    connection: Connection, passages: Sequence[Passage], encodings: Sequence[Encoding]
) -> None:
    """All rows of all passages, a statement a table: thousands of sentences go in at once."""
    if not passages:
        return
    first = _next_key(connection, schema.passages)
    first_sentence = _next_key(connection, schema.sentences)
    rows: dict[str, list[dict[str, object]]] = {n: [] for n in ("passages", "encodings", "words")}
    sentences: list[dict[str, object]] = []
    sentence_words: list[dict[str, object]] = []
    for key, (passage, encoding) in enumerate(zip(passages, encodings, strict=True), start=first):
        rows["passages"].append({"key": key} | _passage_row(passage))
        rows["encodings"].append({"passage_key": key, **encoding.to_bytes()})
        rows["words"].append({"key": key, "heading": passage.heading, "text": passage.text})
        for ordinal, sentence in enumerate(passage.sentences):
            sentence_key = first_sentence + len(sentences)
            spans = json.dumps([(s.page, s.start, s.end) for s in sentence.spans])
            place = {"passage_key": key, "ordinal": ordinal, "spans": spans}
            extent = {"start": sentence.start, "end": sentence.end}
            sentences.append({"key": sentence_key} | place | extent)
            words = passage.sentence_text(ordinal)
            sentence_words.append({"key": sentence_key, "text": words})
    connection.execute(insert(schema.passages), rows["passages"])
    connection.execute(insert(schema.encodings), rows["encodings"])
    connection.execute(_PASSAGE_WORDS, rows["words"])
    if sentences:
        connection.execute(insert(schema.sentences), sentences)
        connection.execute(_SENTENCE_WORDS, sentence_words)


_PASSAGE_WORDS = text(
    "INSERT INTO passage_words(rowid, heading, text) VALUES (:key, :heading, :text)"
)
_SENTENCE_WORDS = text("INSERT INTO sentence_words(rowid, text) VALUES (:key, :text)")


def _next_key(connection: Connection, table: Table) -> int:
    """The first key above every one in use; only one writer writes at a time."""
    return int(connection.execute(select(func.max(table.c.key))).scalar() or 0) + 1


def _passage_row(passage: Passage) -> dict[str, object]:
    return {
        "id": passage.id,
        "document_id": passage.document_id,
        "ordinal": passage.ordinal,
        "text": passage.text,
        "heading": passage.heading,
        "paragraph": passage.paragraph,
        "page_first": passage.page_first,
        "page_last": passage.page_last,
    }


def _row(document: Document) -> dict[str, object]:
    return {
        "id": document.id,
        "sha256": document.sha256,
        "title": document.title,
        "kind": document.kind.value,
        "framework": document.framework,
        "visit": document.visit,
        "council": document.council,
        "publisher": document.source.publisher,
        "source_rank": int(document.source.rank),
        "address": document.source.address,
        "on_site_from": document.dates.on_site_from,
        "on_site_to": document.dates.on_site_to,
        "signed": document.dates.signed,
        "published": document.dates.published,
        "page_count": document.page_count,
        "inspectors": json.dumps(document.inspectors),
        "unread_pages": json.dumps(document.unread_pages),
    }
