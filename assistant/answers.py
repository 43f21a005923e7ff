"""The vocabulary of answering: what is asked, what comes back, and what each statement stands on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from docs_store.documents import DocumentKind, Passage, Span


class Status(StrEnum):
    """How a question ended. Not having an answer is an outcome, never an error."""

    ANSWERED = "answered"
    ANSWERED_IN_PART = "answered_in_part"
    CLARIFICATION = "clarification"
    NO_EVIDENCE = "unanswerable_no_evidence"
    OUT_OF_SCOPE = "unanswerable_out_of_scope"
    REFUSED_STEERING = "refused_steering"
    ERROR_QUESTION = "error_question"
    ERROR_INTERNAL = "error_internal"

    @property
    def is_answered(self) -> bool:
        """True when statements with citations are given."""
        return self in (Status.ANSWERED, Status.ANSWERED_IN_PART)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as typed, the questions asked before it in the same conversation, and the date for
    which it is asked (None: now).

    `as_of` is a preference, not a limit: how things stood in September is often told by a paper of
    November."""

    text: str
    history: tuple[str, ...] = ()
    as_of: date | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look. Empty means everywhere."""

    councils: tuple[str, ...] = ()
    kinds: tuple[DocumentKind, ...] = ()
    date_from: date | None = None
    date_to: date | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quote stands. `quote` is verbatim on that page, white space folded.

    `published` is the day on which the document was published or signed; `on_site` the last day of
    the inspection it tells of, which is all that is known of some reports.
    `id` names the place for links: "<first 12 of the file's sha256>.<page position>.<start>-<end>".
    """

    n: int
    id: str
    document: str
    title: str
    kind: DocumentKind
    council: str | None
    publisher: str
    published: date | None
    page: int | None
    paragraph: str | None
    quote: str
    span: Span
    on_site: date | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said, and the numbers of the citations it stands on (never empty when shown).

    `is_quote` is False where the words are ours, and those of the documents are in the citations.
    """

    text: str
    citations: tuple[int, ...]
    is_quote: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """One side of a conflict."""

    value: str
    citation: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that differ about one thing; `preferred` is the value preferred and `reason` why."""

    about: str
    claims: tuple[Claim, ...]
    preferred: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score, and the scores the sum was made of."""

    passage: Passage
    score: float
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """What is being done now, in words for the person who waits."""

    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of one question.

    `short_answer` is "" where the question has no short form. `hits` are the passages considered,
    best first. `searched` says in words what was looked through. `nearest` is given with refusals:
    citations that are near and are not an answer.
    """

    question: Question
    standalone_question: str
    status: Status
    short_answer: str = ""
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    hits: tuple[Hit, ...] = ()
    scope: Scope = Scope()
    as_of: date | None = None
    searched: str = ""
    message: str = ""
    nearest: tuple[Citation, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
