"""Which web addresses may be asked: none that would reach into the network Footnote runs in.

A manifest, or a site that redirects, could name a machine of the council's own network or a cloud
provider's metadata service. So each hop is checked after its name has been resolved, and the
connection is then made to the very address that was checked (`ingest.transport`).
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ingest.download_errors import AddressRefused, TryAgain

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]

_LONGEST = 2000
_OWN_NAMES = ("localhost", "local", "internal", "lan", "intranet", "home.arpa")
_SPECIAL = (
    ipaddress.ip_network("168.63.129.16/32"),  # Azure's own services: a public address by its form
    ipaddress.ip_network("192.0.0.0/24"),  # protocol assignments; Oracle's metadata among them
)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def check_address(address: str) -> None:
    """Raise AddressRefused unless `address` is a whole http or https address without credentials."""
    if len(address) > _LONGEST:
        raise AddressRefused(f"The address is longer than {_LONGEST} characters.")
    if any(character.isspace() or not character.isprintable() for character in address):
        raise AddressRefused("The address holds a space or a control character.")
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise AddressRefused(f"The address cannot be read ({error}).") from error
    if parts.scheme not in ("http", "https"):
        scheme = parts.scheme or "no scheme"
        raise AddressRefused(f"The address must begin with https:// or http:// (it has {scheme}).")
    if "@" in parts.netloc:
        raise AddressRefused("The address must not carry a user name or password.")
    if not host:
        raise AddressRefused("The address names no host.")


def system_resolve(host: str, port: int) -> list[str]:
    """The addresses of `host`, in the order in which the system would try them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: IPAddress) -> bool:
    """True for an address of the open internet, also by the IPv4 address an IPv6 one carries."""
    carried = _carried(address)
    if carried is not None:
        return is_public(carried)
    if any(address in network for network in _SPECIAL if network.version == address.version):
        return False
    is_site_local = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return address.is_global and not address.is_multicast and not is_site_local


def _carried(address: IPAddress) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside a mapped, 6to4, Teredo or NAT64 one."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets an address through, or says why not. `resolve` and `is_public` may be replaced."""

    allow_private: bool = False
    resolve: Resolve = system_resolve
    is_public: Callable[[IPAddress], bool] = is_public

    def addresses(self, host: str, port: int, *, is_proxied: bool = False) -> tuple[str, ...]:
        """The checked addresses of `host`, best first: connect to one of these and no other.

        Behind a proxy, which resolves names itself, a name unknown here passes and the result may
        be empty. Raises AddressRefused when any address is not public, TryAgain when the name
        cannot be resolved just now.
        """
        self._check_name(host)
        try:
            found = tuple(self.resolve(host, port))
        except (OSError, UnicodeError) as error:
            if is_proxied:
                return ()
            raise self._unresolved(host, error) from error
        for address in found:
            if not self.allow_private and not self.is_public(ipaddress.ip_address(address)):
                raise AddressRefused(_private(f"{host} is at {address}"))
        return found

    def _check_name(self, host: str) -> None:
        name = host.rstrip(".").lower()
        is_own = any(name == own or name.endswith(f".{own}") for own in _OWN_NAMES)
        if is_own and not self.allow_private:
            raise AddressRefused(_private(f"{host} is a name of a private network"))

    @staticmethod
    def _unresolved(host: str, error: Exception) -> Exception:
        if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
            return TryAgain(f"The name {host} could not be looked up: is there a connection?")
        return AddressRefused(f"There is no host called {host}: check the address.")


def _private(what: str) -> str:
    return f"{what}, not on the open internet: INGEST_ALLOW_PRIVATE=true would allow it."
