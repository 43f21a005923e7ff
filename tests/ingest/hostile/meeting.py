"""Hostile files meet the readers, in the product's own worker processes and limits."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from docs_store.documents import Span
from docs_store.errors import ReadError
from ingest.prepare import Prepared
from ingest.reading_process import load_prepare
from ingest.workers import Readers

_SUFFIXES = {"text": "txt"}
_NOT_FORESEEN = ("could not be read (", "took longer than", "took more than")
_ENDED = "ended the process that was reading it"


@dataclass(frozen=True, slots=True)
class Met:
    """What came of one file: `reason` is None where it was read; the worker's seconds by the clock,
    and the most memory it held meanwhile in MB, 0 where the file ended it."""

    name: str
    reason: str | None
    seconds: float
    peak_mb: int

    @property
    def is_foreseen(self) -> bool:
        """Whether it was read, or a reader itself set it aside."""
        return self.reason is None or (
            not self.has_ended_worker and not any(sign in self.reason for sign in _NOT_FORESEEN)
        )

    @property
    def has_ended_worker(self) -> bool:
        """Whether only the limits of the worker held it."""
        return self.reason is not None and _ENDED in self.reason


def load_measured(model, limits, tell):
    """For `Readers`: prepares as the product does, checks what comes of it, and measures it."""
    prepare = load_prepare(model, limits, tell)

    def prepare_measured(job):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        start = time.perf_counter()
        reason = None
        try:
            _check(cast(Prepared, prepare(job)))
        except ReadError as error:
            reason = str(error)
        return Met(job.document_id, reason, time.perf_counter() - start, _peak_mb())

    return prepare_measured


def meet(
    readers: Readers, folder: Path, reader: str, files: Iterator[tuple[str, bytes]]
) -> Iterator[Met]:
    """Each of `files` (name and content) read by `readers`, which were made with `load_measured`."""
    path = folder / f"hostile.{_SUFFIXES.get(reader, reader)}"
    for name, content in files:
        path.write_bytes(content)
        start = time.perf_counter()
        outcomes: list[Any] = [outcome for _, _, outcome in readers.prepare_all([(path, name)])]
        for met in outcomes:
            seconds = time.perf_counter() - start
            yield Met(name, str(met), seconds, 0) if isinstance(met, ReadError) else met


def _peak_mb() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1000


def _check(prepared: Prepared) -> None:
    """What a store and a citation rely on. An AssertionError ends the worker."""
    document = prepared.document
    assert len(document.title) <= 300
    f"{document.title}{document.source}".encode()
    for page in prepared.pages:
        page.text.encode()
        assert "\0" not in page.text
    for passage in prepared.passages:
        f"{passage.heading}{passage.text}".encode()
        assert passage.sentences
        for sentence in passage.sentences:
            assert passage.text[sentence.start : sentence.end].strip()
            _check_spans(sentence.spans, prepared)
    for judgement in prepared.judgements:
        _check_spans(judgement.spans, prepared)


def _check_spans(spans: tuple[Span, ...], prepared: Prepared) -> None:
    assert spans
    for span in spans:
        assert 0 <= span.start < span.end <= len(prepared.pages[span.page].text)
