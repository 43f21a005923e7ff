"""Full-text search of the catalogue: BM25 over passages and over sentences (SQLite FTS5)."""

import re
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, text

from docs_store.catalogue import Catalogue

_PASSAGES = """
SELECT p.id, -bm25(passage_words, 0.5, 1.0) AS score
FROM passage_words JOIN passages p ON p.key = passage_words.rowid
WHERE passage_words MATCH :query {scope}
ORDER BY score DESC, p.key LIMIT :limit
"""

_SENTENCES = """
WITH hit AS MATERIALIZED (
    SELECT sentence_words.rowid AS key, -bm25(sentence_words) AS score
    FROM sentence_words WHERE sentence_words MATCH :query
)
SELECT p.id, MAX(hit.score) AS score
FROM hit JOIN sentences s ON s.key = hit.key JOIN passages p ON p.key = s.passage_key
WHERE 1 = 1 {scope}
GROUP BY p.id ORDER BY score DESC, p.key LIMIT :limit
"""

_TERMS = "SELECT COUNT(*) FROM passage_words WHERE passage_words MATCH :query"
_TEXTS = "SELECT text FROM passage_words WHERE passage_words MATCH :query LIMIT :limit"
_MOST_READ = 300


def search_passages(
    catalogue: Catalogue, words: Sequence[str], limit: int, documents: Collection[str] = ()
) -> list[tuple[str, float]]:
    """Passage ids with their BM25 score, best first; the heading counts half.

    `documents` limits the search to those ids; empty means all.
    """
    return _search(catalogue, _PASSAGES, words, limit, documents)


def search_sentences(
    catalogue: Catalogue, words: Sequence[str], limit: int, documents: Collection[str] = ()
) -> list[tuple[str, float]]:
    """Passage ids with the BM25 score of their best sentence, best first."""
    return _search(catalogue, _SENTENCES, words, limit, documents)


def passages_with(catalogue: Catalogue, word: str) -> int:
    """In how many passages a word, or another form of it, stands."""
    with catalogue.connect() as connection:
        return int(connection.execute(text(_TERMS), {"query": _quoted(word)}).scalar_one())


def has_word(catalogue: Catalogue, word: str) -> bool:
    """True when a word stands in a passage just so, and not only another form of it: "overal" does
    not stand where "overall" does. Of the passages with a form of it the first few hundred are read."""
    pattern = re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", re.IGNORECASE)
    with catalogue.connect() as connection:
        given = {"query": _quoted(word), "limit": _MOST_READ}
        return any(pattern.search(row) for row in connection.execute(text(_TEXTS), given).scalars())


def _search(
    catalogue: Catalogue, sql: str, words: Sequence[str], limit: int, documents: Collection[str]
) -> list[tuple[str, float]]:
    if not words:
        return []
    given: dict[str, object] = {"query": " OR ".join(_quoted(w) for w in words), "limit": limit}
    names = [f"d{i}" for i in range(len(documents))]
    given.update(zip(names, documents, strict=True))
    scope = f"AND p.document_id IN ({', '.join(':' + n for n in names)})" if names else ""
    with catalogue.connect() as connection:
        return _rows(connection, sql.format(scope=scope), given)


def _rows(connection: Connection, sql: str, given: dict[str, object]) -> list[tuple[str, float]]:
    return [(str(row[0]), float(row[1])) for row in connection.execute(text(sql), given)]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
