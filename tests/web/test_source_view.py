from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from docs_store.catalogue import Catalogue
from docs_store.originals import Originals
from tests.web.fakes import GOOD, POISON, cite
from web.highlight import Box


@pytest.fixture
def letter(catalogue: Catalogue) -> str:
    return "/source/" + cite(catalogue, "letter one.pdf", GOOD).id


@pytest.fixture
def news(catalogue: Catalogue) -> str:
    return "/source/" + cite(catalogue, "news.txt", POISON).id


def test_a_source_is_a_whole_page_that_needs_no_script(client: TestClient, letter: str):
    page = client.get(letter)
    assert page.status_code == 200
    for words in (
        "<h1", "Title of letter one", f"“{GOOD}”", "Paragraph 12, page 1", "3 October 2018 to 4 October 2018",
        "25 October 2018", "Ofsted (inspectorate)", "Jo Bell", 'class="page-box"', "/page/1.png?v=",
    ):  # fmt: skip
        assert words in page.text
    assert "<script" not in page.text


def test_the_fragment_is_the_inside_of_the_page(client: TestClient, letter: str):
    fragment = client.get(letter + "?fragment=1").text
    assert "<html" not in fragment
    assert '<h2 id="source-title" tabindex="-1">' in fragment


def test_a_document_without_pages_is_shown_as_marked_text(client: TestClient, news: str):
    page = client.get(news).text
    assert "<mark>Visits are late &lt;img" in page
    assert "<img" not in page


def test_poisoned_text_is_inert(client: TestClient, news: str):
    page = client.get(news).text
    assert "<script" not in page
    assert "<style" not in page
    assert 'href="https://evil' not in page


def test_a_quote_that_is_not_on_the_page_is_said_not_to_be_marked(
    client: TestClient, catalogue: Catalogue, originals: Originals, letter: str
):
    document = catalogue.document("letter one.pdf")
    assert document is not None
    file = originals.path(document.sha256)
    assert file is not None
    kept = file.read_bytes()
    file.write_bytes(kept.replace(b"Social workers know", b"Quite other words k"))
    try:
        page = client.get(letter).text
    finally:
        file.write_bytes(kept)
    assert "could not be marked on this page" in page
    assert 'class="page-box"' not in page


def test_without_its_original_a_source_is_shown_as_text(
    client: TestClient, catalogue: Catalogue, originals: Originals, letter: str
):
    document = catalogue.document("letter one.pdf")
    assert document is not None
    file = originals.path(document.sha256)
    assert file is not None
    away = file.rename(file.with_suffix(".partial"))
    try:
        page = client.get(letter).text
    finally:
        away.rename(file)
    assert f"<mark>{GOOD}</mark>" in page
    assert "The original file is not in this store." in page


@pytest.mark.parametrize("address", ["/source/nonsense", "/source/000000000000.0.0-5"])
def test_a_source_that_is_not_held_is_refused_in_plain_words(client: TestClient, address: str):
    for form in ("", "?fragment=1"):
        page = client.get(address + form)
        assert page.status_code == 404
        assert "not held here" in page.text
        assert 'id="source-title"' in page.text


def test_a_page_image_may_be_kept_by_the_browser(client: TestClient):
    image = client.get("/documents/letter%20one.pdf/page/2.png")
    assert image.status_code == 200
    assert image.headers["content-type"] == "image/png"
    assert "private" in image.headers["cache-control"]
    assert len(image.content) < 100_000


@pytest.mark.parametrize(
    "path", ["letter%20one.pdf/page/3.png", "letter%20one.pdf/page/0.png", "news.txt/page/1.png",
             "none.pdf/page/1.png", "none.pdf/original", "..%2F..%2Fcatalogue.sqlite/original"],
)  # fmt: skip
def test_what_is_not_held_is_not_found(client: TestClient, path: str):
    assert client.get(f"/documents/{path}").status_code == 404


@pytest.mark.parametrize("fault", [MemoryError(), ValueError("damaged")])
def test_a_page_that_cannot_be_drawn_is_not_found_in_plain_words(
    client: TestClient, letter: str, monkeypatch: pytest.MonkeyPatch, fault: Exception
):
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr("web.source_view.page_image", fail)
    monkeypatch.setattr("web.source_view.page_size", fail)
    page = client.get("/documents/letter%20one.pdf/page/1.png")
    assert page.status_code == 404
    assert "This page cannot be drawn" in page.text
    assert f"<mark>{GOOD}</mark>" in client.get(letter).text  # the words instead of the picture


def test_the_original_is_the_file_as_received(client: TestClient, tmp_path: Path):
    original = client.get("/documents/letter%20one.pdf/original")
    assert original.content.startswith(b"%PDF")
    assert original.headers["content-type"] == "application/pdf"
    assert original.headers["content-disposition"].startswith("inline")


def test_health_counts_the_documents(client: TestClient):
    assert client.get("/healthz").json() == {"status": "ok", "documents": 2}


def test_the_marks_of_a_page_can_be_had_alone(client: TestClient, letter: str, news: str):
    (mark,) = client.get(letter + "/marks").json()
    assert sorted(mark) == ["height", "left", "top", "width"]
    assert client.get(news + "/marks").json() == []
    assert client.get("/source/nonsense/marks").json() == []


def test_a_scanned_page_is_shown_before_its_words_are_found(
    client: TestClient, letter: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("web.source_view.boxes", lambda *_: ())
    monkeypatch.setattr("web.source_view.is_scan", lambda *_: True)
    monkeypatch.setattr("web.source_view.scan_boxes", lambda *_: (Box(1, 2, 3, 4),))
    fragment = client.get(letter + "?fragment=1").text
    assert f'data-marks="{letter}/marks"' in fragment
    assert 'id="not-located" hidden' in fragment
    assert 'class="page-box"' in client.get(letter).text  # without a script it is waited for
    assert client.get(letter + "/marks").json() == [{"left": 1, "top": 2, "width": 3, "height": 4}]
