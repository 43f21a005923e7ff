import threading
from collections.abc import Generator, Iterator

import pytest

from assistant.answers import Answer, Progress, Question, Status
from docs_store.errors import StoreMissing
from web import answering
from web.answering import Answering

ASKED = Question("How is the trust?")


class Ready:
    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.is_closed = False

    def stream(self, question: Question) -> Iterator[Progress | Answer]:
        yield Progress("Searching…")
        if self.error:
            raise self.error
        yield Answer(question, question.text, Status.ANSWERED)

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "_TICK", 0.01)


def test_a_question_asked_while_the_models_load_is_told_so_and_then_answered():
    may_load = threading.Event()

    def build() -> Ready:
        may_load.wait(5)
        return Ready()

    told = Answering(build, places=1).stream(ASKED)
    assert next(told) == Progress("Starting up…")
    may_load.set()
    rest = [item for item in told if item != Progress("Starting up…")]
    assert rest[0] == Progress("Searching…")
    assert isinstance(rest[1], Answer)


def test_no_more_are_let_through_than_there_are_places():
    door = Answering(Ready, places=1)
    first, second = door.stream(ASKED), door.stream(ASKED)
    while next(first) != Progress("Searching…"):
        pass
    assert next(second) == Progress("Waiting for other questions to finish…")
    assert isinstance(first, Generator)
    first.close()  # stopped half way
    assert isinstance(list(second)[-1], Answer)


def test_what_cannot_be_loaded_is_said_and_tried_again_with_the_next_question():
    tries = iter([StoreMissing("There are no documents."), None])

    def build() -> Ready:
        error = next(tries)
        if error:
            raise error
        return Ready()

    door = Answering(build, places=1)
    failed = door.ask(ASKED)
    assert (failed.status, failed.message) == (Status.ERROR_INTERNAL, "There are no documents.")
    assert door.ask(ASKED).status is Status.ANSWERED


def test_a_fault_nobody_foresaw_is_an_outcome_and_gives_its_place_back():
    door = Answering(lambda: Ready(RuntimeError("oops")), places=1)
    for _ in range(2):
        assert door.ask(ASKED).status is Status.ERROR_INTERNAL
        assert "oops" not in door.ask(ASKED).message


def test_closing_closes_the_assistant():
    ready = Ready()
    door = Answering(lambda: ready, places=1)
    door.close()
    door.ask(ASKED)
    door.close()
    assert ready.is_closed
