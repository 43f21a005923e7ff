"""The writer that needs no language model: statements are sentences of the documents."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answers import Citation, Statement
from assistant.cite import cite_sentence
from assistant.evidence import Evidence
from assistant.interpret import Form
from assistant.short_answers import short_answer
from docs_store.documents import Document, Page

Pages = Callable[[str], Sequence[Page]]


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer makes of the evidence."""

    short_answer: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]


def write(
    evidence: Sequence[Evidence],
    question: str,
    form: Form,
    documents: Mapping[str, Document],
    pages: Pages,
) -> Written:
    """One statement for each piece of evidence, with its citations numbered from 1: the best first,
    and what one document says together.

    Evidence whose words do not stand on its page is left out.
    """
    statements: list[Statement] = []
    citations: list[Citation] = []
    for piece in _by_document(evidence):
        passage = piece.hit.passage
        made = cite_sentence(
            documents[passage.document_id],
            pages(passage.document_id),
            passage,
            piece.sentence,
            first=len(citations) + 1,
        )
        if made:
            citations += made
            statements.append(Statement(piece.text, tuple(c.n for c in made)))
    short = short_answer(statements[0].text, form, question) if statements else ""
    return Written(short, tuple(statements), tuple(citations))


def _by_document(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Evidence of one document together, documents in order of their best piece."""
    places = [piece.hit.passage.document_id for piece in evidence]
    return [
        evidence[i] for i in sorted(range(len(evidence)), key=lambda i: places.index(places[i]))
    ]


def nearest(
    evidence: Sequence[Evidence], documents: Mapping[str, Document], pages: Pages, most: int = 3
) -> tuple[Citation, ...]:
    """Citations to show beside a refusal: near the question, and not an answer to it."""
    found: list[Citation] = []
    for piece in evidence[:most]:
        passage = piece.hit.passage
        document = documents[passage.document_id]
        made = cite_sentence(document, pages(document.id), passage, piece.sentence)
        found += [replace(c, n=len(found) + i + 1) for i, c in enumerate(made)]
    return tuple(found)
