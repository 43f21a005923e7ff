"""The tables of the catalogue, and their version.

`encodings` holds what the encoder made of each passage, so that the vector index can be rebuilt
from the catalogue without reading a document again. The two full-text tables are SQLite FTS5,
kept row for row with `passages` and `sentences`.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

SCHEMA_VERSION = 2

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("path", String, nullable=False, unique=True),
    Column("root", String, nullable=False, index=True),
    Column("sha256", String, nullable=False, unique=True),
    Column("made_by", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("framework", String),
    Column("visit", Integer),
    Column("council", String),
    Column("publisher", String, nullable=False),
    Column("source_rank", Integer, nullable=False),
    Column("address", String),
    Column("on_site_from", Date),
    Column("on_site_to", Date),
    Column("signed", Date),
    Column("published", Date),
    Column("page_count", Integer),
    Column("inspectors", Text, nullable=False),
    Column("unread_pages", Text, nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    Column("is_indexed", Boolean, nullable=False),
)

pages = Table(
    "pages",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("number", Integer),
    Column("text", Text, nullable=False),
)

passages = Table(
    "passages",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column(
        "document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("ordinal", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("paragraph", String),
    Column("page_first", Integer),
    Column("page_last", Integer),
)

sentences = Table(
    "sentences",
    metadata,
    Column("key", Integer, primary_key=True),
    Column(
        "passage_key", ForeignKey("passages.key", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("spans", Text, nullable=False),
)

encodings = Table(
    "encodings",
    metadata,
    Column("passage_key", ForeignKey("passages.key", ondelete="CASCADE"), primary_key=True),
    Column("dense", LargeBinary, nullable=False),
    Column("sentences", LargeBinary, nullable=False),
    Column("token_ids", LargeBinary, nullable=False),
    Column("tokens", LargeBinary, nullable=False),
    Column("owners", LargeBinary, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("council", String, index=True),
    Column("framework", String),
    Column("area", String, nullable=False),
    Column("grade", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("inspected_from", Date),
    Column("inspected_to", Date),
    Column("spans", Text, nullable=False),
    Column("doubt", Text, nullable=False),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("path", String, primary_key=True),
    Column("root", String, nullable=False, index=True),
    Column("file", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("sha256", String, nullable=False),
    Column("made_by", String, nullable=False),
    Column("because", String),
)

_FULL_TEXT = """
CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5({columns}, tokenize='porter unicode61')
"""


def create_all(connection: Connection) -> None:
    """Make every table that is not there yet."""
    metadata.create_all(connection)
    connection.execute(text(_FULL_TEXT.format(name="passage_words", columns="heading, text")))
    connection.execute(text(_FULL_TEXT.format(name="sentence_words", columns="text")))
