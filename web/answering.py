"""The one door to the assistant: opens before the models are loaded, and lets a few through at once."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from typing import Protocol

from assistant.answers import Answer, Progress, Question, Status
from docs_store.errors import FootnoteError

LOGGER = logging.getLogger(__name__)
_TICK = 0.5  # seconds between looks at whether the wait is over
_ANSWERED_NOTHING = "The answer did not arrive. Please ask again."


class Answers(Protocol):
    """What is asked of an assistant."""

    def stream(self, question: Question) -> Iterator[Progress | Answer]:
        """Progress, then the answer last."""

    def close(self) -> None:
        """Let go of models and files."""


class Answering:
    """Loads an assistant in the background and passes questions to it, `places` at a time.

    `build` takes seconds; a question asked meanwhile waits, and is told so. Where `build` raises, the
    question is answered with the reason, and the next question tries again: documents may have been
    added since.
    """

    def __init__(self, build: Callable[[], Answers], places: int) -> None:
        self._build = build
        self._places = threading.BoundedSemaphore(places)
        self._lock = threading.Lock()
        self._loading: threading.Thread | None = None
        self._assistant: Answers | None = None
        self._fault = ""

    def start(self) -> threading.Thread:
        """Begin to load, unless that is under way or done; returns at once."""
        with self._lock:
            under_way = self._loading is not None and self._loading.is_alive()
            if self._loading is None or not (under_way or self._assistant):
                self._loading = threading.Thread(
                    target=self._load, name="load-assistant", daemon=True
                )
                self._loading.start()
            return self._loading

    def stream(self, question: Question) -> Iterator[Progress | Answer]:
        """Progress while waiting and while working, then the answer. Never raises."""
        loading = self.start()
        while loading.is_alive():
            yield Progress("Starting up…")
            loading.join(_TICK)
        if self._assistant is None:
            yield _failed(question, self._fault)
            return
        while not self._places.acquire(blocking=False):
            yield Progress("Waiting for other questions to finish…")
            time.sleep(_TICK)
        try:
            yield from self._answered(self._assistant, question)
        finally:
            self._places.release()

    def ask(self, question: Question) -> Answer:
        """The answer alone. Never raises."""
        *_, last = self.stream(question)
        return last if isinstance(last, Answer) else _failed(question, _ANSWERED_NOTHING)

    def close(self) -> None:
        """Let go of the assistant, if it was loaded."""
        if self._assistant is not None:
            self._assistant.close()

    def _answered(self, assistant: Answers, question: Question) -> Iterator[Progress | Answer]:
        try:
            yield from assistant.stream(question)
        except FootnoteError as error:
            LOGGER.warning("question_id=%s failed: %s", question.id, error)
            yield _failed(question, str(error))
        except Exception:
            LOGGER.exception("question_id=%s failed", question.id)
            yield _failed(question, "")

    def _load(self) -> None:
        try:
            self._assistant = self._build()
        except FootnoteError as error:
            self._fault = str(error)
            LOGGER.error("%s", error)
        except Exception:
            self._fault = "The models could not be loaded, so questions cannot be answered."
            LOGGER.exception("The assistant could not be loaded")


def _failed(question: Question, message: str) -> Answer:
    return Answer(question, question.text, Status.ERROR_INTERNAL, message=message)
