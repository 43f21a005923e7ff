"""What a browser may do with our pages: run our scripts only, and speak to no other host.

Pure ASGI: Starlette's BaseHTTPMiddleware would stand between an event stream and its reader.
"""

import re
import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; "
    "style-src 'self' 'unsafe-inline'; script-src 'self' 'nonce-{nonce}'; worker-src 'self' blob:; "
    "connect-src 'self'; frame-ancestors 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'"
)
_SCRIPT = re.compile(rb"<script(?=[\s>])")
_FOREIGN_META = re.compile(rb'<meta\s+(?:property="og:|name="twitter:)[^>]*>')


class SecurityHeaders:
    """Sends a Content-Security-Policy with a fresh nonce on every response, and puts that nonce on
    the scripts of HTML pages. Document text in those pages is escaped, so it holds no `<script`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._app(_uncompressed(scope), receive, _Rewriter(send).send)


class _Rewriter:
    """Passes one response on with our headers; an HTML body is held until it is whole."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._nonce = secrets.token_urlsafe(16)
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._started(message)
        elif message["type"] == "http.response.body" and self._start is not None:
            await self._continued(message)
        else:
            await self._send(message)

    async def _started(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        headers["content-security-policy"] = _POLICY.format(nonce=self._nonce)
        headers["x-content-type-options"] = "nosniff"
        headers["referrer-policy"] = "same-origin"
        is_html = headers.get("content-type", "").startswith("text/html")
        if is_html and "content-encoding" not in headers:
            self._start = message
        else:
            await self._send(message)

    async def _continued(self, message: Message) -> None:
        self._body += message.get("body", b"")
        if message.get("more_body") or self._start is None:
            return
        body = _SCRIPT.sub(f'<script nonce="{self._nonce}"'.encode(), self._body)
        body = _FOREIGN_META.sub(b"", body)
        MutableHeaders(scope=self._start)["content-length"] = str(len(body))
        await self._send(self._start)
        self._start = None
        await self._send({"type": "http.response.body", "body": body})


def _uncompressed(scope: Scope) -> Scope:
    """The request without `accept-encoding` where a page is asked for: a nonce must go into it."""
    if "text/html" not in Headers(scope=scope).get("accept", ""):
        return scope
    kept = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": kept}
