"""One run: the facts of a pack put to the assistant in process, scored, and kept in a folder."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evals.asking import Asks, Choice, Progress, Row, ask_all
from evals.control_scores import control_scores
from evals.corpus import Corpus, unlocated
from evals.facts import Fact, Pack
from evals.kept import keep
from evals.ranking import Rankings, qrels_of
from evals.run_folder import Files, new_folder, write_run
from evals.scoring import score_all
from evals.summary import Scored, summarise

Rank = Callable[[Mapping[str, str]], Mapping[str, Rankings]]
"""From questions by fact id to what each control retriever ranks for them."""


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: where it is kept, its scored facts and its summary."""

    pack: str
    folder: Path
    scored: tuple[Scored, ...]
    summary: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answered:
    """What a run is scored from: facts, answers as rows, what the controls rank, and what went
    wrong while asking."""

    pack: str
    facts: Sequence[Fact]
    rows: Sequence[Row]
    rankings: Mapping[str, Rankings] = field(default_factory=dict)
    problems: Sequence[str] = ()


def run_pack(
    pack: Pack,
    choice: Choice,
    assistant: Asks,
    corpus: Corpus,
    *,
    out: Path,
    config: Mapping[str, Any],
    progress: Progress = lambda _asked, _of: None,
    rank: Rank = lambda _questions: {},
) -> Run:
    """Ask, score and keep. `rank` is what the control retrievers make of the questions."""
    started = datetime.now(UTC)
    facts = choice.of(pack.facts)
    asked = ask_all(facts, assistant, progress)
    rankings = rank({row["id"]: row["standalone_question"] for row in asked.rows})
    answered = Answered(pack.name, facts, asked.rows, rankings, asked.problems)
    return score_and_keep(answered, corpus, out=out, config=config, started=started)


def score_and_keep(
    answered: Answered,
    corpus: Corpus,
    *,
    out: Path,
    config: Mapping[str, Any],
    started: datetime,
) -> Run:
    """Score answers, the controls beside them, and keep it all in a new folder below `out`."""
    facts = answered.facts
    scored = score_all(facts, answered.rows, corpus)
    summary = {
        "pack": answered.pack,
        **summarise(scored),
        "controls": control_scores(facts, answered.rows, answered.rankings, corpus),
    }
    files = Files(
        scored=scored,
        answers=answered.rows,
        kept=keep(corpus, facts, [one.record for one in scored]),
        rankings=answered.rankings,
        qrels=qrels_of(facts, corpus, "passage"),
        summary=summary,
        config={**config, "started": started.isoformat()},
        problems=[*_gold_problems(facts, corpus), *answered.problems],
    )
    folder = new_folder(out, answered.pack, started)
    write_run(folder, files)
    return Run(answered.pack, folder, scored, summary)


def _gold_problems(facts: Sequence[Fact], corpus: Corpus) -> list[str]:
    return [
        f"{fact.id}: gold is not on its page ({gold.document}, page {gold.page})"
        for fact in facts
        for gold in unlocated(corpus, fact)
    ]
