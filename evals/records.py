"""An answer as a run keeps it: the contract's JSON, with the hits and the time it took.

Measures read this and never a live `Answer`, so that answers kept in a run folder can be scored
again later by exactly the same code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.answers import Answer, Status
from assistant.evidence import PASSAGES_READ


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as shown: number, place, quote."""

    n: int
    document: str
    page: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as shown, with the numbers of its citations."""

    text: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A hit: a passage's id and place."""

    passage: str
    document: str
    page_first: int | None
    page_last: int | None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """What came back for one fact. `claims` are the values shown under "sources differ".

    `standalone` is the question that was looked up. `read` is how many of the hits, best first,
    the writer read (None: all). `confidence` orders answers from doubtful to sure: the cosine of
    the nearest passage, None where nothing was found that way. `parts` says of each part of the
    hits' scores (see assistant/rank.py) whether it counts for any of them.
    """

    id: str
    status: Status
    standalone: str = ""
    short_answer: str = ""
    statements: tuple[Said, ...] = ()
    citations: tuple[Cited, ...] = ()
    claims: tuple[Said, ...] = ()
    hits: tuple[Ranked, ...] = ()
    read: int | None = None
    confidence: float | None = None
    parts: Mapping[str, bool] = field(default_factory=dict)
    wall_ms: float | None = None
    timings_ms: Mapping[str, float] = field(default_factory=dict)

    @property
    def is_answered(self) -> bool:
        """True when the assistant gave an answer rather than none."""
        return self.status.is_answered

    @property
    def has_crashed(self) -> bool:
        """True when the assistant raised instead of answering."""
        return self.status is Status.ERROR_INTERNAL

    @property
    def stated(self) -> tuple[str, ...]:
        """What is said in the assistant's own name: the short answer, then each statement."""
        if not self.is_answered:
            return ()
        texts = (self.short_answer, *(statement.text for statement in self.statements))
        return tuple(text for text in texts if text.strip())

    @property
    def shown(self) -> tuple[str, ...]:
        """What is said, and what the sources are shown to claim where they differ."""
        claims = tuple(claim.text for claim in self.claims) if self.is_answered else ()
        return self.stated + claims

    @property
    def said(self) -> tuple[Said, ...]:
        """What is shown with citations of its own: each statement, then each claim."""
        return (*self.statements, *self.claims) if self.is_answered else ()

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The citations that statements and conflict claims stand on, in order of first use."""
        by_number = {citation.n: citation for citation in self.citations}
        used = [n for said in self.said for n in said.citations]
        return tuple(by_number[n] for n in dict.fromkeys(used) if n in by_number)


def to_row(
    fact_id: str, contract: Mapping[str, Any], answer: Answer, wall_ms: float
) -> dict[str, Any]:
    """The JSON line kept for an answer: the contract's, plus `hits`, how many of them the writer
    `read`, and `wall_ms`."""
    hits = [
        {
            "passage": hit.passage.id,
            "document": hit.passage.document_id,
            "page_first": hit.passage.page_first,
            "page_last": hit.passage.page_last,
            "score": hit.score,
            "parts": dict(hit.parts),
        }
        for hit in answer.hits
    ]
    return {
        **contract,
        "id": fact_id,
        "hits": hits,
        "read": PASSAGES_READ,
        "wall_ms": round(wall_ms, 1),
    }


def from_row(row: Mapping[str, Any]) -> AnswerRecord:
    """The record of a JSON line made by `to_row`."""
    return AnswerRecord(
        id=row["id"],
        status=Status(row["status"]),
        standalone=row.get("standalone_question") or "",
        short_answer=row.get("short_answer") or "",
        statements=tuple(Said(s["text"], tuple(s["citations"])) for s in row["statements"]),
        citations=tuple(
            Cited(c["n"], c["document"], c["page"], c["quote"]) for c in row["citations"]
        ),
        claims=tuple(_claims(row.get("conflicts", ()))),
        hits=tuple(
            Ranked(h["passage"], h["document"], h["page_first"], h["page_last"], h["score"])
            for h in row.get("hits", ())
        ),
        read=row.get("read"),
        confidence=_confidence(row.get("hits", ())),
        parts=_parts(row.get("hits", ())),
        wall_ms=row.get("wall_ms"),
        timings_ms=row.get("timings_ms", {}),
    )


def _claims(conflicts: Sequence[Mapping[str, Any]]) -> list[Said]:
    return [
        Said(str(claim["value"]), (claim["citation"],))
        for conflict in conflicts
        for claim in conflict["claims"]
    ]


def _confidence(hits: Sequence[Mapping[str, Any]]) -> float | None:
    cosines = [hit["parts"]["cosine"] for hit in hits if "cosine" in hit.get("parts", {})]
    return max(cosines, default=None)


def _parts(hits: Sequence[Mapping[str, Any]]) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for hit in hits:
        for name, value in hit.get("parts", {}).items():
            found[name] = found.get(name, False) or value != 0
    return found
