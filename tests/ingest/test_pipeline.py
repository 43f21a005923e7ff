import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docs_store.catalogue import Catalogue
from docs_store.encoder import token_counter
from docs_store.errors import EmptyFolder, MissingPath, ReadError, StoreBusy, StoreError
from docs_store.originals import Originals
from docs_store.writer import writing
from ingest import upkeep
from ingest.pipeline import ingest_paths
from ingest.prepare import Prepared, prepare
from ingest.report import IngestReport
from tests.fakes import FakeEncoder

LETTER = (
    "The inspectors were Ann Oak and Bo Elm. Visits to children are regular and well recorded.\n\n"
    "Caseloads are too high in two of the five teams, and staff turnover has risen since March.\n"
)
NEWS = (
    "The council said today that its new academy had trained more than forty social workers.\n\n"
    "A spokeswoman said that the first of them would start work in the autumn of next year.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    (made / "letters").mkdir(parents=True)
    (made / "letters" / "letter.txt").write_text(LETTER)
    (made / "news.txt").write_text(NEWS)
    return made


class InThisProcess:
    """Prepares files where the test runs; worker processes have tests of their own."""

    def __init__(self, _model: str) -> None:
        pass

    def __enter__(self) -> "InThisProcess":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def prepare_all(
        self, files: Sequence[tuple[Path, str]]
    ) -> Iterator[tuple[Path, str, Prepared | ReadError]]:
        for path, document_id in files:
            try:
                yield path, document_id, prepare(path, document_id, token_counter(""))
            except ReadError as error:
                yield path, document_id, error


def ingest(folder: Path, store: Path) -> IngestReport:
    return ingest_paths(
        [folder],
        store,
        load_encoder=lambda _: cast(Any, FakeEncoder()),
        open_readers=InThisProcess,
    )


def passages(store: Path) -> dict[str, list[str]]:
    catalogue = Catalogue.open(store)
    try:
        return {d.id: [p.text for p in catalogue.passages_of(d.id)] for d in catalogue.documents()}
    finally:
        catalogue.close()


def test_documents_are_called_by_their_path_below_the_folder(folder: Path, tmp_path: Path) -> None:
    report = ingest(folder, tmp_path / "store")
    assert report.added == ["letters/letter.txt", "news.txt"]
    assert report.documents == 2
    assert report.passages == sum(len(p) for p in passages(tmp_path / "store").values())
    assert upkeep.verify(tmp_path / "store")[1] == 0


def test_a_second_run_changes_nothing_and_loads_no_model(folder: Path, tmp_path: Path) -> None:
    ingest(folder, tmp_path / "store")
    before = passages(tmp_path / "store")

    def never(_: str) -> Any:
        raise AssertionError("no encoder is needed")

    report = ingest_paths([folder], tmp_path / "store", load_encoder=never)
    assert report.unchanged == ["letters/letter.txt", "news.txt"]
    assert report.to_json()["added"] == report.updated == report.removed == []
    assert not report.set_aside
    assert passages(tmp_path / "store") == before


def test_a_changed_file_replaces_its_passages_and_its_original(
    folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    ingest(folder, store)
    old = next(d for d in Catalogue.open(store).documents() if d.id == "news.txt")
    (folder / "news.txt").write_text(NEWS.replace("forty", "fifty"))
    report = ingest(folder, store)
    assert (report.updated, report.unchanged) == (["news.txt"], ["letters/letter.txt"])
    assert "fifty" in passages(store)["news.txt"][0]
    assert "forty" not in str(passages(store))
    assert Originals(store).path(old.sha256) is None
    assert upkeep.verify(store)[1] == 0


def test_a_file_that_is_gone_is_gone_from_the_store(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest(folder, store)
    (folder / "news.txt").unlink()
    report = ingest(folder, store)
    assert report.removed == ["news.txt"]
    assert set(passages(store)) == {"letters/letter.txt"}
    assert upkeep.verify(store)[1] == 0


def test_one_file_taken_in_by_itself_leaves_the_others(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest(folder, store)
    other = tmp_path / "extra.txt"
    other.write_text("Something else that somebody wrote down about children in the county.\n")
    assert ingest(other, store).added == ["extra.txt"]
    assert set(passages(store)) == {"letters/letter.txt", "news.txt", "extra.txt"}


def test_a_file_that_cannot_be_read_is_set_aside_with_its_reason(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "page.pdf").write_text("<!DOCTYPE html><html><body>Not found</body></html>")
    report = ingest(folder, tmp_path / "store")
    assert set(report.set_aside) == {"empty.pdf", "page.pdf"}
    assert all(reason.strip() for reason in report.set_aside.values())
    assert report.added == ["letters/letter.txt", "news.txt"]
    lines, _ = upkeep.status(tmp_path / "store")
    assert sum(line.startswith("Set aside: ") for line in lines) == 2


def test_a_held_file_that_becomes_unreadable_keeps_what_was_read(
    folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    ingest(folder, store)
    before = passages(store)
    (folder / "news.txt").write_bytes(b"")
    report = ingest(folder, store)
    assert report.set_aside["news.txt"].endswith("The version read before is kept.")
    assert passages(store) == before


def test_a_copy_of_a_held_file_is_set_aside_as_such(folder: Path, tmp_path: Path) -> None:
    (folder / "zz-copy.txt").write_text(NEWS)
    report = ingest(folder, tmp_path / "store")
    assert "news.txt" in report.set_aside["zz-copy.txt"]


def test_two_folders_with_a_file_of_one_name_lose_neither(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "news.txt").write_text("A different page of news, from somebody else in the county.\n")
    store = tmp_path / "store"
    ingest(folder, store)
    report = ingest(other, store)
    assert "rename one of the two" in report.set_aside["news.txt"]
    assert "academy" in str(passages(store)["news.txt"])


def test_a_folder_that_has_moved_takes_its_documents_along(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest(folder, store)
    before = passages(store)
    moved = folder.rename(tmp_path / "moved")
    report = ingest(moved, store)
    assert not report.set_aside
    assert passages(store) == before


def test_a_missing_path_and_an_empty_folder_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(MissingPath, match="check the path"):
        ingest(tmp_path / "nowhere", tmp_path / "store")
    (tmp_path / "empty").mkdir()
    with pytest.raises(EmptyFolder, match="holds no files"):
        ingest(tmp_path / "empty", tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_a_store_that_is_being_written_to_is_left_alone(folder: Path, tmp_path: Path) -> None:
    with writing(tmp_path / "store"), pytest.raises(StoreBusy):
        ingest(folder, tmp_path / "store")


def test_a_run_that_died_before_indexing_is_finished_by_the_next(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    with monkeypatch.context() as patch:
        patch.setattr("docs_store.vectors.Vectors.put_document", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            ingest(folder, store)
    assert upkeep.verify(store)[1] == 1
    ingest(folder, store)
    assert upkeep.verify(store)[1] == 0
    assert set(passages(store)) == {"letters/letter.txt", "news.txt"}


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    states=st.lists(
        st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3), min_size=1),
        min_size=2,
        max_size=4,
    )
)
def test_after_any_changes_search_reaches_what_the_folder_holds_and_nothing_else(
    states: list[dict[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.mktemp("any")
    folder, store = base / "f", base / "store"
    folder.mkdir()
    for state in states:
        for file in folder.iterdir():
            file.unlink()
        for name, version in state.items():
            text = f"Version {version} speaks of {'visits plans audits homes'.split()[version]}."
            (folder / f"{name}.txt").write_text(text + "\n")
        report = ingest(folder, store)
        held = passages(store)
        assert {f"{name}.txt" for name in state} == set(held) | set(report.set_aside)
        assert {f"Version {version}" for version in state.values()} == {
            text[0].partition(" speaks")[0] for text in held.values()
        }
        for name, version in state.items():
            if f"{name}.txt" in held:
                assert held[f"{name}.txt"][0].startswith(f"Version {version} ")
        again = ingest(folder, store)
        assert (again.added, again.updated, again.removed) == ([], [], [])
        assert upkeep.verify(store)[1] == 0


def test_a_sidecar_puts_right_what_was_guessed_and_counts_as_a_change(
    folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    ingest(folder, store)
    sidecar = folder / "news.txt.meta.toml"
    sidecar.write_text('title = "The academy"\npublished = 2019-05-01\n')
    assert ingest(folder, store).updated == ["news.txt"]
    document = Catalogue.open(store).document("news.txt")
    assert document is not None
    assert (document.title, str(document.dates.published)) == ("The academy", "2019-05-01")
    assert ingest(folder, store).updated == []
    sidecar.write_text("title = ")
    assert "kept" in ingest(folder, store).set_aside["news.txt"]


GRADED = """Inspection of Ambleford local authority children’s services

Inspection dates: 6 to 17 November 2023
Lead inspector: Ada Quill, His Majesty’s Inspector

Judgement Grade
The impact of leaders on social work practice with children and families Good
The experiences and progress of children who need help and protection Good
The experiences and progress of children in care Outstanding
The experiences and progress of care leavers Requires improvement to be good
Overall effectiveness Good

Families in Ambleford can count on people who know them and who stay in their jobs.
"""


def test_judgements_are_held_with_their_report_under_the_council_that_was_declared(
    folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    (folder / "report.txt").write_text(GRADED)
    ingest(folder, store)
    catalogue = Catalogue.open(store)
    assert [j.grade for j in catalogue.judgements("Ambleford")] == [
        "good", "good", "outstanding", "requires improvement to be good", "good",
    ]  # fmt: skip
    (folder / "report.txt.meta.toml").write_text('council = "Fordham"\n')
    ingest(folder, store)
    assert catalogue.judgements("Ambleford") == ()
    assert len(catalogue.judgements("Fordham")) == 5
    (folder / "report.txt").unlink()
    ingest(folder, store)
    assert catalogue.judgements() == ()


REPORT = "".join(
    f"Paragraph {n} says that inspectors saw {n + 20} records of children in need of help.\n\n"
    for n in range(30)
)


def test_nearly_the_same_text_is_held_once_and_the_copy_says_of_what(
    folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    (folder / "report.txt").write_text(REPORT)
    (folder / "report-again.txt").write_text(REPORT + "Printed on recycled paper in the county.\n")
    report = ingest(folder, store)
    assert set(report.set_aside) == {"report.txt"}
    assert "report-again.txt" in report.set_aside["report.txt"]
    assert ingest(folder, store).set_aside == report.set_aside
    (folder / "report-again.txt").unlink()
    assert ingest(folder, store).added == ["report.txt"]


def test_of_two_versions_the_later_supersedes_whichever_comes_first(
    folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    for name, day in (("a-first.txt", "01"), ("b-second.txt", "09")):
        (folder / name).write_text(REPORT + f"Signed off as version {name} by the whole board.\n")
        (folder / f"{name}.meta.toml").write_text(f"published = 2020-03-{day}\n")
    report = ingest(folder, store)
    assert "b-second.txt" in passages(store)
    assert "a-first.txt" not in passages(store)
    assert "is later" in report.set_aside["a-first.txt"]
    again = ingest(folder, store)
    assert (again.added, again.updated, again.removed) == ([], [], [])
    assert upkeep.verify(store)[1] == 0


def test_a_renamed_file_and_a_new_one_under_its_old_name_are_both_held(
    folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    ingest(folder, store)
    (folder / "news.txt").rename(folder / "old-news.txt")
    (folder / "news.txt").write_text(NEWS.replace("forty", "ninety").replace("autumn", "spring"))
    ingest(folder, store)
    held = passages(store)
    assert "forty" in str(held["old-news.txt"])
    assert "ninety" in str(held["news.txt"])
    assert upkeep.verify(store)[1] == 0


def test_two_files_that_swap_names_swap_their_documents(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    (folder / "a.txt").write_text(LETTER.replace("Ann", "Amy"))
    ingest(folder, store)
    for old, new in (("a.txt", "x"), ("news.txt", "a.txt"), ("x", "news.txt")):
        (folder / old).rename(folder / new)
    ingest(folder, store)
    held = passages(store)
    assert "academy" in str(held["a.txt"])
    assert "Amy" in str(held["news.txt"])
    for document in Catalogue.open(store).documents():
        assert Originals(store).path(document.sha256) is not None


def test_a_store_inside_its_own_folder_is_not_read(folder: Path) -> None:
    store = folder / "data"
    ingest(folder, store)
    report = ingest(folder, store)
    assert report.unchanged == ["letters/letter.txt", "news.txt"]
    assert not report.set_aside


def test_a_name_that_is_not_unicode_is_set_aside_and_stops_nothing(
    folder: Path, tmp_path: Path
) -> None:
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text(NEWS + "More of it.")
    except OSError:
        pytest.skip("this file system takes no such names")
    report = ingest(folder, tmp_path / "store")
    assert report.added == ["letters/letter.txt", "news.txt"]
    assert list(report.set_aside.values()) == ["Its name cannot be read: rename the file."]


def test_a_store_made_with_another_encoder_is_not_mixed(folder: Path, tmp_path: Path) -> None:
    ingest(folder, tmp_path / "store")
    (folder / "more.txt").write_text("Something new that was written down about the county.\n")
    other = FakeEncoder()
    other.id = "another"
    with pytest.raises(StoreError, match="another encoder"):
        ingest_paths(
            [folder],
            tmp_path / "store",
            load_encoder=lambda _: cast(Any, other),
            open_readers=InThisProcess,
        )


def test_a_folder_that_cannot_be_opened_is_not_taken_for_an_empty_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    ingest(folder, store)
    scandir = os.scandir

    def refuse(path: str) -> Any:
        if str(path).endswith("letters"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        with pytest.raises(MissingPath, match="cannot be opened"):
            ingest(folder, store)
    assert set(passages(store)) == {"letters/letter.txt", "news.txt"}
