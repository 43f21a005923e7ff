"""The register's rows of whole documents: the sample packs, and the real reports where they are."""

from pathlib import Path

import pytest

from benchmarks.identification import labelled
from benchmarks.judgements import GRADES, compared, doubts, row_of
from benchmarks.reports import about_tokens, prepared
from docs_store.documents import verbatim
from docs_store.judgements import Basis
from docs_store.ungraded import why_ungraded
from ingest.prepare import Prepared, prepare
from tests.ingest.shared import documents_of, shared

RATHER = "requires improvement to be good"
ROWS = {
    ("harrowmere", "01-inspection-2013.pdf"): "SIF 2013-11-12 2013-12-04 good good good requires improvement - good outstanding",
    ("harrowmere", "09-inspection-2022.pdf"): f"ILACS 2022-07-04 2022-07-15 {RATHER} {RATHER} - - {RATHER} good -",
    ("wessenshire", "01-inspection-2013.pdf"): "SIF 2013-11-19 2013-12-11 inadequate inadequate requires improvement inadequate - inadequate good",
    ("wessenshire", "09-inspection-2022.pdf"): f"ILACS 2022-10-10 2022-10-21 {RATHER} {RATHER} - - good {RATHER} -",
}  # fmt: skip


@pytest.mark.parametrize(("pack", "name"), ROWS)
def test_the_reports_of_the_sample_packs_have_their_rows(pack: str, name: str):
    path = documents_of(pack) / name
    row = row_of(prepare(path, name, about_tokens))
    columns = ("framework", "inspection_start", "inspection_end", *GRADES)
    assert " ".join(row[column] or "-" for column in columns) == ROWS[pack, name]
    assert row["page"] == "1"


@pytest.mark.parametrize("pack", ["harrowmere", "wessenshire"])
def test_no_other_document_of_the_sample_packs_judges_and_each_says_why(pack: str):
    for path in sorted(documents_of(pack).iterdir()):
        found = prepare(path, path.name, about_tokens)
        is_report = "inspection" in path.name
        assert any(j.basis is Basis.JUDGED for j in found.judgements) == is_report
        assert bool(why_ungraded(found.document, found.judgements)) != is_report


@pytest.mark.parametrize("pack", ["harrowmere", "wessenshire"])
def test_every_judgement_of_the_sample_packs_stands_on_words_that_give_its_grade(pack: str):
    for path in sorted(documents_of(pack).iterdir()):
        found = prepare(path, path.name, about_tokens)
        assert _unfounded(found) == []


@pytest.mark.parametrize("pack", ["harrowmere", "wessenshire"])
def test_the_same_reports_as_plain_text_have_the_same_grades(pack: str):
    for name in ("01-inspection-2013", "09-inspection-2022"):
        path = shared("fiction", pack, f"{name}.txt")
        row = row_of(prepare(path, path.name, about_tokens))
        assert " ".join(row[c] or "-" for c in GRADES) == _grades(ROWS[pack, f"{name}.pdf"])


def _grades(row: str) -> str:
    return row.split(" ", 3)[3]


def _unfounded(found: Prepared) -> list[str]:
    """The judgements of which no span holds the grade, nor its first word in another form."""
    return [
        f"{j.area} {j.grade}"
        for j in found.judgements
        if not any(
            j.grade.split()[0][:6] in verbatim(found.pages, span).lower() for span in j.spans
        )
    ]


@pytest.fixture(scope="module")
def reports(corpus_dir: Path) -> list[Prepared]:
    """Every third labelled report."""
    folder = corpus_dir / "reports"
    rows = [row for row in labelled() if (folder / row["document"]).is_file()][::3]
    if not rows:
        pytest.skip("none of the labelled reports is there")
    return list(prepared(folder, [folder / row["document"] for row in rows]))


@pytest.mark.corpus
def test_labelled_reports_have_every_field_of_their_row(reports: list[Prepared]):
    labels = {row["document"]: row for row in labelled()}
    found = [one for r in reports for one in compared(r, labels[r.document.id])]
    assert len(found) == 14 * len(reports)
    assert [one for one in found if not one.is_right] == []


@pytest.mark.corpus
def test_judgements_of_real_reports_stand_on_their_words_and_none_is_in_doubt(
    reports: list[Prepared],
):
    assert [fault for report in reports for fault in _unfounded(report)] == []
    assert doubts(reports) == []
    assert [why_ungraded(r.document, r.judgements) for r in reports] == [""] * len(reports)
