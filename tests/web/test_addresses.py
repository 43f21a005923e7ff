from dataclasses import replace

from tests.fakes import make_document
from web import addresses

DOCUMENT = replace(make_document("a folder/letter #1?.pdf"), sha256="0123456789abcdef")


def test_an_address_survives_any_file_name():
    assert addresses.original(DOCUMENT) == "/documents/a%20folder/letter%20%231%3F.pdf/original"
    assert addresses.original(DOCUMENT, 3).endswith("/original#page=3")


def test_an_image_changes_its_address_with_the_file():
    assert addresses.page_image(DOCUMENT, 3).endswith("/page/3.png?v=0123456789ab")


def test_a_source_has_its_citation_in_its_address():
    assert addresses.source("0123456789ab.0.1-9") == "/source/0123456789ab.0.1-9"
