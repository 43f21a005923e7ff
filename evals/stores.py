"""A store with the documents of a pack in it: the one given, or one built from the pack."""

import logging
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from docs_store.catalogue import Catalogue
from docs_store.originals import sha256_of
from evals.errors import CorpusMissing, StoreMismatch
from evals.facts import Pack
from evals.identity import code_digest

log = logging.getLogger(__name__)


def store_for(
    pack: Pack,
    *,
    store: Path | None,
    work: Path,
    corpus: Path | None,
    encoder_model: str = "",
) -> Path:
    """The store to run a pack against.

    With `store`, that one. Otherwise `work/<pack>`, brought in line with the pack's documents (from
    `corpus`, or shipped with the pack), and built anew where the code that reads them has changed.
    Raises StoreMismatch or CorpusMissing, and whatever the ingest raises.
    """
    if store is None:
        store = _built(pack, work, corpus, encoder_model)
    catalogue = Catalogue.open(store)
    try:
        held = {document.id: document.sha256 for document in catalogue.documents()}
        reasons = dict(catalogue.set_aside())
    finally:
        catalogue.close()
    check_documents(pack, held, reasons, store)
    return store


def check_documents(
    pack: Pack, held: Mapping[str, str], reasons: Mapping[str, str], store: Path
) -> None:
    """Raise StoreMismatch, naming the first, where a document of the pack is missing or differs."""
    for document in pack.manifest.documents:
        if document.path not in held:
            reason = reasons.get(document.path, "it was never ingested").rstrip(".")
            raise StoreMismatch(
                f'The store in {store} does not hold "{document.path}" of the pack {pack.name} '
                f"({reason})."
            )
        if held[document.path] != document.sha256:
            raise StoreMismatch(
                f'The store in {store} holds another version of "{document.path}" than the pack '
                f"{pack.name}: its sha256 differs."
            )


def _built(pack: Pack, work: Path, corpus: Path | None, encoder_model: str) -> Path:
    from ingest.pipeline import ingest_paths

    folder = documents_folder(pack, corpus)
    check_files(pack, folder)
    store = work / pack.name
    stamp, wanted = work / f"{pack.name}.reader", code_digest("docs_store", "ingest")
    if store.exists() and (not stamp.exists() or stamp.read_text() != wanted):
        shutil.rmtree(store)
    work.mkdir(parents=True, exist_ok=True)
    documents = only_the_packs(pack, folder, work)
    ingest_paths([documents], store, encoder_model=encoder_model, tell=log.info)
    stamp.write_text(wanted)
    return store


def documents_folder(pack: Pack, corpus: Path | None) -> Path:
    """Where a pack's documents lie: shipped with it, or in `corpus` (or its folder of that name).

    Raises CorpusMissing.
    """
    if pack.shipped_documents is not None:
        return pack.shipped_documents
    if corpus is None:
        raise CorpusMissing(
            f"The documents of the pack {pack.name} are not shipped with it: "
            "give the folder that holds them with --corpus."
        )
    if not corpus.is_dir():
        raise CorpusMissing(f"{corpus} is not a folder: --corpus names the folder of documents.")
    own = corpus / pack.name
    return own if own.is_dir() else corpus


def check_files(pack: Pack, folder: Path) -> None:
    """Raise CorpusMissing for the first document that is not in `folder` or has other bytes."""
    for document in pack.manifest.documents:
        file = folder / document.path
        if not file.is_file():
            raise CorpusMissing(f'"{document.path}" of the pack {pack.name} is not in {folder}.')
        if sha256_of(file) != document.sha256:
            raise CorpusMissing(
                f'"{document.path}" in {folder} is not the file that the pack {pack.name} '
                "speaks of: its sha256 differs."
            )


def only_the_packs(pack: Pack, folder: Path, work: Path) -> Path:
    """`folder` itself where it holds the pack's documents and no others, else a copy of just those."""
    wanted = {document.path for document in pack.manifest.documents}
    if {p.relative_to(folder).as_posix() for p in _files(folder)} == wanted:
        return folder
    copy = work / f"{pack.name}.documents"
    shutil.rmtree(copy, ignore_errors=True)
    for path in sorted(wanted):
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / path, copy / path)
    return copy


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
