"""From the id in a link to the words it names: document, page, characters, paragraph.

The id alone is trusted for nothing: the quote shown is always read from the catalogue.
"""

import re
from dataclasses import dataclass

from docs_store.catalogue import Catalogue
from docs_store.documents import Document, Page, Span, verbatim

_ID = re.compile(r"([0-9a-f]{12})\.(\d{1,6})\.(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """The characters at `span` of `page` of `document`, and the printed paragraph they stand in."""

    document: Document
    page: Page
    span: Span
    quote: str
    paragraph: str | None


def find(catalogue: Catalogue, citation_id: str) -> CitedPlace | None:
    """The place that a citation's id names; None where the store holds no such place."""
    parsed = _ID.fullmatch(citation_id)
    document = catalogue.document_by_digest(parsed[1]) if parsed else None
    if parsed is None or document is None:
        return None
    span = Span(*(int(number) for number in parsed.group(2, 3, 4)))
    pages = catalogue.pages(document.id)
    if span.page >= len(pages) or not span.start < span.end <= len(pages[span.page].text):
        return None
    quote = verbatim(pages, span)
    if not quote:
        return None
    paragraph = _paragraph(catalogue, document.id, span)
    return CitedPlace(document, pages[span.page], span, quote, paragraph)


def _paragraph(catalogue: Catalogue, document_id: str, span: Span) -> str | None:
    """The printed number of the paragraph whose sentence covers the start of `span`, if it has one."""
    for passage in catalogue.passages_of(document_id):
        for sentence in passage.sentences:
            if any(_covers(held, span) for held in sentence.spans):
                return passage.paragraph
    return None


def _covers(held: Span, span: Span) -> bool:
    return held.page == span.page and held.start <= span.start < held.end
