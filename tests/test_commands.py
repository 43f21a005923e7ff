"""The commands as a person meets them: quick to explain themselves, and plain about what is wrong.

Whatever goes wrong ends in one line on stderr and the exit code the contract gives it: 2 for
something that cannot be done as asked, 1 for something that failed, 3 under --strict where files
were set aside.
"""

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.conftest import SAMPLE_DOCUMENTS

Run = Callable[..., CompletedProcess[str]]
HEAVY = ("chromadb", "gradio", "llama_index", "sentence_transformers", "torch", "transformers")
COMMANDS = {
    "app": ["app.py"],
    "ingest": ["-m", "ingest"],
    "ingest-status": ["-m", "ingest", "status"],
    "ingest-verify": ["-m", "ingest", "verify"],
    "ingest-rebuild": ["-m", "ingest", "rebuild"],
    "ingest-remove": ["-m", "ingest", "remove"],
    "assistant": ["-m", "assistant"],
    "assistant-ask": ["-m", "assistant", "ask"],
    "assistant-answers": ["-m", "assistant", "answers"],
    "evals": ["-m", "evals"],
    "evals-validate": ["-m", "evals", "validate"],
    "evals-run": ["-m", "evals", "run"],
    "evals-report": ["-m", "evals", "report"],
    "evals-compare": ["-m", "evals", "compare"],
    "evals-gate": ["-m", "evals", "gate"],
    "evals-bless": ["-m", "evals", "bless"],
    "evals-rescore": ["-m", "evals", "rescore"],
    "evals-trec": ["-m", "evals", "trec"],
    "evals-add": ["-m", "evals", "add"],
    "evals-review": ["-m", "evals", "review"],
}


def assert_one_clear_line(done: CompletedProcess[str], exit_code: int) -> str:
    """The command ended with that code and one sentence on stderr; returns the sentence."""
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == exit_code, done.stderr + done.stdout
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_help_explains_without_loading_anything_heavy(command: list[str], run_command: Run):
    done = run_command("-X", "importtime", *command, "--help")
    said = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
    assert (done.returncode, said) == (0, [])
    assert "usage" in done.stdout.lower()
    imported = set(re.findall(r"^import time:.*\|\s+([\w]+)", done.stderr, re.MULTILINE))
    assert imported & set(HEAVY) == set()


@pytest.mark.parametrize("package", ["ingest", "assistant", "evals"])
def test_an_option_that_does_not_exist_is_a_usage_error(package: str, run_command: Run):
    done = run_command("-m", package, "--no-such-option")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


# ------------------------------------------------------------------------------------- ingest


def test_a_path_that_does_not_exist_is_named(tmp_path: Path, run_command: Run):
    missing = tmp_path / "no-such-folder"
    done = run_command("-m", "ingest", missing, "--store", tmp_path / "store")
    assert "no-such-folder" in assert_one_clear_line(done, 2)
    assert not (tmp_path / "store").exists()


def test_a_folder_without_documents_is_named(tmp_path: Path, run_command: Run):
    folder = tmp_path / "nothing-here"
    folder.mkdir()
    done = run_command("-m", "ingest", folder, "--store", tmp_path / "store")
    assert "nothing-here" in assert_one_clear_line(done, 2)
    assert not (tmp_path / "store").exists()


@pytest.fixture(scope="module")
def mixed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One good document among files that are not what they say."""
    folder = tmp_path_factory.mktemp("mixed")
    good = min(SAMPLE_DOCUMENTS.iterdir(), key=lambda path: path.stat().st_size)
    shutil.copy(good, folder / f"good{good.suffix}")
    page = "<!DOCTYPE html><html><title>404</title><body>Page not found</body></html>"
    (folder / "really-a-web-page.pdf").write_text(page, encoding="utf-8")
    (folder / "empty.txt").touch()
    return folder


@pytest.mark.slow
def test_files_that_are_not_what_they_say_are_set_aside_and_the_others_read(
    mixed_folder: Path, tmp_path: Path, run_command: Run
):
    report = tmp_path / "report.json"
    arguments = ("-m", "ingest", mixed_folder, "--store", tmp_path / "store")
    done = run_command(*arguments, "--report", report)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    told = json.loads(report.read_text(encoding="utf-8"))
    assert {aside["file"] for aside in told["set_aside"]} == {"really-a-web-page.pdf", "empty.txt"}
    assert all(aside["reason"] for aside in told["set_aside"])
    assert told["documents"] == 1
    assert "really-a-web-page.pdf" in done.stdout + done.stderr


@pytest.mark.slow
def test_files_set_aside_are_a_failure_under_strict(
    mixed_folder: Path, tmp_path: Path, run_command: Run
):
    done = run_command("-m", "ingest", mixed_folder, "--strict", "--store", tmp_path / "store")
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr


# ---------------------------------------------------------------------------------- assistant


@pytest.mark.parametrize("question", ["", "   ", "\n\t"])
def test_an_empty_question_is_a_usage_error(question: str, sample_store: Path, run_command: Run):
    done = run_command("-m", "assistant", "ask", question, "--store", sample_store)
    assert_one_clear_line(done, 2)


def test_a_question_of_twenty_thousand_characters_is_a_usage_error(
    sample_store: Path, run_command: Run
):
    done = run_command("-m", "assistant", "ask", "why? " * 4000, "--store", sample_store)
    assert len(assert_one_clear_line(done, 2)) < 300


def test_asking_without_a_store_says_how_to_make_one(tmp_path: Path, run_command: Run):
    done = run_command("-m", "assistant", "ask", "What was judged?", "--store", tmp_path / "none")
    assert "python -m ingest" in assert_one_clear_line(done, 1)
    assert not (tmp_path / "none").exists()


def test_a_file_of_questions_that_does_not_exist_is_named(
    sample_store: Path, tmp_path: Path, run_command: Run
):
    out = ("--out", tmp_path / "answers.jsonl", "--store", sample_store)
    done = run_command("-m", "assistant", "answers", tmp_path / "no-such.jsonl", *out)
    assert "no-such.jsonl" in assert_one_clear_line(done, 2)


# --------------------------------------------------------------------------- stores in trouble

READERS = {
    "ask": ["-m", "assistant", "ask", "What was judged?"],
    "status": ["-m", "ingest", "status"],
}


@pytest.mark.parametrize("command", READERS.values(), ids=READERS)
def test_a_store_of_a_newer_version_is_left_alone(
    command: list[str], own_store: Path, run_command: Run
):
    catalogue = own_store / "catalogue.sqlite"
    with sqlite3.connect(catalogue) as connection:
        connection.execute("UPDATE meta SET value = '9999' WHERE key = 'schema_version'")
    connection.close()
    before = catalogue.read_bytes()
    done = run_command(*command, "--store", own_store)
    assert "newer version" in assert_one_clear_line(done, 1)
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize("command", READERS.values(), ids=READERS)
def test_a_catalogue_that_is_no_database_is_called_damaged(
    command: list[str], tmp_path: Path, run_command: Run
):
    (tmp_path / "catalogue.sqlite").write_bytes(os.urandom(8192))
    done = run_command(*command, "--store", tmp_path)
    assert_one_clear_line(done, 1)


def test_a_store_that_another_process_writes_to_is_busy(own_store: Path, run_command: Run):
    from docs_store.writer import writing

    with writing(own_store):
        done = run_command("-m", "ingest", SAMPLE_DOCUMENTS, "--store", own_store)
    assert "try again" in assert_one_clear_line(done, 1)


def test_a_store_can_be_read_while_another_process_writes_to_it(own_store: Path, run_command: Run):
    from docs_store.writer import writing

    with writing(own_store):
        done = run_command("-m", "ingest", "status", "--store", own_store)
    assert done.returncode == 0, done.stderr
