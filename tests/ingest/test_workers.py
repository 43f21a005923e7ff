import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from docs_store.errors import EncoderError, NoText, ReadError
from ingest.prepare import Prepared
from ingest.workers import Readers, ReadersFailed
from tests.ingest.misbehaving_reader import load, load_and_list
from tests.ingest.shared import ROOT, documents_of

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")


def named(*names: str) -> list[tuple[Path, str]]:
    return [(Path(name), name) for name in names]


def outcomes(readers: Readers, *names: str) -> list[Any]:
    return [outcome for _, _, outcome in readers.prepare_all(named(*names))]


@pytest.fixture
def readers():
    with Readers(processes=2, seconds=1.5, memory_mb=300, load=load) as readers:
        yield readers


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def until_gone(*pids: int, seconds: float = 10.0) -> None:
    ends = time.monotonic() + seconds
    while any(is_running(pid) for pid in pids):
        assert time.monotonic() < ends, f"one of {pids} still runs"
        time.sleep(0.05)


def test_results_come_in_the_order_given_however_long_each_takes(readers):
    names = ["slow-1", "good-2", "slow-3", "good-4", "good-5"]
    found = list(readers.prepare_all(named(*names)))
    assert [(str(path), document_id) for path, document_id, _ in found] == [(n, n) for n in names]
    assert [str(outcome).split()[0] for _, _, outcome in found] == names


def test_a_file_that_takes_too_long_is_set_aside_and_the_others_are_read(readers):
    before, slow, after = outcomes(readers, "good-1", "sleep", "good-2")
    assert isinstance(slow, ReadError)
    assert str(slow).startswith("sleep took longer than 1.5 seconds to read: ")
    assert str(before).startswith("good-1")
    assert str(after).startswith("good-2")


def test_a_scan_is_given_the_time_it_asks_for(readers):
    assert outcomes(readers, "scan") == ["scan"]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in calls the C library")
def test_a_file_that_hangs_inside_a_library_is_ended_all_the_same(readers):
    assert "took longer" in str(outcomes(readers, "stuck")[0])


@needs_linux
@pytest.mark.parametrize("name", ["memory", "hidden"])
def test_a_file_that_takes_too_much_memory_is_set_aside_for_that(readers, name):
    huge, after = outcomes(readers, name, "good-1")
    assert isinstance(huge, ReadError)
    assert "took more than 300 MB of memory to read" in str(huge)
    assert str(after).startswith("good-1")


@pytest.mark.parametrize("name", ["crash", "exit", "wrong"])
def test_a_file_that_ends_its_process_is_set_aside_and_the_process_replaced(readers, name):
    found = outcomes(readers, name, "good-1", "good-2", "good-3")
    assert isinstance(found[0], ReadError)
    assert "ended the process" in str(found[0])
    assert [str(outcome).split()[0] for outcome in found[1:]] == ["good-1", "good-2", "good-3"]


def test_a_refusal_keeps_its_type_and_its_sentence(readers):
    (refusal,) = outcomes(readers, "refused")
    assert type(refusal) is NoText
    assert str(refusal) == "It holds no words."


def test_an_answer_too_large_for_the_parent_is_refused_in_the_worker(readers):
    assert "more text than any document should" in str(outcomes(readers, "verbose")[0])


@needs_linux
def test_a_worker_that_keeps_much_memory_is_replaced_after_its_file():
    with Readers(processes=1, memory_mb=200, load=load) as readers:
        spent, after, again = outcomes(readers, "spent", "good-1", "good-2")
    pids = [outcome.rpartition(" ")[2] for outcome in (spent, after, again)]
    assert pids[0] != pids[1] == pids[2]


def test_processes_serve_one_call_after_another(readers):
    first, second = outcomes(readers, "good-1")[0], outcomes(readers, "good-1")[0]
    assert first == second


def test_reading_ahead_is_bounded(tmp_path):
    files = [(tmp_path / f"child-{n}", "") for n in range(20)]
    reading = Readers(processes=2, seconds=0.2, ahead=4, load=load)
    found = reading.prepare_all(files)
    next(found)
    time.sleep(2.5)
    touched = sum(path.exists() for path, _ in files)
    found.close()
    reading.close()
    assert touched <= 5


@needs_linux
def test_programs_that_a_file_started_end_with_it(readers, tmp_path):
    path = tmp_path / "child"
    ((_, _, outcome),) = readers.prepare_all([(path, "")])
    assert "took longer" in str(outcome)
    until_gone(*map(int, path.read_text().split()))


@needs_linux
def test_leaving_off_half_way_ends_what_still_reads(tmp_path):
    path = tmp_path / "child"
    with Readers(processes=2, load=load) as readers:
        found = readers.prepare_all([*named("good-1"), (path, ""), *named("good-2")])
        next(found)
        while not path.exists() or not path.read_text():
            time.sleep(0.05)
        found.close()
        until_gone(*map(int, path.read_text().split()))
        assert outcomes(readers, "good-3")


def test_nothing_to_read_starts_nothing():
    with Readers(load=load) as readers:
        assert list(readers.prepare_all([])) == []


def test_a_missing_model_is_the_run_s_error_not_a_file_s():
    with Readers("missing", load=load) as readers, pytest.raises(EncoderError, match="no model"):
        outcomes(readers, "good-1")


def test_processes_that_do_not_start_are_the_run_s_error():
    with (
        Readers("dead", load=load) as readers,
        pytest.raises(ReadersFailed, match="not be started"),
    ):
        outcomes(readers, "good-1", "good-2")


_PARENT = """
import sys
from pathlib import Path
from ingest.workers import Readers
from tests.ingest.misbehaving_reader import load

if __name__ == "__main__":
    with Readers(processes=1, load=load) as readers:
        list(readers.prepare_all([(Path(sys.argv[1]), "")]))
"""


@needs_linux
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_a_parent_that_is_killed_or_interrupted(tmp_path, sign):
    script, path = tmp_path / "parent.py", tmp_path / "child"
    script.write_text(_PARENT)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    parent = subprocess.Popen(
        [sys.executable, script, path], env=environment, stderr=subprocess.PIPE, text=True
    )
    ends = time.monotonic() + 30
    while not path.exists() or not path.read_text():
        assert time.monotonic() < ends
        time.sleep(0.05)
    parent.send_signal(sign)
    _, said = parent.communicate(timeout=90)
    until_gone(*map(int, path.read_text().split()))
    assert said.count("Traceback") == (sign == signal.SIGINT)


def test_a_worker_loads_nothing_heavy():
    page = documents_of("harrowmere") / "05-local-news.html"
    loaded: Any
    with Readers(processes=1, load=load_and_list) as readers:
        ((_, _, loaded),) = readers.prepare_all([(page, "news")])
    heavy = {"torch", "chromadb", "gradio", "sentence_transformers", "transformers", "pandas"}
    heavy |= {"scipy", "sklearn", "sqlalchemy", "llama_index.core"}
    assert not heavy.intersection(loaded)
    assert "ingest.read_html" in loaded


def test_real_documents_come_back_as_they_do_in_one_process():
    from docs_store.encoder import token_counter
    from ingest.prepare import prepare

    folder = documents_of("harrowmere")
    files = [(folder / name, name) for name in ("05-local-news.html", "08-minutes.docx")]
    with Readers() as readers:
        found = list(readers.prepare_all(files))
    for path, document_id, outcome in found:
        assert isinstance(outcome, Prepared)
        assert outcome == prepare(path, document_id, token_counter())
