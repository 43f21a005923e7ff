"""Files are prepared in other processes, so that one hostile file cannot stop the run.

Documents are untrusted input, and a parser can be made to hang, to fill the memory or to crash.
Each file has a limit of time and of memory; a worker that breaks one is killed and replaced, and
the file is set aside. Processes are spawned, never forked: the parent has threads (Chroma, torch).

Why not a library: loky and concurrent.futures have no limit of time for a task, and lose the whole
pool with one worker; pebble has both, under the LGPL.
"""

import contextlib
import logging
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeAlias

from docs_store.errors import FootnoteError, ReadError
from ingest.reading_process import Done, Job, Limits, Load, MoreTime, load_prepare, serve

if TYPE_CHECKING:
    from ingest.prepare import Prepared

Outcome: TypeAlias = "Prepared | ReadError"

_STARTS_WITHIN = 60.0
_LOOKS_UP_EVERY = 0.2
_MOST_PROCESSES = 8
_FEW, _SMALL = 4, 2_000_000
_MOST_AHEAD = 100_000_000
"""Bytes of prepared documents that may wait to be taken."""
_SPAWN = multiprocessing.get_context("spawn")


class ReadersFailed(FootnoteError):
    """No process that reads files could be started."""


class Readers:
    """A pool of worker processes that prepare files, each file under a time and a memory limit.

    Processes start when the first files come and serve until `close`. One call of `prepare_all` at
    a time.
    """

    def __init__(
        self,
        model: str = "",
        *,
        processes: int | None = None,
        seconds: float = 120.0,
        memory_mb: int = 1500,
        ocr_pages: int = 100,
        ahead: int = 64,
        load: Load = load_prepare,
    ) -> None:
        """`model` is the encoder's, whose tokens are counted. `processes` None: one a processor.
        At most `ahead` files are read before they are taken: many, for the encoder takes long to load.
        Of a scan at most `ocr_pages` are recognised, with ten seconds a page beside `seconds`.
        `load` is called in each process, with the model, for the function that prepares a file."""
        self._processes = processes or min(_MOST_PROCESSES, os.cpu_count() or 1)
        self._model, self._load, self._ahead = model, load, ahead
        self._limits = Limits(seconds, memory_mb, ocr_pages)
        self._idle: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes. May be called again."""
        while self._idle:
            self._idle.pop().kill()

    def prepare_all(
        self, files: Sequence[tuple[Path, str]]
    ) -> Generator[tuple[Path, str, Outcome], None, None]:
        """Prepare (path, document id) pairs in the order given, reading ahead of what is taken.

        A file that cannot be read, runs out of time or memory or ends its worker comes back as a
        ReadError; the others are not affected. Raises EncoderError where the model is missing, and
        ReadersFailed where no process can be started. Leaving off half-way kills what still reads.
        """
        batch = _Batch(files, self._ahead)
        count = 1 if _is_handful(files) else min(self._processes, len(files))
        threads = [
            threading.Thread(target=self._work_off, args=(batch,), daemon=True)
            for _ in range(count)
        ]
        for thread in threads:
            thread.start()
        try:
            for index, (path, document_id) in enumerate(files):
                yield path, document_id, batch.wait_for(index)
        finally:
            batch.stop()
            for thread in threads:
                thread.join()

    def _work_off(self, batch: "_Batch") -> None:
        """One thread keeps one process busy, and watches over it."""
        worker: _Worker | None = None
        try:
            while (job := batch.take()) is not None:
                if worker is None or not worker.is_usable:
                    worker = self._idle_or_new()
                index, path, document_id = job
                batch.put(index, *worker.prepare(Job(path, document_id), batch.is_stopped))
        except Exception as error:
            logging.getLogger(__name__).debug("a reader failed", exc_info=True)
            batch.fail(error)
        finally:
            if worker is not None and worker.is_usable:
                self._idle.append(worker)

    def _idle_or_new(self) -> "_Worker":
        return self._idle.pop() if self._idle else _Worker(self._model, self._load, self._limits)


def _is_handful(files: Sequence[tuple[Path, str]]) -> bool:
    """Whether starting a second process would cost more than it gives."""
    if len(files) >= _FEW or any(path.suffix.lower() == ".pdf" for path, _ in files):
        return False
    return sum(path.stat().st_size for path, _ in files if path.is_file()) < _SMALL


class _Batch:
    """Files to work off and their outcomes, with a bound on how far ahead of the taker to read."""

    def __init__(self, files: Sequence[tuple[Path, str]], ahead: int) -> None:
        self._files = files
        self._ahead = ahead
        self._next = 0
        self._taken = 0
        self._outcomes: dict[int, tuple[Outcome, int]] = {}
        self._error: Exception | None = None
        self._is_stopped = False
        self._changed = threading.Condition()

    def take(self) -> tuple[int, Path, str] | None:
        """The next file, once it is near enough to what was taken last; None when there is no more."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_stopped or self._has_room())
            if self._is_stopped or self._next >= len(self._files):
                return None
            index = self._next
            self._next += 1
            return index, *self._files[index]

    def _has_room(self) -> bool:
        waiting = sum(size for _, size in self._outcomes.values())
        return self._next < self._taken + self._ahead and waiting < _MOST_AHEAD

    def put(self, index: int, outcome: Outcome, size: int) -> None:
        with self._changed:
            self._outcomes[index] = outcome, size
            self._changed.notify_all()

    def wait_for(self, index: int) -> Outcome:
        """The outcome of file `index`; raises what `fail` was given."""
        with self._changed:
            self._changed.wait_for(lambda: self._error or index in self._outcomes)
            if self._error is not None:
                raise self._error
            self._taken = index + 1
            self._changed.notify_all()
            return self._outcomes.pop(index)[0]

    def fail(self, error: Exception) -> None:
        with self._changed:
            self._error = self._error or error
            self._changed.notify_all()

    def stop(self) -> None:
        with self._changed:
            self._is_stopped = True
            self._changed.notify_all()

    def is_stopped(self) -> bool:
        return self._is_stopped


class _Worker:
    """One process, started and ready. Raises EncoderError or ReadersFailed where it does not start."""

    def __init__(self, model: str, load: Load, limits: Limits) -> None:
        self._limits = limits
        self.is_usable = True
        self._connection, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=serve,
            args=(theirs, model, load, limits, logging.getLogger().getEffectiveLevel()),
            name="footnote-reader",
            daemon=True,
        )
        try:
            self._process.start()
            theirs.close()
            said = self._connection.recv() if self._connection.poll(_STARTS_WITHIN) else None
            is_ready = self._process.is_alive()
        except (OSError, EOFError):
            said, is_ready = None, False
        if isinstance(said, FootnoteError) or not is_ready:
            self.kill()
            raise said or ReadersFailed(
                "The process that reads files could not be started: "
                "free memory, or start Footnote by its own commands."
            )

    def prepare(self, job: Job, is_stopped: Callable[[], bool]) -> tuple[Outcome, int]:
        """The outcome of one file and its bytes; the worker may be no longer usable after it."""
        try:
            self._connection.send(job)
            said = self._awaited(is_stopped)
            if said is None:
                self.kill()
                return _read_error(
                    f"{job.path.name} took longer than {self._limits.seconds:g} seconds to read: "
                    "split it, or raise INGEST_READ_SECONDS."
                )
            packed = self._connection.recv_bytes()
        except (OSError, EOFError):
            self.kill()
            return _read_error(
                f"{job.path.name} ended the process that was reading it: "
                "save it again in another format."
            )
        if said.is_spent:
            self.kill()
        return pickle.loads(packed), len(packed)  # noqa: S301 (our own child's)

    def _awaited(self, is_stopped: Callable[[], bool]) -> Done | None:
        """That the process is done, or None where time is up or nobody waits any more."""
        ends = time.monotonic() + self._limits.seconds
        while time.monotonic() < ends and not is_stopped():
            if self._connection.poll(min(_LOOKS_UP_EVERY, self._limits.seconds)):
                said: Done | MoreTime = self._connection.recv()
                if isinstance(said, Done):
                    return said
                ends += said.seconds
        return None

    def kill(self) -> None:
        """End the process, and what it has started, at once."""
        self.is_usable = False
        pid = self._process.pid
        if pid is not None and self._process.is_alive():
            if sys.platform != "win32":
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(pid, signal.SIGKILL)
            self._process.kill()
            self._process.join()
        self._connection.close()


def _read_error(reason: str) -> tuple[ReadError, int]:
    return ReadError(reason), len(reason)
