"""Start Footnote: settings, the store, and the web app around them.

    python app.py [--store DIR] [--host H] [--port P]

What takes seconds to import is imported where it is used, so that `--help` answers at once, and the
models are loaded behind the first page.
"""

import argparse
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docs_store.commands import add_store_option, run_command, store_dir
from docs_store.errors import UsageError

if TYPE_CHECKING:
    from assistant.ask import Assistant
    from web.settings import WebSettings


class BadSetting(UsageError):
    """A WEB_ setting or an option cannot be used."""


def main(arguments: Sequence[str]) -> int:
    """Serve until interrupted; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python app.py",
        description="Ask questions of the documents in a store, in a web browser on this computer.",
    )
    add_store_option(parser)
    parser.add_argument(
        "--host", metavar="H", help="address to listen on (WEB_HOST, else 127.0.0.1)"
    )
    parser.add_argument("--port", metavar="P", help="port to listen on (WEB_PORT, else 7860)")
    options = parser.parse_args(arguments)
    return _serve(store_dir(options), _settings(options))


def _settings(options: argparse.Namespace) -> "WebSettings":
    from pydantic import ValidationError

    from web.settings import WebSettings, check_host

    given = {
        name: value for name in ("host", "port") if (value := getattr(options, name)) is not None
    }
    try:
        settings = WebSettings.model_validate(WebSettings().model_dump() | given)
    except ValidationError as error:
        fault = error.errors()[0]
        name = f"WEB_{fault['loc'][0]}".upper() if fault["loc"] else "A WEB_ setting"
        raise BadSetting(f"{name} cannot be {fault['input']!r}: {fault['msg'].lower()}.") from None
    check_host(settings.host)
    return settings


def _serve(store: Path, settings: "WebSettings") -> int:
    """Check the store and the address first: they fail in a moment, the imports below take seconds."""
    from docs_store.catalogue import Catalogue

    catalogue = Catalogue.open(store)
    if not catalogue.documents():
        print(f"The store in {store} holds no documents yet.", file=sys.stderr)
    with _listener(settings.host, settings.port) as listener:
        from docs_store.originals import Originals
        from web.answering import Answering
        from web.server import create_app, serve

        answering = Answering(lambda: _assistant(store), settings.concurrency)
        app = create_app(catalogue, Originals(store), answering, settings)
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        address = f"http://{host}:{listener.getsockname()[1]}/"
        serve(
            app, listener, lambda: print(f"Footnote is at {address} (Ctrl+C stops it)", flush=True)
        )
    return 0


def _assistant(store: Path) -> "Assistant":
    from assistant.build import build_assistant
    from docs_store.settings import StoreSettings

    return build_assistant(store, encoder_model=StoreSettings().encoder)


def _listener(host: str, port: int) -> socket.socket:
    """A socket bound to the address. Raises AddressTaken where that cannot be."""
    from web.settings import AddressTaken

    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        reason = (error.strerror or "it cannot be used").lower()
        raise AddressTaken(
            f"Footnote cannot listen on {host} port {port} ({reason}): choose another with --port."
        ) from error
    return listener


if __name__ == "__main__":
    sys.exit(run_command(main))
