"""The plain web service: POST /api/ask, one question in, the answer as JSON out."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.answers import Question
from assistant.present import to_json
from web.answering import Answering


class AskRequest(BaseModel):
    """The body of POST /api/ask."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str
    history: tuple[str, ...] = Field(default=(), max_length=50)
    as_of: date | None = None
    id: str = Field(default="", max_length=200)


def service_router(answering: Answering) -> APIRouter:
    """The routes of the web service. An answer that refuses is still an answer: its status says so."""
    routes = APIRouter()

    @routes.post("/api/ask")
    def ask(asked: AskRequest) -> JSONResponse:
        question = Question(asked.question, asked.history, asked.as_of, asked.id)
        return JSONResponse(to_json(answering.ask(question)))

    return routes


def bad_request(_request: Request, error: Exception) -> JSONResponse:
    """422 with one sentence that names what is wrong with the request."""
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    named = [
        f"{'.'.join(str(part) for part in fault['loc'][1:])}: {fault['msg']}" for fault in faults
    ]
    return JSONResponse({"detail": f"The request cannot be read: {'; '.join(named)}."}, 422)
