import threading

import pytest
from fastapi.testclient import TestClient

from docs_store.catalogue import Catalogue
from docs_store.errors import StoreDamaged
from docs_store.originals import Originals
from tests.web.fakes import FakeAssistant
from web.answering import Answering
from web.server import create_app
from web.settings import WebSettings


def test_a_name_that_is_not_ours_is_refused(client: TestClient):
    assert client.get("/healthz", headers={"host": "evil.example"}).status_code == 400


def test_the_chosen_address_is_answered_under_its_own_name(
    catalogue: Catalogue, originals: Originals, assistant: FakeAssistant
):
    settings = WebSettings(host="127.0.0.2")
    app = create_app(catalogue, originals, Answering(lambda: assistant, 1), settings)
    client = TestClient(app, base_url="http://127.0.0.2:7860")
    assert client.get("/healthz").status_code == 200
    assert client.get("/healthz", headers={"host": "127.0.0.3"}).status_code == 400


def test_pages_are_served_before_the_assistant_is_ready(
    catalogue: Catalogue, originals: Originals, assistant: FakeAssistant
):
    may_load = threading.Event()

    def build() -> FakeAssistant:
        may_load.wait(60)
        return assistant

    answering = Answering(build, 1)
    app = create_app(catalogue, originals, answering, WebSettings())
    with TestClient(app, base_url="http://localhost") as client:
        assert client.get("/", headers={"accept": "text/html"}).status_code == 200
        assert client.get("/healthz").status_code == 200
        assert answering.start().is_alive()  # it was loading all the while
        may_load.set()


def test_a_damaged_store_is_said_in_plain_words(
    client: TestClient, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
):
    def fail(_: str) -> None:
        raise StoreDamaged("The catalogue is damaged: restore it.")

    monkeypatch.setattr(catalogue, "document_by_digest", fail)
    page = client.get("/source/000000000000.0.0-5")
    assert page.status_code == 503
    assert "The catalogue is damaged: restore it." in page.text


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
def test_no_description_of_the_insides_is_served(client: TestClient, path: str):
    assert client.get(path).status_code == 404


def test_nothing_of_the_store_can_be_had_as_a_file(client: TestClient, catalogue: Catalogue):
    file = catalogue.store_dir / "catalogue.sqlite"
    assert client.get(f"/gradio_api/file={file}").status_code in (403, 404)


def test_the_assistant_is_let_go_with_the_server(app, assistant):
    with TestClient(app, base_url="http://localhost") as client:
        client.post("/api/ask", json={"question": "How?"})
    assert assistant.is_closed


def test_static_files_are_served(client: TestClient):
    for name in ("app.css", "app.js", "icon.svg"):
        assert client.get(f"/static-app/{name}").status_code == 200
