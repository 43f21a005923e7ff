"""The answers of a run scored again by today's measures, or against facts put right since."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from evals.corpus import Corpus, unlocated
from evals.errors import PackError
from evals.facts import Fact, Pack
from evals.identity import facts_digest, measuring_digest
from evals.run import Answered, Run, score_and_keep
from evals.stored import StoredRun


def rescore(run: StoredRun, *, out: Path, pack: Pack | None = None) -> Run:
    """Score the answers kept in `run`, and keep the outcome as a new run below `out`.

    With `pack`, its facts as they are now stand in for those of the run, as far as they ask the
    same. Raises PackError where new gold is on a page that the run did not keep.
    """
    facts = run.facts if pack is None else _facts_now(run.facts, pack)
    corpus = run.corpus
    _check_gold(facts, {fact.id: fact for fact in run.facts}, corpus)
    asked = {fact.id for fact in facts}
    answered = Answered(
        run.pack,
        facts,
        [row for row in run.answers if row["id"] in asked],
        {
            name: {key: ranked for key, ranked in ranking.items() if key in asked}
            for name, ranking in run.rankings.items()
        },
        [line for line in run.problems if "gold is not on its page" not in line],
    )
    config = {
        **run.config,
        "rescored_from": run.name,
        "facts_sha256": facts_digest(facts),
        "measuring_sha256": measuring_digest(),
    }
    return score_and_keep(answered, corpus, out=out, config=config, started=datetime.now(UTC))


def _facts_now(asked: Sequence[Fact], pack: Pack) -> tuple[Fact, ...]:
    """The facts of the pack that the run asked in the same words."""
    now = {fact.id: fact for fact in pack.facts if fact.is_accepted}
    found = tuple(
        now[fact.id] for fact in asked if fact.id in now and _asks_the_same(now[fact.id], fact)
    )
    if not found:
        raise PackError(f"The run asked none of the facts of {pack.folder} as they are worded now.")
    return found


def _asks_the_same(one: Fact, other: Fact) -> bool:
    return (one.question, one.history, one.as_of) == (other.question, other.history, other.as_of)


def _check_gold(facts: Sequence[Fact], before: dict[str, Fact], corpus: Corpus) -> None:
    for fact in facts:
        lost = [gold for gold in unlocated(corpus, fact) if gold not in before[fact.id].gold]
        for gold in lost:
            if corpus.page_text(gold.document, gold.page) is None:
                raise PackError(
                    f"The new gold of {fact.id} is on a page that the run did not keep "
                    f'("{gold.document}", page {gold.page}): run the pack again.'
                )
