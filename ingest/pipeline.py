"""Files in, a store out: what is new, changed or gone, one document at a time.

Each document is committed to the catalogue whole, then indexed in Chroma, then marked as indexed.
A run that is killed leaves whole documents only; the next run indexes what was not marked.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from docs_store.catalogue_writer import CatalogueWriter, Held
from docs_store.encoder import Encoder, token_counter
from docs_store.errors import ReadError
from docs_store.originals import Originals, sha256_of
from docs_store.vectors import Vectors
from docs_store.writer import writing
from ingest.files import Folder, find_files
from ingest.prepare import Prepared, prepare
from ingest.report import IngestReport
from ingest.sidecar import apply, fingerprint, overrides

READING_VERSION = 2
"""Raise this when reading or splitting changes: documents are then read again."""

Tell = Callable[[str], None]


def ingest_paths(
    paths: Sequence[Path],
    store_dir: Path,
    *,
    encoder_model: str = "",
    tell: Tell = lambda _: None,
    load_encoder: Callable[[str], Encoder] = Encoder,
) -> IngestReport:
    """Bring the store in line with the files and folders given.

    `tell` is called with one line a file; `load_encoder` when the first passage is to be encoded.
    Raises UsageError for paths that cannot be used,
    StoreError for a store that cannot; a file that cannot be read is set aside, never an error.
    """
    folders = find_files(paths)
    with writing(store_dir):
        run = _Run(store_dir, encoder_model, tell, load_encoder)
        try:
            return run.bring_in_line(folders)
        finally:
            run.close()


class _Run:
    """One ingest: the open store and what has been done so far."""

    def __init__(
        self,
        store_dir: Path,
        encoder_model: str,
        tell: Tell,
        load_encoder: Callable[[str], Encoder],
    ) -> None:
        self.catalogue = CatalogueWriter.create(store_dir)
        self.vectors = Vectors(store_dir)
        self.originals = Originals(store_dir)
        self.report = IngestReport()
        self.tell = tell
        self._model = encoder_model
        self._load_encoder = load_encoder
        self._loaded: Encoder | None = None

    def close(self) -> None:
        self.vectors.close()
        self.catalogue.close()

    @property
    def encoder(self) -> Encoder:
        """Loaded when first needed: a run over unchanged files needs none."""
        if self._loaded is None:
            self._loaded = self._load_encoder(self._model)
        return self._loaded

    def bring_in_line(self, folders: Sequence[Folder]) -> IngestReport:
        started = time.perf_counter()
        held = self.catalogue.held()
        self._finish_indexing(held)
        for folder in folders:
            if folder.is_whole:
                self._remove_gone(folder, held)
            self._take_in_folder(folder)
        self._count()
        self.report.seconds = time.perf_counter() - started
        return self.report

    def _finish_indexing(self, held: Sequence[Held]) -> None:
        """Index what a killed run left unindexed, and drop vectors of documents no longer held."""
        is_clean = self.catalogue.meta("is_clean") == "yes"
        self.catalogue.set_meta("is_clean", "no")
        for document in held:
            if not document.is_indexed:
                self._index(document.id)
        if not is_clean:
            names = {document.id for document in held}
            strays = {key.rpartition("#")[0] for key in self.vectors.ids()} - names
            for name in strays:
                self.vectors.remove_document(name)

    def _remove_gone(self, folder: Folder, held: Sequence[Held]) -> None:
        present = {str(path) for path in folder.files.values()}
        for document in held:
            if document.root == str(folder.root) and document.path not in present:
                self.catalogue.remove(document.id)
                self.vectors.remove_document(document.id)
                self.originals.drop(document.sha256)
                self.report.removed.append(document.id)
                self.tell(f"removed    {document.id}")

    def _take_in_folder(self, folder: Folder) -> None:
        reasons: dict[Path, tuple[str, str]] = {}
        for document_id, path in folder.files.items():
            try:
                outcome = self._take_in(document_id, path, folder.root)
            except ReadError as error:
                reason = str(error) + self._what_is_kept(path)
                reasons[path] = (document_id, reason)
                self.report.set_aside[document_id] = reason
                outcome = "set aside"
            self.tell(f"{outcome:<10} {document_id}")
        if folder.is_whole:
            self.catalogue.replace_set_aside(folder.root, reasons)

    def _take_in(self, document_id: str, path: Path, root: Path) -> str:
        with self._timed("read"):
            sha256 = _digest(path)
        held = {document.path: document for document in self.catalogue.held()}
        before = held.get(str(path))
        made_by = self._made_by(path)
        if before and before.sha256 == sha256 and before.made_by == made_by:
            self.report.unchanged.append(before.id)
            return "unchanged"
        name = before.id if before else self._free_name(document_id, path, held)
        for other in held.values():
            if other.sha256 == sha256 and other.path != str(path) and Path(other.path).exists():
                raise ReadError(f"It is the same file as {other.id}, which is held already.")
        with self._timed("split"):
            prepared = prepare(path, name, token_counter(self._model))
            declared = overrides(path)
        if declared is not None:
            prepared = replace(prepared, document=apply(prepared.document, declared))
        self._store(prepared, path, root, made_by)
        if before and before.sha256 != sha256:
            self.originals.drop(before.sha256)
        if prepared.document.unread_pages:
            self.report.unread_pages[name] = prepared.document.unread_pages
        (self.report.updated if before else self.report.added).append(name)
        return "updated" if before else "added"

    def _free_name(self, document_id: str, path: Path, held: dict[str, Held]) -> str:
        """The id, unless another file still on disk has it. Raises ReadError."""
        for other in held.values():
            if other.id == document_id and other.path != str(path):
                if Path(other.path).exists():
                    raise ReadError(
                        f"Another folder ({other.root}) already holds a document of this name: "
                        "rename one of the two."
                    )
                self.catalogue.remove(other.id)
        return document_id

    def _store(self, prepared: Prepared, path: Path, root: Path, made_by: str) -> None:
        from llama_index.core.ingestion import IngestionPipeline
        from llama_index.core.schema import Document as SourceNode

        from docs_store.nodes import to_passage
        from ingest.transforms import EncodePassages, SplitPassages

        encode = EncodePassages(self.encoder)
        steps = [SplitPassages(lambda _: prepared.passages), encode]
        pipeline = IngestionPipeline(transformations=steps, disable_cache=True)
        with self._timed("embed"):
            nodes = pipeline.run(documents=[SourceNode(id_=prepared.document.id, text="")])
        with self._timed("store"):
            self.originals.keep(path, prepared.document.sha256)
            passages = [to_passage(node) for node in nodes]  # type: ignore[arg-type]
            self.catalogue.put(
                prepared.document,
                prepared.pages,
                passages,
                [encode.take(passage.id) for passage in passages],
                path=path,
                root=root,
                made_by=made_by,
            )
            self._index(prepared.document.id)

    def _index(self, document_id: str) -> None:
        self.vectors.put_document(self.catalogue, document_id)
        self.catalogue.mark_indexed(document_id)

    def _what_is_kept(self, path: Path) -> str:
        """A held document whose file can no longer be read stays as it was, and we say so."""
        is_held = any(document.path == str(path) for document in self.catalogue.held())
        return " The version read before is kept." if is_held else ""

    def _made_by(self, path: Path) -> str:
        """What a document is made from beside its file: read again when any of it changes."""
        return f"{READING_VERSION}:{self._model or 'embedded'}:{fingerprint(path)}"

    def _count(self) -> None:
        documents = self.catalogue.documents()
        self.report.documents = len(documents)
        self.report.pages = sum(document.page_count or 0 for document in documents)
        self.report.passages = len(self.catalogue.passage_ids())
        self.catalogue.set_meta("is_clean", "yes")
        if self.report.added or self.report.updated or self.report.removed:
            self.catalogue.bump_version()

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        started = time.perf_counter()
        try:
            yield
        finally:
            self.report.stages[stage] += time.perf_counter() - started


def _digest(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError as error:
        raise ReadError(f"It cannot be opened ({error.strerror}).") from error
