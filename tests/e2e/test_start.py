"""The program as it is started, and what it says when it cannot be."""

import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from docs_store.catalogue_writer import CatalogueWriter
from tests.e2e.pages import faults
from tests.web.fakes import POISON, make_store

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

Run = Callable[..., subprocess.CompletedProcess[str]]


def assert_one_sentence(done: subprocess.CompletedProcess[str], code: int, words: str) -> None:
    assert done.returncode == code
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--host", "0.0.0.0"], 2, "no sign-in yet"),
        (["--host", "nowhere"], 2, "not an address"),
        (["--port", "many"], 2, "WEB_PORT cannot be 'many'"),
        (["--store", "no/such/store"], 1, "There is no document store"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    run_command: Run, arguments: list[str], code: int, words: str
):
    assert_one_sentence(run_command("app.py", *arguments), code, words)


def test_a_store_of_a_newer_version_is_refused(run_command: Run, tmp_path: Path):
    newer = CatalogueWriter.create(tmp_path / "store")
    newer.set_meta("schema_version", "9999")
    newer.close()
    done = run_command("app.py", "--store", tmp_path / "store")
    assert_one_sentence(done, 1, "newer version of Footnote")


def test_a_port_in_use_is_said(run_command: Run, sample_store: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run_command("app.py", "--store", sample_store, "--port", port)
    assert_one_sentence(done, 1, f"port {port} (address already in use)")


def test_a_question_asked_while_the_models_load_is_answered(address: str):
    sent = {"question": "What must improve?"}
    answer = httpx.post(f"{address}/api/ask", json=sent, timeout=120).json()
    assert answer["status"] != "error_internal"
    assert answer["question"] == "What must improve?"


def test_an_empty_store_says_how_to_add_documents(start, open_page, tmp_path: Path):
    CatalogueWriter.create(tmp_path / "store").close()
    page = open_page("/", base=start(tmp_path / "store"))
    expect(page.locator("#empty-store")).to_contain_text("python -m ingest FOLDER")
    expect(page.locator("#corpus")).to_have_text("No documents yet")
    assert faults(page) == []


def test_poisoned_text_is_inert_as_a_source(start, open_page, tmp_path: Path):
    base = start(make_store(tmp_path))
    documents = httpx.get(f"{base}/healthz").json()["documents"]
    assert documents == 2
    digest = next((tmp_path / "store" / "originals").rglob("*.txt")).stem[:12]
    text = (tmp_path / "news.txt").read_text("utf-8")
    start_at = text.index(POISON)
    page = open_page(f"/source/{digest}.0.{start_at}-{start_at + len(POISON)}", base=base)
    expect(page.locator("mark")).to_have_text(POISON)
    assert page.locator("main img, main script, main style, main a[href*=evil]").count() == 0
