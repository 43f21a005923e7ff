import pytest
from fastapi.testclient import TestClient

from tests.web.fakes import FakeAssistant


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
