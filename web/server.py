"""The web app put together: our own routes first, gradio last at /, and one server around them."""

import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import gradio as gr
import uvicorn
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.middleware.trustedhost import TrustedHostMiddleware

from docs_store.catalogue import Catalogue
from docs_store.errors import FootnoteError
from docs_store.originals import Originals
from web.answering import Answering
from web.ask_page import build_ask_page
from web.security_headers import SecurityHeaders
from web.service import bad_request, service_router
from web.settings import WebSettings
from web.source_view import SourceView, sorry
from web.theme import footnote_theme

_HEAD = (
    '<link rel="stylesheet" href="/static-app/app.css">'
    '<link rel="icon" href="/static-app/icon.svg" type="image/svg+xml">'
    '<script src="/static-app/app.js" defer></script>'
)
_STATIC = Path(__file__).parent / "static"


def create_app(
    catalogue: Catalogue, originals: Originals, answering: Answering, settings: WebSettings
) -> FastAPI:
    """Every route of the product. The assistant is loaded once the app serves pages."""

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        answering.start()
        yield
        answering.close()
        catalogue.close()

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=life)
    app.add_exception_handler(RequestValidationError, bad_request)
    app.add_exception_handler(FootnoteError, _store_fault)
    app.include_router(SourceView(catalogue, originals).router())
    app.include_router(service_router(answering, settings))
    app.mount("/static-app", StaticFiles(directory=_STATIC))
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=settings.own_hosts())
    app.add_middleware(SecurityHeaders)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        build_ask_page(catalogue, answering, settings),
        path="/",
        theme=footnote_theme(),
        head=_HEAD,
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        enable_monitoring=False,
        max_file_size="1kb",  # nothing is uploaded on this page
        app_kwargs={"openapi_url": None},
    )
    return mounted


def serve(app: FastAPI, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until interrupted; `ready` is called once requests are answered."""
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=3)
    server = _Server(config, ready)
    server.run(sockets=[listener])


class _Server(uvicorn.Server):
    """A server that says when it has started."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _store_fault(_request: Request, error: Exception) -> Response:
    return sorry(503, "This cannot be shown now", str(error))
