"""One run: the facts of a pack put to the assistant in process, scored, and kept in a folder."""

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from assistant.answers import Answer, Question, Status
from assistant.present import to_json
from evals.corpus import Corpus, PagesAndPassages, unlocated
from evals.facts import Fact, Kind, Pack
from evals.measures import score_answer
from evals.misses import lost_at
from evals.ranking import qrels_of, score_rankings
from evals.records import from_row, to_row
from evals.run_folder import new_folder, write_run
from evals.slices import slices_of
from evals.summary import Scored, summarise

log = logging.getLogger(__name__)

Tell = Callable[[str], None]
Row = Mapping[str, Any]


class Asks(Protocol):
    """What is needed of an assistant."""

    @property
    def catalogue(self) -> PagesAndPassages:
        """The documents it answers from."""

    def ask(self, question: Question) -> Answer:
        """Answer one question."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which facts of a pack to ask. `limit` takes the first of them; None is no restriction."""

    split: str = "all"
    kind: Kind | None = None
    limit: int | None = None

    def of(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """The chosen facts, in order."""
        chosen = [
            fact
            for fact in facts
            if self.split in ("all", fact.split) and self.kind in (None, fact.kind)
        ]
        return tuple(chosen[: self.limit])


@dataclass(frozen=True, slots=True)
class Asked:
    """Answers as JSON rows in the order of the facts, and what went wrong on the way."""

    rows: list[Row] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: where it is kept, its scored facts and its summary."""

    pack: str
    folder: Path
    scored: tuple[Scored, ...]
    summary: Mapping[str, Any]


def ask_all(facts: Sequence[Fact], assistant: Asks, tell: Tell) -> Asked:
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
        if number % 25 == 0:
            tell(f"{number} of {len(facts)} facts asked")
    return asked


def score_all(facts: Sequence[Fact], rows: Sequence[Row], corpus: Corpus) -> tuple[Scored, ...]:
    """Score answers kept as rows, matched to facts by id."""
    records = {row["id"]: from_row(row) for row in rows}
    hits = {key: record.hits for key, record in records.items()}
    retrieval = score_rankings(facts, hits, corpus)
    return tuple(
        Scored(
            fact,
            records[fact.id],
            {**retrieval.get(fact.id, {}), **score_answer(fact, records[fact.id], corpus)},
            lost_at(fact, records[fact.id], corpus),
            slices_of(fact, corpus.documents),
        )
        for fact in facts
    )


def run_pack(
    pack: Pack,
    choice: Choice,
    assistant: Asks,
    corpus: Corpus,
    *,
    out: Path,
    config: Mapping[str, Any],
    tell: Tell = lambda _: None,
    extra: Callable[[Sequence[Scored], Sequence[Row]], Mapping[str, Any]] | None = None,
) -> Run:
    """Ask, score and keep. `extra` adds to the summary (the controls), given facts and answers."""
    started = datetime.now(UTC)
    facts = choice.of(pack.facts)
    problems = [
        f"{fact.id}: gold is not on its page ({gold.document}, page {gold.page})"
        for fact in facts
        for gold in unlocated(corpus, fact)
    ]
    asked = ask_all(facts, assistant, tell)
    scored = score_all(facts, asked.rows, corpus)
    summary = {"pack": pack.name, **summarise(scored)}
    if extra is not None:
        summary |= extra(scored, asked.rows)
    folder = new_folder(out, pack.name, started)
    write_run(
        folder,
        scored=scored,
        answers=asked.rows,
        qrels=qrels_of(facts, corpus, "passage"),
        documents={"summary": summary, "config": {**config, "started": started.isoformat()}},
        problems=problems + asked.problems,
    )
    return Run(pack.name, folder, scored, summary)
