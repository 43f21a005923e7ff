"""A manifest becomes a store."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.fetch import Fetcher
from ingest.from_manifest import NothingDownloaded, downloads_dir, ingest_manifest
from ingest.report import IngestReport
from ingest.settings import IngestSettings
from tests.ingest.misbehaving import Said, serving

ENTRY = '[[documents]]\npublisher = "Ofsted"\nkind = "press"\naddress = "{}"\nfile = "{}"\n'


@pytest.fixture
def taken_in(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The paths that were given to the pipeline, which stands still meanwhile."""
    given: list[Path] = []

    def ingest_paths(paths: Sequence[Path], store_dir: Path, **_: object) -> IngestReport:
        given.extend(paths)
        return IngestReport(documents=len(list(paths[0].glob("*.pdf"))))

    monkeypatch.setattr("ingest.pipeline.ingest_paths", ingest_paths)
    return given


def quick() -> Fetcher:
    settings = IngestSettings(allow_private=True, attempts=1, delay_seconds=0)
    return Fetcher(settings, {})


def test_what_was_downloaded_is_ingested_and_what_was_not_is_told(
    tmp_path: Path, taken_in: list[Path]
):
    lines: list[str] = []
    manifest = tmp_path / "sources.toml"
    store = tmp_path / "store"
    with serving() as server:
        server.pages["/a"] = [Said()]
        entries = [ENTRY.format(server.url(f"/{name}"), f"{name}.pdf") for name in "ab"]
        manifest.write_text("".join(entries), encoding="utf-8")
        report, outcomes = ingest_manifest(manifest, store, tell=lines.append, fetcher=quick())
    assert taken_in == [downloads_dir(manifest, store)] == [store / "downloads" / "sources"]
    assert report.documents == 1
    assert [outcome.status for outcome in outcomes] == ["downloaded", "failed"]
    assert lines == [
        "downloaded a.pdf",
        "failed     b.pdf: It answered 404 Not Found: check the address. "
        "The manifest marks this address as unchecked.",
    ]


def test_where_nothing_could_be_had_and_nothing_is_held_that_is_said(
    tmp_path: Path, taken_in: list[Path]
):
    manifest = tmp_path / "sources.toml"
    with serving() as server:
        manifest.write_text(ENTRY.format(server.url("/a"), "a.pdf"), encoding="utf-8")
        with pytest.raises(NothingDownloaded, match=r"No document of sources\.toml could be"):
            ingest_manifest(manifest, tmp_path / "store", fetcher=quick())
    assert taken_in == []


def test_settings_come_from_the_environment(
    tmp_path: Path, taken_in: list[Path], monkeypatch: pytest.MonkeyPatch
):
    manifest = tmp_path / "sources.toml"
    monkeypatch.setenv("INGEST_ATTEMPTS", "1")
    with serving() as server:
        server.pages["/a"] = [Said()]
        manifest.write_text(ENTRY.format(server.url("/a"), "a.pdf"), encoding="utf-8")
        with pytest.raises(NothingDownloaded, match="INGEST_ALLOW_PRIVATE=true would allow it"):
            ingest_manifest(manifest, tmp_path / "store")
        monkeypatch.setenv("INGEST_ALLOW_PRIVATE", "true")
        monkeypatch.setenv("NO_PROXY", "*")
        ingest_manifest(manifest, tmp_path / "store")
    assert len(taken_in) == 1
