"""A web server on this machine whose pages do whatever a test wants of them."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PDF = b"%PDF-1.7\n" + b"1 0 obj << >> endobj\n" * 20 + b"trailer << >>\nstartxref\n0\n%%EOF\n"
OTHER_PDF = PDF.replace(b"1 0 obj", b"2 0 obj")
ERROR_PAGE = b"<!doctype html><html><head><title>Sorry</title></head><body>No.</body></html>"

Page = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request: `answer` is the usual way to reply, `wfile` the way to reply badly."""

    server: "Server"

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        lower = {name.lower() for name in named}
        self.send_response(status)
        if "content-length" not in lower:
            self.send_header("Content-Length", str(len(body)))
        if "content-type" not in lower:
            self.send_header("Content-Type", "application/pdf")
        for name, value in named.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        server = self.server
        server.asked.append((self.path, {name.lower(): v for name, v in self.headers.items()}))
        pages = server.pages.get(self.path)
        if not pages:
            self.answer(404)
            return
        page = pages.pop(0) if len(pages) > 1 else pages[0]
        try:
            page(self)
        except OSError:  # the client has had enough, as it should
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


@dataclass
class Said:
    """A page that answers as told."""

    status: int = 200
    body: bytes = PDF
    headers: dict[str, str] = field(default_factory=dict)

    def __call__(self, asked: Asked) -> None:
        asked.answer(self.status, self.body, **self.headers)


class Server(ThreadingHTTPServer):
    """`pages` maps a path to what it does, request by request; the last goes on for ever."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.pages: dict[str, list[Page]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        pass

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Server]:
    """A server that runs meanwhile; by TLS where given a file with a certificate and its key."""
    with Server() as server:
        if certificate is not None:
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(certificate)
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
