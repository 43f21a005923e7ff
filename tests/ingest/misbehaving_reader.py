"""Stands in for reading in a worker process: does what the name of the file says."""

import ctypes
import os
import subprocess
import sys
import time

from docs_store.errors import EncoderError, NoText
from ingest.reading_process import Tell, load_prepare

_KEPT: list[bytearray] = []
_TELL: list[Tell] = []


def load(model, limits, tell):
    if model == "missing":
        raise EncoderError("no model")
    if model == "dead":
        os._exit(3)
    _TELL.append(tell)
    return prepare


def prepare(job):
    act = job.path.stem.split("-")[0]
    return globals()[f"act_{act}"](job)


def load_and_list(model, limits, tell):
    """Prepares in earnest, then tells which modules the process has loaded."""
    prepare = load_prepare(model, limits, tell)

    def prepare_and_list(job):
        prepare(job)
        return act_modules(job)

    return prepare_and_list


def act_good(job):
    return f"{job.document_id} by {os.getpid()}"


def act_slow(job):
    time.sleep(0.3)
    return job.document_id


def act_sleep(job):
    time.sleep(600)


def act_scan(job):
    _TELL[0](3.0)
    time.sleep(2.5)
    return job.document_id


def act_stuck(job):
    """Holds the interpreter's lock in C, so that no other thread of the process runs."""
    ctypes.PyDLL(None).sleep(600)


def act_child(job):
    """Waits for a program, as reading a scan does."""
    done = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    job.path.write_text(f"{os.getpid()} {done.pid}")
    done.wait()


def act_memory(job):
    held = [bytearray(50_000_000) for _ in range(200)]
    return len(held)


def act_hidden(job):
    try:
        act_memory(job)
    except MemoryError as error:
        raise NoText("It is damaged.") from error


def act_spent(job):
    _KEPT.append(bytearray(150_000_000))
    return f"{job.document_id} by {os.getpid()}"


def act_crash(job):
    ctypes.string_at(0)


def act_exit(job):
    os._exit(0)


def act_refused(job):
    raise NoText("It holds no words.")


def act_verbose(job):
    return "x" * 80_000_000


def act_wrong(job):
    raise LookupError("nobody foresaw this")


def act_modules(job):
    return sorted(name for name in sys.modules if sys.modules.get(name))
