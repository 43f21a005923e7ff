"""Looking after a store: what it holds, whether search reaches all of it, and repair."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from docs_store.catalogue import Catalogue
from docs_store.catalogue_writer import CatalogueWriter
from docs_store.errors import UsageError
from docs_store.originals import Originals
from docs_store.vectors import Vectors
from docs_store.writer import writing

_BATCH = 256
_SAME = 1e-3

Outcome = tuple[list[str], int]


def status(store_dir: Path) -> Outcome:
    """What is held and what was set aside, a line each."""
    catalogue = Catalogue.open(store_dir)
    try:
        documents = catalogue.documents()
        lines = [
            f"{d.id}\t{d.kind}\t{d.council or '-'}\t{d.dates.shown or '-'}\t{d.title}"
            for d in documents
        ]
        pages = sum(d.page_count or 0 for d in documents)
        passages = len(catalogue.passage_ids())
        lines.append(f"{len(documents)} documents, {pages} pages, {passages} passages.")
        lines += [f"Set aside: {file}: {reason}" for file, reason in catalogue.set_aside()]
        for d in documents:
            if d.unread_pages:
                lines.append(f"Not read: {d.id}, page {', '.join(map(str, d.unread_pages))}.")
        return lines, 0
    finally:
        catalogue.close()


def verify(store_dir: Path) -> Outcome:
    """Prove that search reaches every passage, and nothing else."""
    catalogue = Catalogue.open(store_dir)
    vectors = Vectors(store_dir)
    try:
        ids = catalogue.passage_ids()
        faults = _unreachable(catalogue, vectors, ids) + _differing(vectors, ids)
    finally:
        vectors.close()
        catalogue.close()
    if faults:
        advice = f'Repair it with "python -m ingest rebuild --store {store_dir}".'
        return [*faults[:20], f"{len(faults)} faults. {advice}"], 1
    return [f"All {len(ids)} passages are found by their own vectors, and nothing else is."], 0


def rebuild(store_dir: Path) -> Outcome:
    """Make the vector index anew from the catalogue."""
    Catalogue.open(store_dir).close()
    with writing(store_dir):
        catalogue = CatalogueWriter.create(store_dir)
        catalogue.mark_all_unindexed()
        vectors = Vectors.anew(store_dir)
        try:
            for document in catalogue.documents():
                vectors.put_document(catalogue, document.id)
                catalogue.mark_indexed(document.id)
            count = len(catalogue.passage_ids())
        finally:
            vectors.close()
            catalogue.close()
    return [f"The vector index holds {count} passages."], 0


def remove(store_dir: Path, document_id: str) -> Outcome:
    """Take one document out of the store. Raises UsageError when it is not held."""
    Catalogue.open(store_dir).close()
    with writing(store_dir):
        catalogue = CatalogueWriter.create(store_dir)
        vectors = Vectors(store_dir)
        try:
            document = catalogue.document(document_id)
            if document is None:
                raise UsageError(
                    f"The store holds no document called {document_id}: "
                    '"python -m ingest status" lists what it holds.'
                )
            catalogue.set_meta("is_clean", "no")
            catalogue.remove(document_id)
            vectors.remove_document(document_id)
            Originals(store_dir).drop(document.sha256)
            catalogue.set_meta("is_clean", "yes")
        finally:
            vectors.close()
            catalogue.close()
    return [f"Removed {document_id}. It comes back if its folder is ingested again."], 0


def _unreachable(catalogue: Catalogue, vectors: Vectors, ids: Sequence[str]) -> list[str]:
    """Passages not among the nearest of their own vectors (ties of equal passages allowed)."""
    faults = []
    for at in range(0, len(ids), _BATCH):
        batch = ids[at : at + _BATCH]
        encodings = catalogue.encodings(batch)
        rows = np.stack([encodings[key].dense for key in batch])
        for key, near in zip(batch, vectors.nearest_each(rows, 5), strict=True):
            is_tied = len(near) == 5 and near[-1][1] > 1 - _SAME
            if key not in [found for found, _ in near] and not is_tied:
                faults.append(f"Not found by its own vector: {key}")
    return faults


def _differing(vectors: Vectors, ids: Sequence[str]) -> list[str]:
    """Vectors without a passage in the catalogue, and the reverse."""
    wanted, held = set(ids), set(vectors.ids())
    return [
        *(f"No vector of a passage: {key}" for key in sorted(wanted - held)),
        *(f"A vector of nothing held: {key}" for key in sorted(held - wanted)),
    ]
