"""The Chroma collections of passage and sentence vectors, derived from the catalogue.

Chroma is reached through its own client where llama-index's store would drop what we need (the
distance, upserts, batches the client accepts). Nothing here is a source of truth: both
collections can be made anew from the catalogue.
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
from docs_store.errors import StoreDamaged

os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")

PASSAGES = "passages"
SENTENCES = "sentences"
COLLECTIONS = (PASSAGES, SENTENCES)
_BATCH = 2000
_CONFIGURATION: Any = {
    "hnsw": {"space": "cosine", "ef_construction": 100, "ef_search": 200, "max_neighbors": 16}
}


class Vectors:
    """Nearest-neighbour search over the passages and sentences of a store."""

    def __init__(self, store_dir: Path) -> None:
        """Open or make the collections. Raises StoreDamaged where Chroma cannot read its files."""
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
            self._collections = {name: self._open(name) for name in COLLECTIONS}
        except Exception as error:
            raise StoreDamaged(
                f"The vector index in {self._dir} cannot be read: "
                f'make it anew with "python -m ingest rebuild --store {self._store_dir}".'
            ) from error

    @classmethod
    def anew(cls, store_dir: Path) -> "Vectors":
        """Empty collections in place of whatever is there, readable or not."""
        from chromadb.api.shared_system_client import SharedSystemClient

        SharedSystemClient.clear_system_cache()  # a client that failed to open is kept otherwise
        folder = store_dir / "chroma"
        if folder.exists():
            shutil.rmtree(folder)
        return cls(store_dir)

    def _open(self, name: str) -> Any:
        return self._client.get_or_create_collection(
            name, embedding_function=None, configuration=_CONFIGURATION
        )

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

    def count(self) -> tuple[int, int]:
        """How many passages and sentences are held."""
        return self._collections[PASSAGES].count(), self._collections[SENTENCES].count()

    def put_document(self, catalogue: Catalogue, document_id: str) -> None:
        """Hold exactly what the catalogue holds of a document; nothing if it holds none."""
        self.remove_document(document_id)
        passages = catalogue.passages_of(document_id)
        encodings = catalogue.encodings([p.id for p in passages])
        rows: dict[str, list[tuple[str, Floats]]] = {PASSAGES: [], SENTENCES: []}
        for passage in passages:
            encoding = encodings[passage.id]
            rows[PASSAGES].append((passage.id, encoding.dense))
            rows[SENTENCES] += [
                (f"{passage.id}.{i}", vector) for i, vector in enumerate(encoding.sentences)
            ]
        for name, items in rows.items():
            for at in range(0, len(items), _BATCH):
                batch = items[at : at + _BATCH]
                self._collections[name].upsert(
                    ids=[key for key, _ in batch],
                    embeddings=np.stack([vector for _, vector in batch]),
                    metadatas=[{"document": document_id}] * len(batch),
                )

    def remove_document(self, document_id: str) -> None:
        """Drop every vector of a document."""
        for collection in self._collections.values():
            collection.delete(where={"document": document_id})

    def nearest(
        self, vector: Floats, limit: int, documents: Items[str] = (), *, name: str = PASSAGES
    ) -> list[tuple[str, float]]:
        """Ids with their cosine to `vector` (384,), best first.

        `documents` limits the search to those document ids; empty means all.
        """
        return self.nearest_each(vector[None], limit, documents, name=name)[0]

    def nearest_each(
        self, vectors: Floats, limit: int, documents: Items[str] = (), *, name: str = PASSAGES
    ) -> list[list[tuple[str, float]]]:
        """`nearest` for each row of `vectors` (rows, 384)."""
        with self._lock:
            collection = self._collections[name]
            held = collection.count()
            if not held:
                return [[] for _ in vectors]
            result = collection.query(
                query_embeddings=vectors,
                n_results=min(limit, held),
                where={"document": {"$in": list(documents)}} if documents else None,
                include=["distances"],
            )
        return [
            [(key, 1.0 - float(d)) for key, d in zip(ids, distances, strict=True)]
            for ids, distances in zip(result["ids"], result["distances"], strict=True)
        ]

    def ids(self, name: str = PASSAGES) -> Iterator[str]:
        """The id of every vector in a collection."""
        yield from self._collections[name].get(include=[])["ids"]


def sentence_place(key: str) -> tuple[str, int]:
    """The passage id and the sentence's position that a sentence vector's id names."""
    passage_id, _, position = key.rpartition(".")
    return passage_id, int(position)
