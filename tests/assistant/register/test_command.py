from pathlib import Path

import pytest

from assistant.register.command import judgements
from docs_store.catalogue_writer import CatalogueWriter
from docs_store.errors import StoreMissing, UsageError
from docs_store.judgements import Area
from tests.assistant.register.made import ROWS, Shelf, a_shelf
from tests.fakes import put


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    folder.mkdir()
    writer = CatalogueWriter.create(folder)
    keep(a_shelf(), writer)
    writer.close()
    return folder


def keep(shelf: Shelf, writer: CatalogueWriter) -> None:
    for key, document in shelf.documents.items():
        lines = shelf.pages[key][0].text.split("\n")
        own = [judgement for judgement in shelf.judgements if judgement.document_id == key]
        put(writer, document, [[line] for line in lines], judgements=own)


def test_every_report_is_printed(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert judgements(store, None, None) == 0
    out = capsys.readouterr().out
    assert out.count("Eastmere") == 3
    assert out.count("outstanding") == 2


def test_one_councils_reports_are_written_as_csv(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out.csv"
    assert judgements(store, "westmere", file) == 0
    head, row = file.read_text(encoding="utf-8").splitlines()
    assert head.startswith("document,council,framework,inspection_start")
    assert row.startswith(
        "westmere-2022.pdf,Westmere,ILACS,2022-06-06,2022-06-17,2022-08-01,Bo Elm"
    )
    assert capsys.readouterr().out == f"1 inspection report in {file}.\n"


def test_a_council_that_is_not_held_is_one_sentence_with_those_that_are(store: Path) -> None:
    with pytest.raises(UsageError, match="of Leeds is held: the councils held are Eastmere, North"):
        judgements(store, "Leeds", None)


def test_a_file_that_cannot_be_written_is_one_sentence(store: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        judgements(store, None, tmp_path / "none" / "out.csv")


def test_a_store_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        judgements(tmp_path, None, None)


def test_the_rows_of_the_fake_reports_are_those_of_the_areas() -> None:
    assert set(ROWS) == set(Area)
