"""The real program over a store of the sample pack, and a real browser that may call nobody."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.conftest import ROOT

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
READY_WITHIN = 60  # seconds, on a machine that is busy with other things
SEEN_WITHIN = 30_000  # milliseconds in which what is expected must be seen, likewise


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        reason = f"NO BROWSER: {CHROMIUM} is not there, so nothing of the web app was seen working"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    expect.set_options(timeout=SEEN_WITHIN)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def start() -> Iterator[Callable[[Path], str]]:
    """A function that starts the program on a store and gives its address."""
    running: list[subprocess.Popen[bytes]] = []

    def begin(store: Path) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "app.py", "--store", str(store), "--port", str(port)]
        running.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL))
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/healthz")
        return address

    yield begin
    for process in running:
        process.terminate()
        process.wait(20)


def wait_for(address: str) -> None:
    """Wait until the address answers."""
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        try:
            httpx.get(address, timeout=10)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"{address} did not answer within {READY_WITHIN} seconds")


@pytest.fixture(scope="session")
def address(start: Callable[[Path], str], sample_store: Path) -> str:
    return start(sample_store)


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of, and what it asked of other hosts."""
    return []


@pytest.fixture
def open_page(
    browser: Browser, address: str, complaints: list[str]
) -> Iterator[Callable[..., Page]]:
    """A function that opens a page of the app in a browser of its own; afterwards there must be
    nothing in the console and no request to another host."""
    contexts = []

    def visit(path: str = "/", width: int = 1280, height: int = 860, base: str = address) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height})
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on(
            "console",
            lambda said: (
                complaints.append(said.text) if said.type in ("error", "warning") else None
            ),
        )
        page.on(
            "request",
            lambda sent: (
                None
                if sent.url.startswith((base, "data:", "blob:"))
                else complaints.append(f"outside: {sent.url}")
            ),
        )
        page.goto(base + path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []
