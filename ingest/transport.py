"""The one way out: httpx, connecting only to addresses that the gate has checked.

The name is resolved once a hop, and the connection made to what was checked, with the name kept for
TLS and the Host header. So a name server that answers differently the second time gains nothing.
Where a proxy is set, the proxy resolves names and this check is only as good as the look-up here.
"""

import ipaddress
import ssl
from collections.abc import Mapping

import httpx

from ingest.addresses import Gate
from ingest.download_errors import DownloadError

_PORTS = {"http": 80, "https": 443}
_TRIED = 4
# No connection is used twice: one made for a host must not serve another at the same address.
_LIMITS = httpx.Limits(max_keepalive_connections=0)


class CheckedTransport(httpx.BaseTransport):
    """Sends each request to a checked address, or through the proxy that `proxies` names for it.

    `proxies` is as `urllib.request.getproxies_environment` gives it: by scheme, with "no" for the
    hosts that go without. `trust` says which certificates are believed; without one httpx's own, or
    SSL_CERT_FILE's. Raises AddressRefused and TryAgain (see Gate) and httpx's errors.
    """

    def __init__(
        self, gate: Gate, proxies: Mapping[str, str], trust: ssl.SSLContext | None = None
    ) -> None:
        self._gate = gate
        self._proxies = proxies
        self._trust = trust or httpx.create_ssl_context()
        self._ways: dict[str, httpx.HTTPTransport] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; redirects are the caller's to follow."""
        url = request.url
        host = url.raw_host.decode("ascii")
        port = url.port or _PORTS[url.scheme]
        proxy = self._proxy_for(url.scheme, host, port)
        addresses = self._gate.addresses(host, port, is_proxied=bool(proxy))
        if proxy:
            return self._way(proxy).handle_request(request)
        return self._send(request, host, addresses[:_TRIED])

    def close(self) -> None:
        """Close every connection."""
        for way in self._ways.values():
            way.close()

    def _send(
        self, request: httpx.Request, host: str, addresses: tuple[str, ...]
    ) -> httpx.Response:
        failure: httpx.TransportError = httpx.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                return self._way("").handle_request(_aimed(request, host, address))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
        raise failure

    def _proxy_for(self, scheme: str, host: str, port: int) -> str:
        proxy = self._proxies.get(scheme) or self._proxies.get("all", "")
        if not proxy or _goes_without(host, port, self._proxies.get("no", "")):
            return ""
        proxy = proxy if "://" in proxy else f"http://{proxy}"
        if not proxy.startswith(("http://", "https://")):
            raise DownloadError(
                "The environment names a proxy that is not an http or https one: "
                "set HTTP_PROXY and HTTPS_PROXY, or NO_PROXY for this host."
            )
        return proxy

    def _way(self, proxy: str) -> httpx.HTTPTransport:
        if proxy not in self._ways:
            self._ways[proxy] = httpx.HTTPTransport(
                verify=self._trust, limits=_LIMITS, proxy=proxy or None
            )
        return self._ways[proxy]


def _aimed(request: httpx.Request, host: str, address: str) -> httpx.Request:
    """The same request, to be sent to `address`; the Host header and TLS still say `host`."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )


def _goes_without(host: str, port: int, exceptions: str) -> bool:
    """Whether NO_PROXY names the host: itself, a domain above it, "host:port", a network, or "*"."""
    for entry in exceptions.lower().replace(",", " ").split():
        name = entry.removeprefix("*").lstrip(".")
        if entry == "*" or name in (host, f"{host}:{port}") or host.endswith(f".{name}"):
            return True
        if "/" in entry and _is_within(host, entry):
            return True
    return False


def _is_within(host: str, network: str) -> bool:
    try:
        return ipaddress.ip_address(host) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return False
