"""What the store holds, in words: the line under the title, and questions worth trying."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Protocol

from assistant.scope import words_for_searched
from docs_store.documents import Document, DocumentKind

_EXAMPLES = 4
_VISITS = (DocumentKind.MONITORING_LETTER, DocumentKind.FOCUSED_VISIT_LETTER)


class Holdings(Protocol):
    """Whatever knows which documents are held: the catalogue."""

    def documents(self) -> tuple[Document, ...]:
        """Every document."""


def corpus_line(documents: Sequence[Document]) -> str:
    """How many documents, and from when to when: "10 documents, February 2014 to March 2023"."""
    return words_for_searched(documents) if documents else "No documents yet"


def example_questions(catalogue: Holdings) -> list[str]:
    """Up to four questions about the kinds, dates, councils and inspectors that the store holds."""
    newest_first = sorted(
        catalogue.documents(), key=lambda document: document.dates.shown or date.min, reverse=True
    )
    return list(islice(dict.fromkeys(_examples(newest_first)), _EXAMPLES))


def _examples(documents: Sequence[Document]) -> Iterator[str]:
    reports = _of(documents, DocumentKind.INSPECTION_REPORT)
    councils = sorted({document.council for document in documents if document.council})
    yield from (_about_report(report) for report in reports[:1])
    if len(reports) > 1 and len(councils) == 1:
        yield f"How have the judgements of {councils[0]} changed since {_year(reports[-1])}?"
    yield from (_about_visit(visit) for visit in _of(documents, *_VISITS)[:1])
    if _of(documents, DocumentKind.IMPROVEMENT_PLAN):
        yield "Which actions in the improvement plan are late?"
    if _of(documents, DocumentKind.MINUTES, DocumentKind.COMMITTEE_REPORT):
        yield "What did councillors ask about?"
    yield from (
        f"What did {name} inspect?" for document in documents for name in document.inspectors[:1]
    )
    if documents:
        yield "What do the documents say about care leavers?"


def _about_report(report: Document) -> str:
    whom = report.council or "the council"
    return (
        f"What was {whom} judged in {_year(report)}?"
        if _year(report)
        else f"What was {whom} judged?"
    )


def _about_visit(visit: Document) -> str:
    kind = "monitoring" if visit.kind is DocumentKind.MONITORING_LETTER else "focused"
    when = visit.dates.as_at
    return f"What did the {kind} visit{f' of {_month(when)}' if when else ''} find?"


def _of(documents: Iterable[Document], *kinds: DocumentKind) -> list[Document]:
    return [document for document in documents if document.kind in kinds]


def _year(document: Document) -> str:
    when = document.dates.as_at
    return str(when.year) if when else ""


def _month(when: date) -> str:
    return f"{when:%B %Y}"
