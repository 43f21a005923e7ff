"""What users said of answers, as candidate facts.

Feedback comes as lines of JSON, as the app keeps it: the question with what was asked before it,
whether the answer was liked, why or why not, and the answer itself in the form of the contract.
"""

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.errors import ReviewError
from evals.facts import Fact, Filled, Gold, Kind, Nugget, Pack
from evals.proposed import candidate_id
from evals.proposing import gold_at


class _Described(BaseModel):
    """What else stands in it is left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class CitedQuote(_Described):
    """A citation of the answer: its place and its words."""

    document: Filled
    page: int | None = None
    quote: Filled


class GivenAnswer(_Described):
    """What is needed of an answer in the form of the contract."""

    status: str = ""
    short_answer: str = ""
    citations: tuple[CitedQuote, ...] = ()


class Feedback(_Described):
    """One line."""

    question: Filled
    history: tuple[Filled, ...] = ()
    as_of: date | None = None
    liked: bool
    reason: str = ""
    answer: GivenAnswer = GivenAnswer()


def read_feedback(file: Path) -> list[Feedback]:
    """The lines of a file. Raises ReviewError, naming the line, for one that is no feedback."""
    found = []
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(f"{file} cannot be read ({error}).") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(Feedback.model_validate_json(line))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(str(part) for part in first["loc"])
            raise ReviewError(f"{file}, line {number}: {where}: {first['msg']}.") from error
    return found


def candidate_from(given: Feedback, pack: Pack) -> Fact:
    """A candidate for a reviewer to finish.

    The quotes of an answer that was liked are its gold, as far as they are from documents of the
    pack, and its short answer is its nugget; one that was not liked gives the question and the
    reason.
    """
    is_answered = given.liked and given.answer.status.startswith("answered")
    expected: Literal["answered", "unanswerable"] = (
        "answered" if is_answered or not given.liked else "unanswerable"
    )
    return Fact(
        id=candidate_id(pack.name, given.question, given.history),
        question=given.question,
        kind=_kind(given, expected),
        history=given.history,
        as_of=given.as_of,
        expected_status=expected,
        nuggets=_nuggets(given) if is_answered else (),
        gold=_gold(given, pack) if is_answered else (),
        author="feedback",
        state="candidate",
        note=f"{'liked' if given.liked else 'not liked'}: {given.reason or 'no reason given'}",
    )


def _kind(given: Feedback, expected: str) -> Kind:
    if expected == "unanswerable":
        return Kind.UNANSWERABLE
    return Kind.FOLLOWUP if given.history else Kind.FACT


def _nuggets(given: Feedback) -> tuple[Nugget, ...]:
    short = given.answer.short_answer.strip()
    return (Nugget(text=short),) if short else ()


def _gold(given: Feedback, pack: Pack) -> tuple[Gold, ...]:
    documents = {document.path for document in pack.manifest.documents}
    return tuple(
        gold_at(c.document, c.page, c.quote, may_quote=pack.may_be_quoted)
        for c in given.answer.citations
        if c.document in documents
    )
