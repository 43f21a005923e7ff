import asyncio
import threading
from functools import partial

import httpx
import pytest
from fastapi.testclient import TestClient

from docs_store.catalogue import Catalogue
from docs_store.originals import Originals
from tests.web.fakes import FakeAssistant
from tests.web.loops import run
from web.answering import Answering
from web.server import create_app
from web.settings import WebSettings


def test_one_question_gives_the_answer_of_the_contract(
    client: TestClient, assistant: FakeAssistant
):
    sent = {"question": "How?", "history": ["Where?"], "as_of": "2020-01-31", "id": "q7"}
    answer = client.post("/api/ask", json=sent).json()
    assert (answer["id"], answer["status"], answer["citations"][0]["page"]) == ("q7", "answered", 1)
    asked = assistant.asked[-1]
    assert (asked.history, str(asked.as_of)) == (("Where?",), "2020-01-31")


@pytest.mark.parametrize(
    "body",
    [{}, {"question": 3}, {"question": "x", "colour": 1}, {"question": "x", "as_of": "soon"}],
)
def test_a_request_that_cannot_be_read_is_met_with_a_sentence(client: TestClient, body: object):
    reply = client.post("/api/ask", json=body)
    assert reply.status_code == 422
    assert reply.json()["detail"].startswith("The request cannot be read: ")


def test_a_question_that_cannot_be_answered_is_still_an_answer(client: TestClient):
    reply = client.post("/api/ask", json={"question": "nothing"})
    assert (reply.status_code, reply.json()["status"]) == (200, "unanswerable_no_evidence")


def test_only_the_newest_of_a_long_history_are_read(client: TestClient, assistant: FakeAssistant):
    history = [f"Question {n}?" for n in range(60)]
    assert client.post("/api/ask", json={"question": "How?", "history": history}).is_success
    assert assistant.asked[-1].history == tuple(history[-10:])


def test_an_earlier_question_that_is_too_long_is_met_with_a_sentence(client: TestClient):
    sent = {"question": "How?", "history": ["Short?", "x" * 2001]}
    reply = client.post("/api/ask", json=sent)
    assert reply.status_code == 422
    assert reply.json()["detail"] == (
        "The request cannot be read: history.1: String should have at most 2000 characters."
    )


def test_a_request_that_is_too_large_is_met_with_a_sentence(client: TestClient):
    json = {"content-type": "application/json"}
    reply = client.post("/api/ask", content=b" " * 65_537, headers=json)
    assert reply.status_code == 413
    assert reply.json()["detail"] == "The request is too large: send at most 64 KB."
    whole = b'{"question": "How?"}'.ljust(65_536)
    assert client.post("/api/ask", content=whole, headers=json).status_code == 200


def test_while_questions_wait_pages_are_served_and_more_are_told_to_come_back(
    catalogue: Catalogue, originals: Originals, assistant: FakeAssistant
):
    may_load = threading.Event()

    def build() -> FakeAssistant:
        may_load.wait(60)
        return assistant

    door = Answering(build, places=2)
    settings = WebSettings(concurrency=2, queue_size=43)
    app = create_app(catalogue, originals, door, settings)

    async def scene() -> tuple[int, list[int], httpx.Response]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            post = partial(client.post, "/api/ask", json={"question": "How?"})
            posts = [asyncio.create_task(post()) for _ in range(46)]
            (first,), waiting = await asyncio.wait(posts, return_when=asyncio.FIRST_COMPLETED)
            health = await client.get("/healthz")
            may_load.set()
            replies = await asyncio.gather(*waiting)
            return health.status_code, [reply.status_code for reply in replies], first.result()

    health, replies, refused = run(scene())
    assert (health, replies) == (200, [200] * 45)
    assert refused.status_code == 429
    assert refused.json()["detail"].startswith("Too many questions are waiting")
