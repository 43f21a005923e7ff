"""An Answer as JSON, as plain text and as Markdown: what is shown, decided without a user interface.

The only links are the citations, which the caller makes.
"""

from datetime import date
from typing import Any

from assistant.answer_layout import Link, blocks
from assistant.answers import Answer, Citation, Conflict, Scope

_STEPS = ("interpret", "retrieve", "rerank", "write", "total")


def to_json(answer: Answer) -> dict[str, Any]:
    """The answer as the JSON object that the commands and the web service return."""
    return {
        "id": answer.question.id,
        "question": answer.question.text,
        "standalone_question": answer.standalone_question,
        "status": answer.status.value,
        "short_answer": answer.short_answer,
        "text": to_text(answer),
        "statements": [
            {"text": said.text, "citations": list(said.citations)} for said in answer.statements
        ],
        "citations": [_citation_json(citation) for citation in answer.citations],
        "conflicts": [_conflict_json(conflict) for conflict in answer.conflicts],
        "passages": [
            {
                "document": hit.passage.document_id,
                "page_first": hit.passage.page_first,
                "page_last": hit.passage.page_last,
                "score": hit.score,
                "text": hit.passage.text,
            }
            for hit in answer.hits[:20]
        ],
        "scope": _scope_json(answer.scope),
        "as_of": _iso(answer.as_of),
        "timings_ms": {step: answer.timings_ms.get(step) for step in _STEPS},
    }


def to_text(answer: Answer) -> str:
    """What the user sees, without markup; citation numbers stand as [n], and sources are listed."""
    return "\n\n".join(blocks(answer, plain=True, link=lambda citation: f"[{citation.n}]"))


def to_markdown(answer: Answer, link: Link) -> str:
    """The answer as Markdown. `link` gives the finished Markdown or HTML of one citation's link;
    everything else that comes from documents or from a model is escaped."""
    return "\n\n".join(blocks(answer, plain=False, link=link))


def _citation_json(citation: Citation) -> dict[str, Any]:
    return {
        "n": citation.n,
        "document": citation.document,
        "title": citation.title,
        "kind": citation.kind.value,
        "council": citation.council,
        "published": _iso(citation.published),
        "page": citation.page,
        "paragraph": citation.paragraph,
        "quote": citation.quote,
    }


def _conflict_json(conflict: Conflict) -> dict[str, Any]:
    claims = [{"value": claim.value, "citation": claim.citation} for claim in conflict.claims]
    return {"about": conflict.about, "claims": claims, "preferred": conflict.preferred}


def _scope_json(scope: Scope) -> dict[str, Any]:
    return {
        "councils": list(scope.councils),
        "kinds": [kind.value for kind in scope.kinds],
        "from": _iso(scope.date_from),
        "to": _iso(scope.date_to),
    }


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None
