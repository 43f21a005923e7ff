"""What a small file beside a document says of it."""

from datetime import date
from pathlib import Path

import pytest

from docs_store.documents import Dates, Document, DocumentKind
from docs_store.errors import ReadError
from docs_store.sources import Source, SourceRank
from ingest.sidecar import (
    BadSidecar,
    Overrides,
    apply,
    fingerprint,
    overrides,
    rank_of,
    sidecar_of,
    write_sidecar,
)

GUESSED = Document(
    id="a.pdf",
    title="Guessed title",
    kind=DocumentKind.OTHER,
    council=None,
    source=Source("Not named", SourceRank.STATEMENT),
    dates=Dates(on_site_from=date(2017, 2, 27), published=date(2017, 6, 14)),
    sha256="0" * 64,
    page_count=3,
    inspectors=("A Person",),
)
DECLARED = Overrides(
    title='A “title”, with "quotes" and \\',
    publisher="Ofsted",
    kind=DocumentKind.INSPECTION_REPORT,
    council="Harrowmere",
    dates=Dates(on_site_to=date(2017, 3, 23), published=date(2017, 6, 13)),
    address="https://example.org/a.pdf",
    framework="SIF",
    visit=2,
    inspectors=("Jo Bell", "Sam O’Dee"),
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"%PDF")
    return file


def test_a_document_without_a_sidecar_has_no_overrides(document: Path):
    assert overrides(document) is None
    assert fingerprint(document) == ""


def test_a_document_whose_sidecar_would_have_too_long_a_name_has_none(tmp_path: Path):
    assert fingerprint(tmp_path / ("a" * 250 + ".pdf")) == ""
    assert overrides(tmp_path / ("a" * 250 + ".pdf")) is None


def test_a_sidecar_is_read_as_it_was_written(document: Path):
    write_sidecar(document, DECLARED, "a note")
    assert sidecar_of(document).name == "report.pdf.meta.toml"
    assert overrides(document) == DECLARED
    assert sidecar_of(document).read_text(encoding="utf-8").startswith("# a note\n")


def test_a_fingerprint_changes_with_the_sidecar_and_only_then(document: Path):
    write_sidecar(document, DECLARED, "a note")
    before = fingerprint(document)
    modified = sidecar_of(document).stat().st_mtime_ns
    write_sidecar(document, DECLARED, "a note")
    assert fingerprint(document) == before
    assert sidecar_of(document).stat().st_mtime_ns == modified
    write_sidecar(document, Overrides(title="Other"), "a note")
    assert fingerprint(document) not in ("", before)


def test_what_is_declared_takes_the_place_of_what_was_guessed():
    known = apply(GUESSED, DECLARED)
    assert known.title == DECLARED.title
    assert known.kind is DocumentKind.INSPECTION_REPORT
    assert known.council == "Harrowmere"
    assert known.source == Source("Ofsted", SourceRank.INSPECTORATE, "https://example.org/a.pdf")
    assert known.dates == Dates(
        on_site_from=date(2017, 2, 27), on_site_to=date(2017, 3, 23), published=date(2017, 6, 13)
    )
    assert (known.id, known.sha256) == ("a.pdf", "0" * 64)


def test_nothing_declared_changes_nothing():
    assert apply(GUESSED, Overrides()) == GUESSED


def test_an_address_alone_leaves_publisher_and_rank_as_guessed():
    known = apply(GUESSED, Overrides(address="https://example.org/"))
    assert known.source == Source("Not named", SourceRank.STATEMENT, "https://example.org/")


@pytest.mark.parametrize(
    ("kind", "publisher", "rank"),
    [
        (DocumentKind.INSPECTION_REPORT, "Ofsted", SourceRank.INSPECTORATE),
        (DocumentKind.MONITORING_LETTER, "Ofsted", SourceRank.INSPECTORATE),
        (DocumentKind.OTHER, "Ofsted", SourceRank.INSPECTORATE),
        (DocumentKind.COMMITTEE_REPORT, "Harrowmere Council", SourceRank.COUNCIL_RECORD),
        (DocumentKind.IMPROVEMENT_PLAN, "Harrowmere Council", SourceRank.COUNCIL_RECORD),
        (DocumentKind.COUNCIL_NEWS, "Harrowmere Council", SourceRank.STATEMENT),
        (DocumentKind.OTHER, "A charity", SourceRank.STATEMENT),
        (DocumentKind.PRESS, "BBC News", SourceRank.PRESS),
        (DocumentKind.PRESS, "Harrowmere Labour", SourceRank.AGGREGATOR),
    ],
)
def test_the_rank_follows_from_the_kind_and_the_publisher(
    kind: DocumentKind, publisher: str, rank: SourceRank
):
    assert rank_of(kind, publisher) is rank


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title =", "report.pdf.meta.toml is not TOML (Invalid value"),
        ('titel = "x"', 'In report.pdf.meta.toml, "titel" is not a known key: "title" is.'),
        ('address = "javascript:alert(1)"', "must begin with https:// or http://"),
        ("on_site_from = 2017-03-23\non_site_to = 2017-02-27", "is after on_site_to (2017-02-27)."),
        ("#" * 70_000, "is too large to be what is known of one document."),
    ],
)
def test_a_sidecar_that_cannot_be_understood_sets_its_document_aside(
    document: Path, text: str, said: str
):
    sidecar_of(document).write_text(text, encoding="utf-8")
    with pytest.raises(BadSidecar) as raised:
        overrides(document)
    assert said in str(raised.value)
    assert isinstance(raised.value, ReadError)


def test_a_sidecar_that_is_not_text_is_told_of(document: Path):
    sidecar_of(document).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadSidecar, match="is not TOML"):
        overrides(document)


def test_framework_visit_and_inspectors_are_put_right():
    known = apply(GUESSED, DECLARED)
    assert (known.framework, known.visit) == ("SIF", 2)
    assert known.inspectors == ("Jo Bell", "Sam O’Dee")


def test_a_document_may_be_declared_to_have_no_inspectors():
    assert apply(GUESSED, Overrides(inspectors=())).inspectors == ()


def test_a_framework_that_does_not_exist_is_named(document: Path):
    sidecar_of(document).write_text('framework = "OLD"\n', encoding="utf-8")
    with pytest.raises(ReadError, match="framework"):
        overrides(document)
