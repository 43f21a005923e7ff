import pytest

from docs_store.catalogue import Catalogue
from tests.web.fakes import GOOD, cite
from web import cited_place


def test_the_quote_and_its_paragraph_come_from_the_catalogue(catalogue: Catalogue):
    found = cited_place.find(catalogue, cite(catalogue, "letter one.pdf", GOOD).id)
    assert found is not None
    assert (found.document.id, found.page.number, found.quote, found.paragraph) == (
        "letter one.pdf", 1, GOOD, "12",
    )  # fmt: skip


@pytest.mark.parametrize(
    "change", ["{0}.0.0-99999", "{0}.9.0-5", "{0}.0.5-5", "{0}.0.7-5", "000000000000.0.0-5", "x", "{0}",
               "{0}.0.0-5.", "{0}.-1.0-5", "../../etc/passwd"],
)  # fmt: skip
def test_an_id_that_names_no_place_finds_nothing(catalogue: Catalogue, change: str):
    digest = cite(catalogue, "letter one.pdf", GOOD).id.split(".")[0]
    assert cited_place.find(catalogue, change.format(digest)) is None
