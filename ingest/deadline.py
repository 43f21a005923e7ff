"""A limit on the whole of one request, which httpx's limits on each read do not give.

A server that sends a byte now and then never breaks a read timeout, not even while it sends
headers. When time is up the connection is shut, and what waits on it fails.
"""

import contextlib
import socket
import threading
from collections.abc import Mapping
from typing import Any, Self


class Deadline:
    """A context manager: pass `trace` as the request's extension of that name."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._passed = threading.Event()
        self._stream: Any = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    @property
    def has_passed(self) -> bool:
        """True once time is up."""
        return self._passed.is_set()

    def trace(self, _event: str, info: Mapping[str, Any]) -> None:
        """httpcore tells of each step; keep hold of the stream that was opened last."""
        stream = info.get("return_value")
        if hasattr(stream, "get_extra_info"):
            self._stream = stream
            if self.has_passed:
                self._shut()

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self._passed.set()
        self._shut()

    def _shut(self) -> None:
        opened = self._stream.get_extra_info("socket") if self._stream is not None else None
        if isinstance(opened, socket.socket):
            with contextlib.suppress(OSError):
                # Below TLS: SSLSocket.shutdown would make a read under way raise ValueError.
                socket.socket.shutdown(opened, socket.SHUT_RDWR)
