"""Refuses every connection and name look-up that would leave this machine.

`tests/conftest.py` puts this folder on PYTHONPATH, so that Python runs it at the start of the test
process's children too: commands and servers under test are held to it as the tests are. An audit
hook sees every use of a socket from Python, whatever library makes it, and cannot be undone.

An attempt is refused and, where FOOTNOTE_NETWORK_LOG names a file, written there: code that tries
and carries on quietly is found out all the same.
"""

import os
import sys

WATCHED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
LOCAL_NAMES = ("", "localhost", "0.0.0.0", "::", "::1")


class NetworkRefused(OSError):
    """An attempt to reach another machine from a test."""


def host_of(event: str, args: tuple[object, ...]) -> str:
    """The host that an audited call would reach; "" for none (a unix socket, or no host given)."""
    address = args[1] if event in ("socket.connect", "socket.sendto") else args[0]
    host = address[0] if isinstance(address, tuple) and address else address
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    is_unix_path = not isinstance(address, tuple) and event in ("socket.connect", "socket.sendto")
    return host if isinstance(host, str) and not is_unix_path else ""


def is_local(host: str) -> bool:
    """True for this machine's own loopback addresses and names."""
    return host.lower() in LOCAL_NAMES or (host.startswith("127.") and host.count(".") == 3)


def refuse(event: str, args: tuple[object, ...]) -> None:
    """The audit hook."""
    if event not in WATCHED:
        return
    host = host_of(event, args)
    if is_local(host):
        return
    log = os.environ.get("FOOTNOTE_NETWORK_LOG")
    if log:
        with open(log, "a", encoding="utf-8") as file:  # noqa: PTH123 (no pathlib at start-up)
            file.write(f"{event} {host}\n")
    raise NetworkRefused(f"tests may not reach {host!r} ({event})")


def install() -> None:
    """Install the hook, once a process."""
    if not getattr(sys, "_footnote_offline", False):
        sys._footnote_offline = True  # type: ignore[attr-defined]
        sys.addaudithook(refuse)


install()
