"""One address → one file: redirects checked hop by hop, failures told apart, tried again where
that may help."""

import logging
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx

from ingest.addresses import Gate, check_address
from ingest.deadline import Deadline
from ingest.download_errors import AddressRefused, DownloadError, TryAgain
from ingest.expected import Format, check_content_type
from ingest.failures import check_status, told
from ingest.pace import Pace, back_off
from ingest.receive import Limits, check_time, receive
from ingest.settings import IngestSettings
from ingest.transport import CheckedTransport

_LOG = logging.getLogger(__name__)
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of the copy held, so that it can say whether that has changed."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """The conditional headers; empty where nothing is known."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document to fetch: where from, what it is to be, and what is known of the copy held."""

    address: str
    expected: Format
    known: Validators = Validators()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that came whole: its digest, and what the server says of it."""

    sha256: str
    validators: Validators


class Fetcher:
    """Fetches documents, politely. A context manager, for one thread at a time.

    `gate`, `trust` (see CheckedTransport) and `sleep` may be replaced.
    """

    def __init__(
        self,
        settings: IngestSettings,
        proxies: Mapping[str, str],
        *,
        gate: Gate | None = None,
        trust: ssl.SSLContext | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings = settings
        self._sleep = sleep
        self._pace = Pace(settings.delay_seconds, sleep=sleep)
        self._limits = Limits(settings.max_bytes)
        self._client = httpx.Client(
            transport=CheckedTransport(gate or Gate(settings.allow_private), proxies, trust),
            headers={
                "User-Agent": settings.user_agent,
                "Accept-Encoding": "identity",
                "Connection": "close",
            },
            timeout=settings.timeout_seconds,
            trust_env=False,
        )

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def fetch(self, wanted: Wanted, into: Path) -> Fetched | None:
        """Fetch into the file `into`; None when the server says that the copy held is current.

        Raises DownloadError (its reason is a sentence) when it cannot be had, OSError when it
        cannot be written. Then, and after None, `into` holds nothing of worth.
        """
        attempts = self._settings.attempts
        for attempt in range(1, attempts + 1):
            try:
                return self._attempt(wanted, into)
            except TryAgain as error:
                if attempt == attempts:
                    tries = f" (tried {attempts} times)" if attempts > 1 else ""
                    raise DownloadError(f"{str(error).rstrip('.')}{tries}.") from error
                self._sleep(self._pause(error, attempt))
                _LOG.info("trying %s again: %s", wanted.address, error)
        raise AssertionError("unreachable")

    def _pause(self, error: TryAgain, attempt: int) -> float:
        pause = back_off(attempt, self._settings.back_off_seconds)
        if error.wait is None:
            return pause
        if error.wait > self._settings.longest_wait_seconds:
            raise DownloadError(
                f"{str(error).rstrip('.')}, and is not to be asked again for {error.wait:.0f} "
                "seconds: try later."
            ) from error
        return max(error.wait, pause)

    def _attempt(self, wanted: Wanted, into: Path) -> Fetched | None:
        self._client.cookies.clear()
        with Deadline(self._settings.total_seconds) as deadline:
            try:
                return self._follow(wanted, into, deadline)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                check_time(deadline)
                raise told(error, self._settings.timeout_seconds) from error

    def _follow(self, wanted: Wanted, into: Path, deadline: Deadline) -> Fetched | None:
        check_address(wanted.address)
        url = httpx.URL(wanted.address)
        headers = {"Accept": ", ".join((*wanted.expected.content_types, "*/*;q=0.1"))}
        headers |= wanted.known.headers()
        for _ in range(self._settings.max_redirects + 1):
            self._pace.wait(url.host)
            check_time(deadline)
            extensions = {"trace": deadline.trace}
            with self._client.stream(
                "GET", url, headers=headers, extensions=extensions, follow_redirects=False
            ) as response:
                if response.status_code not in _REDIRECTS:
                    return self._take(response, wanted, into, deadline)
                url = _next_hop(url, response)
        raise DownloadError(f"It redirects more than {self._settings.max_redirects} times.")

    def _take(
        self, response: httpx.Response, wanted: Wanted, into: Path, deadline: Deadline
    ) -> Fetched | None:
        if response.status_code == 304 and wanted.known.headers():
            return None
        check_status(response)
        check_content_type(wanted.expected, response.headers.get("content-type", ""))
        sha256 = receive(response, into, self._limits, deadline)
        return Fetched(sha256, _validators(response.headers))


def _validators(headers: httpx.Headers) -> Validators:
    """What the server says of this version, as far as it can be sent back."""
    said = [headers.get(name, "") for name in ("etag", "last-modified")]
    etag, modified = (
        value if value.isascii() and value.isprintable() and len(value) <= 500 else ""
        for value in said
    )
    return Validators(etag, modified)


def _next_hop(url: httpx.URL, response: httpx.Response) -> httpx.URL:
    """Where a redirect leads. Raises AddressRefused when that may not be asked."""
    location = response.headers.get("location", "")
    if not location:
        raise DownloadError(f"It redirects ({response.status_code}) without saying where to.")
    try:
        following = url.join(location)
        check_address(str(following))
    except (httpx.InvalidURL, AddressRefused) as error:
        raise AddressRefused(f"It redirects to what may not be asked. {error}") from error
    if url.scheme == "https" and following.scheme != "https":
        raise AddressRefused("It redirects from https to http, where anyone could change it.")
    return following
