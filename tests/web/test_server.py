import pytest
from fastapi.testclient import TestClient

from docs_store.catalogue import Catalogue
from docs_store.errors import StoreDamaged


def test_a_name_that_is_not_ours_is_refused(client: TestClient):
    assert client.get("/healthz", headers={"host": "evil.example"}).status_code == 400


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
    reply = client.get(path)
    assert "openapi" not in reply.text or reply.status_code == 404


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
