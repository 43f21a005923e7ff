"""The body of an answer → a file: counted, unpacked and digested as it comes."""

import hashlib
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from ingest.deadline import Deadline
from ingest.download_errors import DownloadError, TryAgain

_PIECE = 1 << 16
_GZIP_OR_ZLIB = 47


@dataclass(frozen=True, slots=True)
class Limits:
    """No more than `max_bytes`, as sent or as unpacked."""

    max_bytes: int

    def check(self, count: int) -> None:
        """Raise DownloadError when `count` bytes are too many."""
        if count > self.max_bytes:
            size = f"{self.max_bytes / 1e6:g} MB"
            raise DownloadError(f"It is larger than {size}: INGEST_MAX_BYTES sets the limit.")


def receive(response: httpx.Response, into: Path, limits: Limits, deadline: Deadline) -> str:
    """Write the body to the file `into` and to disk; returns its sha256.

    Raises DownloadError when it is too large, late or damaged, TryAgain when it is cut short, and
    httpx's errors. What was written is then worth nothing.
    """
    declared = response.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit():
        limits.check(int(declared[:18]))
    digest = hashlib.sha256()
    total = 0
    pieces = _counted(response.iter_raw(), limits, deadline)
    with into.open("wb") as file:
        for piece in _unpacked(pieces, response.headers.get("content-encoding", "")):
            total += len(piece)
            limits.check(total)
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _counted(pieces: Iterable[bytes], limits: Limits, deadline: Deadline) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        limits.check(total)
        check_time(deadline)
        yield piece
    check_time(deadline)  # a body without a length seems whole when the connection is shut


def check_time(deadline: Deadline) -> None:
    """Raise DownloadError once the deadline has passed."""
    if deadline.has_passed:
        raise DownloadError(
            f"It took longer than {deadline.seconds:g} seconds: INGEST_TOTAL_SECONDS sets the limit."
        )


def _unpacked(pieces: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """The body's own bytes. We ask for no compression; gzip is understood all the same."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return pieces
    if name in ("gzip", "x-gzip", "deflate"):
        return _inflated(pieces)
    raise DownloadError(f'It came compressed as "{name[:40]}", which was not asked for.')


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Never more than a piece at a time, however much a few bytes would unpack to."""
    packed = zlib.decompressobj(_GZIP_OR_ZLIB)
    try:
        for piece in pieces:
            left = piece
            while left:
                if packed.eof:
                    packed = zlib.decompressobj(_GZIP_OR_ZLIB)
                yield packed.decompress(left, _PIECE)
                left = packed.unused_data if packed.eof else packed.unconsumed_tail
        while not packed.eof:
            rest = packed.decompress(b"", _PIECE)
            if not rest:
                raise TryAgain("The connection broke off before the document was whole.")
            yield rest
    except zlib.error as error:
        raise DownloadError("It came compressed, and the compressed data is damaged.") from error
