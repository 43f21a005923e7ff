"""The facts of a pack put to an assistant, one after the other."""

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from assistant.answers import Answer, Question, Status
from assistant.present import to_json
from evals.facts import Fact, Kind
from evals.records import to_row

log = logging.getLogger(__name__)

Row = Mapping[str, Any]
Progress = Callable[[int, int], None]
"""Called after each fact with how many are asked and how many there are."""


class Asks(Protocol):
    """What is needed of an assistant."""

    def ask(self, question: Question) -> Answer:
        """Answer one question."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which facts of a pack to ask. `limit` takes the first of them; None is no restriction.
    Candidates wait for a reviewer, and are asked only when they are wanted."""

    split: str = "all"
    kind: Kind | None = None
    limit: int | None = None
    candidates: bool = False

    def of(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """The chosen facts, in order."""
        chosen = [
            fact
            for fact in facts
            if self.split in ("all", fact.split)
            and self.kind in (None, fact.kind)
            and (fact.is_accepted or (self.candidates and fact.is_candidate))
        ]
        return tuple(chosen[: self.limit])


@dataclass(frozen=True, slots=True)
class Asked:
    """Answers as JSON rows in the order of the facts, and what went wrong on the way."""

    rows: list[Row] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def ask_all(
    facts: Sequence[Fact], assistant: Asks, progress: Progress = lambda _asked, _of: None
) -> Asked:
    """Ask every fact. An assistant that raises has answered `error_internal`; the run goes on."""
    asked = Asked()
    for number, fact in enumerate(facts, start=1):
        question = Question(fact.question, fact.history, fact.as_of, fact.id)
        started = time.perf_counter()
        try:
            answer = assistant.ask(question)
        except Exception as error:  # the run must go on; the problem is kept
            log.debug("question_id=%s", fact.id, exc_info=True)
            asked.problems.append(f"{fact.id}: {type(error).__name__}: {error}")
            answer = Answer(question, fact.question, Status.ERROR_INTERNAL)
        wall_ms = (time.perf_counter() - started) * 1000
        asked.rows.append(to_row(fact.id, to_json(answer), answer, wall_ms))
        progress(number, len(facts))
    return asked
