"""A small store, and the whole app around it without models."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from docs_store.catalogue import Catalogue
from docs_store.originals import Originals
from tests.web.fakes import FakeAssistant, make_store
from web.answering import Answering
from web.server import create_app
from web.settings import WebSettings


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("small"))


@pytest.fixture
def catalogue(small_store: Path) -> Iterator[Catalogue]:
    opened = Catalogue.open(small_store)
    yield opened
    opened.close()


@pytest.fixture
def originals(small_store: Path) -> Originals:
    return Originals(small_store)


@pytest.fixture
def assistant(catalogue: Catalogue) -> FakeAssistant:
    return FakeAssistant(catalogue)


@pytest.fixture
def app(catalogue: Catalogue, originals: Originals, assistant: FakeAssistant) -> FastAPI:
    answering = Answering(lambda: assistant, places=1)
    return create_app(catalogue, originals, answering, WebSettings())


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://localhost") as opened:
        yield opened
