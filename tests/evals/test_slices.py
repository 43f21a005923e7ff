from datetime import date

from docs_store.documents import DocumentKind
from evals.slices import grouped, slices_of
from evals.summary import Scored
from tests.evals.fakes import CONFLICT, NEWS, REPORT, make_fact, make_record, make_unanswerable
from tests.fakes import make_document

DOCUMENTS = {
    REPORT: make_document(REPORT, kind=DocumentKind.INSPECTION_REPORT, on_site=date(2017, 2, 20)),
    NEWS: make_document(NEWS, kind=DocumentKind.PRESS, on_site=None, published=date(2018, 1, 1)),
}


def test_a_fact_belongs_to_every_kind_and_year_of_its_gold():
    assert slices_of(make_fact(**CONFLICT, council="Eastmere"), DOCUMENTS) == {
        "kind": ("conflict",),
        "document kind": ("inspection report", "press"),
        "year": ("2017", "2018"),
        "council": ("Eastmere",),
        "split": ("dev",),
    }


def test_the_council_is_the_documents_where_the_fact_names_none():
    assert slices_of(make_fact(), DOCUMENTS)["council"] == ("Eastmere",)


def test_a_fact_without_gold_has_no_document_kind_and_no_year():
    found = slices_of(make_unanswerable(), DOCUMENTS)
    assert (found["document kind"], found["year"], found["council"]) == ((), (), ())


def test_rows_are_grouped_in_the_order_of_the_values():
    made = [
        Scored(fact, make_record(), {}, None, slices_of(fact, DOCUMENTS))
        for fact in (make_fact("a", kind="who"), make_fact("b", **CONFLICT), make_unanswerable())
    ]
    assert list(grouped(made, "kind")) == ["conflict", "unanswerable", "who"]
    years = grouped(made, "year")
    assert [one.fact.id for one in years["2017"]] == ["a", "b"]
    assert [one.fact.id for one in years["2018"]] == ["b"]
