"""The Chroma collection of passage vectors, derived from the catalogue.

Chroma is reached through its own client where llama-index's store would drop what we need (the
distance, upserts, batches the client accepts). Nothing here is a source of truth: the collection
can be made anew from the catalogue.
"""

import os
import shutil
import threading
from collections.abc import Collection as Items
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from docs_store.catalogue import Catalogue
from docs_store.encodings import Floats
from docs_store.errors import StoreDamaged, StoreError

os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")

_NAME = "passages"
_BATCH = 2000
_CONFIGURATION: Any = {
    "hnsw": {"space": "cosine", "ef_construction": 100, "ef_search": 200, "max_neighbors": 16}
}


class Vectors:
    """Nearest-neighbour search over the passages of a store."""

    def __init__(self, store_dir: Path) -> None:
        """Open or make the collection.

        Raises StoreDamaged where Chroma cannot read its files, StoreError where it may not write
        beside them, which it does even to read.
        """
        self._store_dir = store_dir
        self._dir = store_dir / "chroma"
        self._lock = threading.RLock()
        self._connect()

    def _connect(self) -> None:
        import chromadb
        from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False)
        try:
            self._client = chromadb.PersistentClient(path=str(self._dir), settings=settings)
            self._collection: Any = self._client.get_or_create_collection(
                _NAME, embedding_function=None, configuration=_CONFIGURATION
            )
        except Exception as error:
            raise self._unusable() from error

    def _unusable(self) -> StoreError:
        folder = self._dir if self._dir.exists() else self._store_dir
        if not os.access(folder, os.W_OK):
            return StoreError(
                f"Footnote may not write in {folder}, which it must even to answer: "
                "give its user leave to, or copy the store to where it may."
            )
        return StoreDamaged(
            f"The vector index in {self._dir} cannot be read: "
            f'make it anew with "python -m ingest rebuild --store {self._store_dir}".'
        )

    @classmethod
    def anew(cls, store_dir: Path) -> "Vectors":
        """An empty collection in place of whatever is there, readable or not."""
        from chromadb.api.shared_system_client import SharedSystemClient

        SharedSystemClient.clear_system_cache()  # a client that failed to open is kept otherwise
        folder = store_dir / "chroma"
        if folder.exists():
            shutil.rmtree(folder)
        return cls(store_dir)

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            closing: Any = self._client
            closing.close()

    def reopen(self) -> None:
        """See what another process has written: an open client goes on as it was when opened."""
        with self._lock:
            self.close()
            self._connect()

    def count(self) -> int:
        """How many passages are held."""
        return int(self._collection.count())

    def put_document(self, catalogue: Catalogue, document_id: str) -> None:
        """Hold exactly what the catalogue holds of a document; nothing if it holds none."""
        self.remove_document(document_id)
        dense = catalogue.dense_of(document_id)
        for at in range(0, len(dense), _BATCH):
            batch = dense[at : at + _BATCH]
            self._collection.upsert(
                ids=[key for key, _ in batch],
                embeddings=np.stack([vector for _, vector in batch]),
                metadatas=[{"document": document_id}] * len(batch),
            )

    def remove_document(self, document_id: str) -> None:
        """Drop every vector of a document."""
        self._collection.delete(where={"document": document_id})

    def nearest(
        self, vector: Floats, limit: int, documents: Items[str] = ()
    ) -> list[tuple[str, float]]:
        """Ids with their cosine to `vector` (384,), best first.

        `documents` limits the search to those document ids; empty means all.
        """
        return self.nearest_each(vector[None], limit, documents)[0]

    def nearest_each(
        self, vectors: Floats, limit: int, documents: Items[str] = ()
    ) -> list[list[tuple[str, float]]]:
        """`nearest` for each row of `vectors` (rows, 384). Raises StoreDamaged."""
        with self._lock:
            try:
                held = self.count()
                if not held:
                    return [[] for _ in vectors]
                result = self._collection.query(
                    query_embeddings=vectors,
                    n_results=min(limit, held),
                    where={"document": {"$in": list(documents)}} if documents else None,
                    include=["distances"],
                )
            except Exception as error:  # Chroma raises its own, and those of Rust and SQLite
                raise self._unusable() from error
        return [
            [(key, 1.0 - float(d)) for key, d in zip(ids, distances, strict=True)]
            for ids, distances in zip(result["ids"], result["distances"], strict=True)
        ]

    def ids(self) -> Iterator[str]:
        """The id of every vector."""
        yield from self._collection.get(include=[])["ids"]
