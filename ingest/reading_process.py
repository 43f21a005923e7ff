"""The inside of a worker process that prepares files: limits first, then one file after another.

Nothing heavy is imported here at the top: the parent imports this module too, and a worker must be
ready in well under a second. Libraries that others import only because they happen to be installed
are kept out of a worker altogether.
"""

import contextlib
import logging
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path

from docs_store.errors import EncoderError, ReadError

_NEVER_IMPORTED = ("pandas", "scipy", "sklearn", "torch", "transformers", "chromadb")
"""Seconds of import time and hundreds of megabytes that nltk and others would bring, for nothing."""
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")
_LARGEST_RESULT = 64_000_000
"""Bytes of a prepared document that the parent takes in. A report of 60 pages has half a million."""
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: seconds by the clock, megabytes beside the program itself, and pages
    of a scan to recognise, for which there is time beside `seconds`."""

    seconds: float
    memory_mb: int
    ocr_pages: int


@dataclass(frozen=True, slots=True)
class Job:
    """A file to prepare and the id that its document gets."""

    path: Path
    document_id: str


@dataclass(frozen=True, slots=True)
class MoreTime:
    """Pages are being recognised, which may take so many seconds more."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job. A worker that `is_spent` has used much memory and should be replaced."""

    is_spent: bool


Tell = Callable[[float], None]
Load = Callable[[str, Limits, Tell], Callable[[Job], object]]


def serve(connection: Connection, model: str, load: Load, limits: Limits, log_level: int) -> None:
    """Answer jobs until the parent closes the connection; the target of the process.

    Sends None once ready (or an EncoderError); then for each Job at times `MoreTime`, and in the
    end `Done` followed by the pickled Prepared or ReadError.
    """
    _settle_in(log_level)
    try:
        prepare = load(model, limits, lambda seconds: connection.send(MoreTime(seconds)))
    except EncoderError as error:
        connection.send(error)
        return
    before = _limit_memory(limits.memory_mb)
    connection.send(None)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            job: Job = connection.recv()
            _limit_processor_time(limits.seconds)
            outcome = _outcome(prepare, job, limits)
            is_spent = _address_space() - before > limits.memory_mb * _MEGABYTE // 2
            connection.send(Done(is_spent))
            connection.send_bytes(outcome)


def _settle_in(log_level: int) -> None:
    """Ctrl-C is the parent's business; the programs a worker starts end with it; nor does a worker
    outlive its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.setsid()
    logging.basicConfig(
        level=log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s", force=True
    )
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"), TOKENIZERS_PARALLELISM="false")
    for name in _NEVER_IMPORTED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def load_prepare(model: str, limits: Limits, tell: Tell) -> Callable[[Job], object]:
    """The function that prepares a file. `tell` is called when a scan needs more time. Raises
    EncoderError where the model is missing."""
    from docs_store.encoder import token_counter
    from ingest.prepare import prepare
    from ingest.read_scan import ScanLimits
    from ingest.sentences import sentences_of

    count = token_counter(model)
    sentences_of("The first use loads the model. It is loaded before memory is counted.")
    scans = ScanLimits(pages=limits.ocr_pages, tell=tell)
    return lambda job: prepare(job.path, job.document_id, count, scans=scans)


def _outcome(prepare: Callable[[Job], object], job: Job, limits: Limits) -> bytes:
    """The pickled result of one job; running out of memory is a ReadError like any other."""
    name = job.path.name
    try:
        answer = pickle.dumps(prepare(job), pickle.HIGHEST_PROTOCOL)
    except ReadError as error:
        return pickle.dumps(_out_of_memory(name, limits) if _is_memory(error) else error)
    except MemoryError:
        return pickle.dumps(_out_of_memory(name, limits))
    if len(answer) > _LARGEST_RESULT:
        return pickle.dumps(
            ReadError(f"{name} holds more text than any document should: split it into parts.")
        )
    return answer


def _out_of_memory(name: str, limits: Limits) -> ReadError:
    return ReadError(
        f"{name} took more than {limits.memory_mb} MB of memory to read: "
        "split it, save it again in another format, or raise INGEST_READ_MEMORY_MB."
    )


def _is_memory(error: BaseException | None) -> bool:
    """Whether a MemoryError stands behind `error`."""
    while error is not None:
        if isinstance(error, MemoryError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _limit_memory(megabytes: int) -> int:
    """Let this process grow by so much from here; returns its size now, in bytes of address space.

    Linux holds to it. macOS takes no notice and Windows has no such call: there the limit of time
    alone protects the run.
    """
    now = _address_space()
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            hard = resource.getrlimit(resource.RLIMIT_AS)[1]
            most = now + megabytes * _MEGABYTE
            if hard == resource.RLIM_INFINITY or most < hard:
                resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    return now


def _address_space() -> int:
    """Bytes, 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _limit_processor_time(seconds: float) -> None:
    """Should the parent die while this process is stuck, the system ends it all the same."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
            most = int(time.process_time() + 4 * seconds) + 60
            if hard == resource.RLIM_INFINITY or most < hard:
                resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
