"""Footnote reaches no other machine: not while reading, not while answering, not even to look."""

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import OFFLINE_ENVIRONMENT, ROOT, SAMPLE_DOCUMENTS

ELSEWHERE = "192.0.2.1"  # reserved for documentation (RFC 5737): no machine has it


def test_a_test_cannot_connect_to_another_machine():
    with socket.socket() as outgoing, pytest.raises(OSError, match="tests may not reach"):
        outgoing.connect((ELSEWHERE, 80))


def test_a_test_cannot_look_up_a_name():
    with pytest.raises(OSError, match="tests may not reach"):
        socket.getaddrinfo("example.org", 443)


def test_a_test_cannot_send_a_datagram_to_another_machine():
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outgoing,
        pytest.raises(OSError, match="tests may not reach"),
    ):
        outgoing.sendto(b"?", (ELSEWHERE, 53))


def test_a_program_started_by_a_test_cannot_either(run_command):
    done = run_command("-c", f"import socket; socket.create_connection(('{ELSEWHERE}', 80))")
    assert done.returncode == 1
    assert "tests may not reach" in done.stderr


def test_loopback_stays_open():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


@pytest.mark.slow
def test_reading_and_answering_never_try_to_reach_another_machine(tmp_path: Path):
    log = tmp_path / "attempts.txt"
    document = sorted(SAMPLE_DOCUMENTS.iterdir())[0]
    store = ("--store", str(tmp_path / "store"))
    for command in (
        ["-m", "ingest", str(document), *store],
        ["-m", "assistant", "ask", "What did inspectors judge?", *store],
    ):
        done = subprocess.run(
            [*_without_network(), sys.executable, *command],
            cwd=ROOT,
            env=_as_a_user_has_it(log),
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    assert not log.exists(), log.read_text(encoding="utf-8")


@pytest.mark.e2e
def test_serving_the_web_app_never_tries_to_reach_another_machine(
    tmp_path: Path, sample_store: Path
):
    log = tmp_path / "attempts.txt"
    command = [sys.executable, "-u", "app.py", "--store", str(sample_store), "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, env=_as_a_user_has_it(log), stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
            assert found is not None
            with urllib.request.urlopen(found[0], timeout=60) as page:
                assert page.status == 200
        finally:
            server.terminate()
    assert not log.exists(), log.read_text(encoding="utf-8")


def _as_a_user_has_it(log: Path) -> dict[str, str]:
    """The environment without our offline settings: Footnote must need none of them."""
    kept = {name: value for name, value in os.environ.items() if name not in OFFLINE_ENVIRONMENT}
    return {**kept, "FOOTNOTE_NETWORK_LOG": str(log)}


def _without_network() -> list[str]:
    """A prefix that takes the network itself away, where the system lets us; else nothing.

    The audit hook sees what Python does; an empty network namespace also holds compiled code.
    """
    prefix = ["unshare", "--user", "--map-root-user", "--net"]
    if shutil.which("unshare") is None:
        return []
    return prefix if subprocess.run([*prefix, "true"], check=False).returncode == 0 else []
