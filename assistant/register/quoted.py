"""The passages that an answer from the register quotes from."""

from collections.abc import Iterable

from assistant.answers import Citation, Hit
from docs_store.catalogue import Catalogue
from docs_store.documents import Passage, Span

_MOST_DOCUMENTS = 5


def passages_quoted(citations: Iterable[Citation], catalogue: Catalogue) -> tuple[Hit, ...]:
    """The passages in which the quotes stand, in order of the citations, of the first few documents:
    a list of a hundred councils needs no hundred passages beside it."""
    hits: dict[str, Hit] = {}
    documents: set[str] = set()
    for citation in citations:
        documents.add(citation.document)
        if len(documents) > _MOST_DOCUMENTS:
            break
        for passage in catalogue.passages_on(citation.document, citation.page):
            if _holds(passage, citation.span):
                hits.setdefault(passage.id, Hit(passage, 1.0))
    return tuple(hits.values())


def _holds(passage: Passage, span: Span) -> bool:
    return any(
        own.page == span.page and own.start < span.end and span.start < own.end
        for sentence in passage.sentences
        for own in sentence.spans
    )
