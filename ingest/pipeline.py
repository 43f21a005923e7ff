"""Files in, a store out: what is new, changed or gone.

Files are read in worker processes while this one encodes and stores. Documents are encoded some at
a time, so that passages of like length are read together; each is then committed to the catalogue
whole, indexed in Chroma and marked as indexed. A run that is killed leaves whole documents only;
the next run indexes what was not marked.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from docs_store.catalogue_writer import CatalogueWriter, Held, SetAside
from docs_store.documents import Document
from docs_store.encoder import Encoder
from docs_store.encodings import Encoding
from docs_store.errors import ReadError, StoreError
from docs_store.likeness import Sketch
from docs_store.originals import Originals
from docs_store.vectors import Vectors
from docs_store.writer import writing
from ingest.copies import Known, is_later, nearly_the_same, sketch_of
from ingest.files import Folder, find_files
from ingest.judgements.as_declared import as_declared
from ingest.plan import IsCopy, Plan, Reading, make_plan, set_aside
from ingest.prepare import Prepared
from ingest.read_scan import can_recognise
from ingest.report import IngestReport
from ingest.sidecar import apply, fingerprint, overrides
from ingest.workers import Readers

READING_VERSION = 6
"""Raise this when reading or splitting changes: documents are then read again."""

_ENCODED_TOGETHER = 250
"""So many passages or more are encoded at a time: some three documents."""

Tell = Callable[[str], None]
Progress = Callable[[int, int], None]
"""Files done and files in all, of the folder being taken in."""


class ReadsFiles(Protocol):
    """What prepares files: worker processes, or something simpler in a test."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None: ...

    def prepare_all(
        self, files: Sequence[tuple[Path, str]]
    ) -> Iterator[tuple[Path, str, Prepared | ReadError]]:
        """Each file prepared, or why it could not be, in the order given."""
        ...


def ingest_paths(
    paths: Sequence[Path],
    store_dir: Path,
    *,
    encoder_model: str = "",
    tell: Tell = lambda _: None,
    progress: Progress = lambda _done, _all: None,
    load_encoder: Callable[[str], Encoder] = Encoder,
    open_readers: Callable[[str], ReadsFiles] = Readers,
) -> IngestReport:
    """Bring the store in line with the files and folders given.

    `tell` is called with one line for each file that is not unchanged; `load_encoder` when the
    first passage is to be encoded. Raises UsageError for paths that cannot be used, StoreError for
    a store that cannot; a file that cannot be read is set aside, never an error.
    """
    folders = find_files(paths, store_dir)
    with writing(store_dir):
        run = _Run(store_dir, encoder_model, tell, progress, load_encoder)
        try:
            return run.bring_in_line(folders, open_readers)
        finally:
            run.close()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A document read and accepted, that is yet to be encoded and stored."""

    reading: Reading
    prepared: Prepared
    sketch: Sketch
    root: Path


class _Run:
    """One ingest: the open store and what has been done so far."""

    def __init__(
        self,
        store_dir: Path,
        encoder_model: str,
        tell: Tell,
        progress: Progress,
        load_encoder: Callable[[str], Encoder],
    ) -> None:
        self.catalogue = CatalogueWriter.create(store_dir)
        self.vectors = Vectors(store_dir)
        self.originals = Originals(store_dir)
        self.report = IngestReport()
        self.tell = tell
        self.progress = progress
        self._model = encoder_model
        self._load_encoder = load_encoder
        self._loaded: Encoder | None = None
        self._known: dict[str, Known] = {}
        self._waiting: list[_Waiting] = []

    def close(self) -> None:
        self.vectors.close()
        self.catalogue.close()

    @property
    def encoder(self) -> Encoder:
        """Loaded when first needed: a run over unchanged files needs none."""
        if self._loaded is None:
            loaded = self._load_encoder(self._model)
            made_with = self.catalogue.meta("encoder")
            if made_with not in (None, loaded.id):
                raise StoreError(
                    f"The store was made with another encoder ({made_with}): set STORE_ENCODER to "
                    "that one, or ingest the documents into a new store."
                )
            self.catalogue.set_meta("encoder", loaded.id)
            self._loaded = loaded
        return self._loaded

    def bring_in_line(
        self, folders: Sequence[Folder], open_readers: Callable[[str], ReadsFiles]
    ) -> IngestReport:
        started = time.perf_counter()
        self._finish_indexing()
        sketches = self.catalogue.sketches()
        self._known = {d.id: Known(d, sketches[d.id]) for d in self.catalogue.documents()}
        for folder in folders:
            self._remove_gone(folder)
            with self._timed("read"):
                held, earlier = self.catalogue.held(), self.catalogue.set_aside_files()
                plan = make_plan(folder, held, earlier, self._made_by)
            self._follow(plan, folder, open_readers)
        self._finish()
        self.report.seconds = time.perf_counter() - started
        return self.report

    def _finish_indexing(self) -> None:
        """Index what a killed run left unindexed, and drop vectors of documents no longer held."""
        is_clean = self.catalogue.meta("is_clean") == "yes"
        self.catalogue.set_meta("is_clean", "no")
        held = self.catalogue.held()
        for document in held:
            if not document.is_indexed:
                self._index(document.id)
        if not is_clean:
            names = {document.id for document in held}
            found = {key.rpartition("#")[0] for key in self.vectors.ids()}
            strays = found - names
            for name in strays:
                self.vectors.remove_document(name)
            self.originals.keep_only({document.sha256 for document in held})

    def _remove_gone(self, folder: Folder) -> None:
        """Drop what was in a folder that was given whole and is there no longer."""
        if not folder.is_whole:
            return
        present = {str(path) for path in folder.files.values()}
        for document in self.catalogue.held():
            if document.root == str(folder.root) and document.path not in present:
                self._remove(document)
                self.report.removed.append(document.id)
                self.tell(f"removed    {document.id}")
        aside = self.catalogue.set_aside_files().values()
        gone = [a.path for a in aside if a.root == str(folder.root) and a.path not in present]
        self.catalogue.drop_set_aside(gone)

    def _remove(self, document: Held) -> None:
        self.catalogue.remove(document.id)
        self.vectors.remove_document(document.id)
        self.originals.drop(document.sha256)
        self._known.pop(document.id, None)

    def _follow(
        self, plan: Plan, folder: Folder, open_readers: Callable[[str], ReadsFiles]
    ) -> None:
        claimed = {reading.sha256 for reading in plan.to_read}
        for document in self.catalogue.held():
            if document.sha256 in claimed:  # its words have moved to another file: no copy of it
                self._known.pop(document.id, None)
        for document in plan.replaced:
            self._remove(document)
        self.report.unchanged += plan.unchanged
        for path in folder.unnameable:
            shown = str(path.relative_to(folder.root)).encode(errors="replace").decode()
            self.report.set_aside[shown] = "Its name cannot be read: rename the file."
            self.tell(f"set aside  {shown}")
        for found in plan.set_aside:
            self._set_aside(found)
        done = len(folder.files) - len(plan.to_read)
        self.progress(done, len(folder.files))
        if not plan.to_read:
            return
        with open_readers(self._model) as readers:
            outcomes = readers.prepare_all([(r.path, r.id) for r in plan.to_read])
            for reading in plan.to_read:
                with self._timed("read"):  # what the workers have not yet done is waited for
                    _, _, outcome = next(outcomes)
                self._take_in(reading, outcome, folder.root)
                done += 1
                self.progress(done - len(self._waiting), len(folder.files))
            self._store_waiting()
            self.progress(done, len(folder.files))

    def _take_in(self, reading: Reading, outcome: Prepared | ReadError, root: Path) -> None:
        try:
            prepared = self._declared(reading, outcome)
            made = sketch_of(prepared.passages)
            self._settle_copies(reading, prepared, made, root)
        except IsCopy as copy:
            if reading.before:
                self._remove(reading.before)
            self._set_aside_reading(replace(reading, before=None), root, copy, because=copy.of)
        except ReadError as error:
            self._set_aside_reading(reading, root, error)
        else:
            self._known[reading.id] = Known(prepared.document, made)
            self._waiting.append(_Waiting(reading, prepared, made, root))
            if sum(len(w.prepared.passages) for w in self._waiting) >= _ENCODED_TOGETHER:
                self._store_waiting()

    def _declared(self, reading: Reading, outcome: Prepared | ReadError) -> Prepared:
        """What was read, with what its sidecar declares over what was guessed. Raises ReadError."""
        if isinstance(outcome, ReadError):
            raise outcome
        declared = overrides(reading.path)
        if declared is None:
            return outcome
        document = apply(outcome.document, declared)
        judgements = tuple(as_declared(outcome.judgements, outcome.document, document))
        return replace(outcome, document=document, judgements=judgements)

    def _settle_copies(
        self, reading: Reading, prepared: Prepared, made: Sketch, root: Path
    ) -> None:
        """Of nearly identical documents hold one: the later published, else the one held already.

        Raises IsCopy when the new one is not it.
        """
        other = nearly_the_same(reading.id, made, self._known)
        if other is None:
            return
        self._store_waiting()  # the other may be among them
        if not is_later(prepared.document, other):
            raise IsCopy(f"It has nearly the same text as {other.id}, which is held.", other.id)
        for held in self.catalogue.held():
            if held.id == other.id:
                self._remove(held)
                reason = IsCopy(f"{reading.id} has nearly the same text and is later.", reading.id)
                earlier = Reading(Path(held.path), held.id, held.sha256, held.made_by, None)
                self._set_aside_reading(earlier, Path(held.root), reason, because=reading.id)

    def _store_waiting(self) -> None:
        """Encode and store the documents that wait."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        with self._timed("embed"):
            encodings = self._encoded([w.prepared for w in waiting])
        for found in waiting:
            with self._timed("store"):
                self._store(found, [encodings[p.id] for p in found.prepared.passages])
            self._tell_of(found.reading, found.prepared.document.unread_pages)

    def _encoded(self, documents: Sequence[Prepared]) -> dict[str, Encoding]:
        """What the encoder makes of every passage, by id."""
        from llama_index.core.ingestion import IngestionPipeline
        from llama_index.core.schema import Document as SourceNode

        from ingest.transforms import EncodePassages, SplitPassages

        passages = {prepared.document.id: prepared.passages for prepared in documents}
        encode = EncodePassages(self.encoder)
        steps = [SplitPassages(passages.__getitem__), encode]
        pipeline = IngestionPipeline(transformations=steps, disable_cache=True)
        pipeline.run(documents=[SourceNode(id_=name, text="") for name in passages])
        return encode.encodings

    def _store(self, found: _Waiting, encodings: Sequence[Encoding]) -> None:
        """Put one document into the catalogue, then into the index."""
        reading, prepared, document = found.reading, found.prepared, found.prepared.document
        self._make_way(document)
        self.originals.keep(reading.path, document.sha256)
        self.catalogue.put(
            document,
            prepared.pages,
            prepared.passages,
            encodings,
            path=reading.path,
            root=found.root,
            made_by=reading.made_by,
            sketch=found.sketch,
            judgements=prepared.judgements,
        )
        self._index(document.id)
        if reading.before and reading.before.sha256 != document.sha256:
            self._drop_original(reading.before.sha256)

    def _drop_original(self, sha256: str) -> None:
        """Forget an original that no document is made from any longer."""
        if all(held.sha256 != sha256 for held in self.catalogue.held()):
            self.originals.drop(sha256)

    def _make_way(self, document: Document) -> None:
        """Remove a document whose very file this one now is: it was renamed, or two were swapped."""
        for held in self.catalogue.held():
            if held.sha256 == document.sha256 and held.id != document.id:
                self._remove(held)

    def _tell_of(self, reading: Reading, unread_pages: tuple[int, ...]) -> None:
        if unread_pages:
            self.report.unread_pages[reading.id] = unread_pages
        (self.report.updated if reading.before else self.report.added).append(reading.id)
        self.tell(f"{'updated' if reading.before else 'added':<10} {reading.id}")

    def _index(self, document_id: str) -> None:
        self.vectors.put_document(self.catalogue, document_id)
        self.catalogue.mark_indexed(document_id)

    def _set_aside_reading(
        self, reading: Reading, root: Path, error: ReadError, because: str | None = None
    ) -> None:
        kept = reading.before.id if reading.before else None
        name, sha256, made_by = reading.id, reading.sha256, reading.made_by
        self._set_aside(
            set_aside(reading.path, root, name, error, sha256, made_by, kept=kept, because=because)
        )

    def _set_aside(self, found: SetAside) -> None:
        self.catalogue.put_set_aside(found)
        self.report.set_aside[found.file] = found.reason
        self.tell(f"set aside  {found.file}")

    def _made_by(self, path: Path) -> str:
        """What a document is made from beside its file: read again when any of it changes."""
        program = "with" if can_recognise() else "without"
        made = f"{READING_VERSION}:{self._model or 'embedded'}:{fingerprint(path)}"
        return f"{made}:{program} tesseract" if path.suffix.lower() == ".pdf" else made

    def _finish(self) -> None:
        documents = self.catalogue.documents()
        self.report.documents = len(documents)
        self.report.pages = sum(document.page_count or 0 for document in documents)
        self.report.passages = len(self.catalogue.passage_ids())
        self.catalogue.set_meta("is_clean", "yes")

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        started = time.perf_counter()
        try:
            yield
        finally:
            self.report.stages[stage] += time.perf_counter() - started
