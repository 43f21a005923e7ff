"""The plain web service: POST /api/ask, one question in, the answer as JSON out."""

from collections.abc import Callable, Coroutine
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.answers import Question
from assistant.present import to_json
from web.answering import Answering
from web.settings import WebSettings
from web.turns import NoRoom, Turns

LARGEST_BODY = 64 * 1024  # bytes
HISTORY_READ = 10  # earlier questions; those before them are passed over
_TOO_LARGE = f"The request is too large: send at most {LARGEST_BODY // 1024} KB."
_TOO_MANY = "Too many questions are waiting for an answer: please ask again in a minute."


class AskRequest(BaseModel):
    """The body of POST /api/ask."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str
    history: tuple[Annotated[str, StringConstraints(max_length=2000)], ...] = ()
    as_of: date | None = None
    id: str = Field(default="", max_length=200)

    def asked(self) -> Question:
        """The question as the assistant reads it."""
        return Question(self.question, self.history[-HISTORY_READ:], self.as_of, self.id)


class _SmallRequest(Request):
    """A request whose body is read no further than may be."""

    async def body(self) -> bytes:
        """The body. Raises HTTPException where it is too large."""
        if not hasattr(self, "_body"):
            read = bytearray()
            async for part in self.stream():
                read += part
                if len(read) > LARGEST_BODY:
                    raise HTTPException(413, _TOO_LARGE)
            self._body = bytes(read)
        return self._body


class _SmallRoute(APIRoute):
    """A route that takes small requests only."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, given the request as a small one."""
        handle = super().get_route_handler()

        async def handle_small(request: Request) -> Response:
            return await handle(_SmallRequest(request.scope, request.receive))

        return handle_small


def service_router(answering: Answering, settings: WebSettings) -> APIRouter:
    """The routes of the web service. An answer that refuses is still an answer: its status says so."""
    routes = APIRouter(route_class=_SmallRoute)
    turns = Turns(settings.concurrency, settings.queue_size)

    @routes.post("/api/ask")
    async def ask(asked: AskRequest) -> JSONResponse:
        try:
            async with turns.turn():
                answer = await run_in_threadpool(answering.ask, asked.asked())
        except NoRoom:
            raise HTTPException(429, _TOO_MANY, {"Retry-After": "60"}) from None
        return JSONResponse(to_json(answer))

    return routes


def bad_request(_request: Request, error: Exception) -> JSONResponse:
    """422 with one sentence that names what is wrong with the request."""
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    named = [
        f"{'.'.join(str(part) for part in fault['loc'][1:])}: {fault['msg']}" for fault in faults
    ]
    return JSONResponse({"detail": f"The request cannot be read: {'; '.join(named)}."}, 422)
