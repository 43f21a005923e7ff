"""Facts under review: proposed by an author or by feedback, then accepted or rejected by somebody.

They lie in a pack's `proposed.jsonl`, each with its state. A candidate is asked in no run unless it
is wanted, and counts in no gate; an accepted fact is a fact like any other.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from evals.errors import ReviewError
from evals.facts import PROPOSED, Fact, Pack
from evals.identity import digest_of
from evals.run_folder import fact_row, write_lines

Decision = Literal["accepted", "rejected"]


def candidate_id(pack: str, question: str, history: tuple[str, ...]) -> str:
    """A readable id that one question always gets."""
    return f"{pack}-asked-{digest_of([question, list(history)])[:8]}"


def add_candidate(pack: Pack, fact: Fact) -> Path:
    """Write a candidate into its pack; returns the file. Raises ReviewError where the pack has a
    fact of that id, or asks the same already."""
    for other in pack.facts:
        if other.id == fact.id or _asks(other) == _asks(fact):
            raise ReviewError(f'{pack.name} asks that already, as {other.id} ("{other.state}").')
    file = pack.folder / PROPOSED
    _write(file, [*_proposed(file), fact.model_copy(update={"state": "candidate"})])
    return file


def decide(
    pack: Pack, fact_id: str, decision: Decision, by: str, check: Callable[[Fact], list[str]]
) -> Fact:
    """Accept or reject a candidate in the name of `by`; returns it as it is now.

    `check` gives what is wrong with a fact; nothing wrong is accepted. Raises ReviewError for what
    is no candidate or has problems.
    """
    file = pack.folder / PROPOSED
    facts = _proposed(file)
    found = next((fact for fact in facts if fact.id == fact_id and fact.is_candidate), None)
    if found is None:
        raise ReviewError(f"{fact_id} is no candidate of {pack.name}.")
    decided = found.model_copy(update={"state": decision, "reviewed_by": by})
    problems = check(decided) if decision == "accepted" else []
    if problems:
        raise ReviewError(f"{fact_id} cannot be accepted: {problems[0]} Put it right in {file}.")
    _write(file, [decided if fact is found else fact for fact in facts])
    return decided


def _asks(fact: Fact) -> tuple[object, ...]:
    return fact.question.casefold(), fact.history, fact.as_of


def _proposed(file: Path) -> list[Fact]:
    if not file.exists():
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    return [Fact.model_validate_json(line) for line in lines if line.strip()]


def _write(file: Path, facts: list[Fact]) -> None:
    """The whole file anew, under its name only when it is whole."""
    partial = file.with_suffix(".partial")
    rows = ({**fact_row(fact), "state": fact.state} for fact in facts)
    write_lines(partial, (json.dumps(row, ensure_ascii=False) for row in rows))
    partial.replace(file)
