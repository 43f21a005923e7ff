from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docs_store.catalogue_writer import CatalogueWriter
from docs_store.documents import Span, verbatim
from docs_store.errors import StoreDamaged
from docs_store.judgements import NOT_JUDGED, Area, Basis, Judgement
from tests.fakes import make_document, put

TEXTS = [["Overall effectiveness is inadequate.", "Leadership was not judged."]]

OVERALL = Judgement(
    document_id="report.pdf",
    council="Eastmere",
    framework="ILACS",
    area=Area.OVERALL,
    grade="inadequate",
    basis=Basis.JUDGED,
    inspected_from=date(2019, 3, 4),
    inspected_to=date(2019, 3, 15),
    spans=(Span(0, 0, 36),),
)
LEADERSHIP = replace(
    OVERALL,
    area=Area.LEADERSHIP,
    grade=NOT_JUDGED,
    spans=(Span(0, 37, 63), Span(0, 0, 36)),
    doubt="The table and the text differ.",
)
TOLD = replace(
    OVERALL,
    document_id="letter.pdf",
    council="Northmoor",
    framework=None,
    basis=Basis.TOLD,
    inspected_from=None,
    inspected_to=None,
)


@pytest.fixture
def catalogue(tmp_path: Path) -> CatalogueWriter:
    return CatalogueWriter.create(tmp_path)


def test_judgements_come_back_as_they_were_put_in_order_of_document_and_as_extracted(
    catalogue: CatalogueWriter,
) -> None:
    put(catalogue, make_document("report.pdf"), TEXTS, [LEADERSHIP, OVERALL])
    put(catalogue, make_document("letter.pdf"), TEXTS, [TOLD])
    assert catalogue.judgements() == (TOLD, LEADERSHIP, OVERALL)


def test_judgements_of_one_council_are_of_that_council_alone(catalogue: CatalogueWriter) -> None:
    put(catalogue, make_document("report.pdf"), TEXTS, [OVERALL])
    put(catalogue, make_document("letter.pdf"), TEXTS, [TOLD])
    assert catalogue.judgements("Northmoor") == (TOLD,)
    assert catalogue.judgements("North") == ()


def test_a_judgement_leads_back_to_its_words_on_the_page(catalogue: CatalogueWriter) -> None:
    put(catalogue, make_document("report.pdf"), TEXTS, [OVERALL])
    (found,) = catalogue.judgements()
    pages = catalogue.pages(found.document_id)
    assert verbatim(pages, found.spans[0]) == "Overall effectiveness is inadequate."


def test_judgements_leave_with_their_document_and_are_replaced_with_it(
    catalogue: CatalogueWriter,
) -> None:
    document = make_document("report.pdf")
    put(catalogue, document, TEXTS, [OVERALL, LEADERSHIP])
    put(catalogue, document, TEXTS, [LEADERSHIP])
    assert catalogue.judgements() == (LEADERSHIP,)
    catalogue.remove(document.id)
    assert catalogue.judgements() == ()


def test_a_store_made_before_judgements_were_kept_is_to_be_ingested_anew(
    catalogue: CatalogueWriter,
) -> None:
    catalogue.set_meta("schema_version", "1")
    catalogue.close()
    with pytest.raises(StoreDamaged, match="ingest the documents into a new store"):
        CatalogueWriter.create(catalogue.store_dir)
