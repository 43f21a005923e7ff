"""A manifest → a store: its documents downloaded, then ingested as what it declares them to be."""

from pathlib import Path

from docs_store.errors import FootnoteError
from ingest.download import Outcome, Status, Tell, download
from ingest.fetch import Fetcher
from ingest.manifest import load_manifest
from ingest.report import IngestReport
from ingest.settings import IngestSettings, proxies_from_environment


class NothingDownloaded(FootnoteError):
    """No document of a manifest could be had, and none is held."""


def downloads_dir(manifest: Path, store_dir: Path) -> Path:
    """The folder that holds the documents of a manifest: named for it, within the store."""
    return store_dir / "downloads" / manifest.stem


def ingest_manifest(
    path: Path,
    store_dir: Path,
    *,
    encoder_model: str = "",
    tell: Tell = lambda _: None,
    fetcher: Fetcher | None = None,
) -> tuple[IngestReport, tuple[Outcome, ...]]:
    """Download what is new or changed of the manifest at `path`, and bring the store in line.

    An entry point: without a `fetcher` it reads `INGEST_` settings and proxies from the environment.
    A document that cannot be had is an outcome, never an error, and a copy held stays in the store.
    Raises UsageError for a manifest that cannot be used, StoreError for a store that cannot, and
    NothingDownloaded when no document is held at all.
    """
    manifest = load_manifest(path)
    folder = downloads_dir(path, store_dir)
    with fetcher or Fetcher(IngestSettings(), proxies_from_environment()) as fetching:
        outcomes = download(manifest, path, folder, fetching, tell)
    if not any(outcome.is_held for outcome in outcomes):
        first = next(outcome for outcome in outcomes if outcome.status is Status.FAILED)
        raise NothingDownloaded(
            f"No document of {path.name} could be downloaded, and none is held. "
            f"The first was {first.file}: {first.reason}"
        )
    from ingest.pipeline import ingest_paths

    report = ingest_paths([folder], store_dir, encoder_model=encoder_model, tell=tell)
    return report, outcomes
