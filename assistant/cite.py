"""A quote must stand verbatim on its page: citations are made here, and only from what is there."""

import re
import unicodedata
from collections.abc import Sequence

from assistant.answers import Citation
from docs_store.documents import Document, Page, Passage, Span, verbatim

_FOOTNOTE_MARK = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[^\W\d][.,;:)’”\"']))\d{1,2}(?![\d%]|[.,]\d)")
"""One or two digits glued to a word, or to the stop after one; never to a number or one letter."""
_SUBSTANCE = re.compile(r"[^\W_]|(?<=\d)[.,](?=\d)|(?<=\d)\s*%|(?<!\S)[-−](?=\d)|[£$€](?=\s*\d)")
"""Letters and digits, and the marks without which a number is another number."""


def citation_id(sha256: str, span: Span) -> str:
    """The name of a place for links: file digest, page position, and characters."""
    return f"{sha256[:12]}.{span.page}.{span.start}-{span.end}"


def cite_sentence(
    document: Document, pages: Sequence[Page], passage: Passage, index: int, first: int = 1
) -> list[Citation]:
    """Citations of sentence `index` of a passage, numbered from `first`, one a page it stands on.

    Returns [] when the sentence's words are not those that stand at its spans.
    """
    spans = passage.sentences[index].spans
    if not is_verbatim(passage.sentence_text(index), pages, spans):
        return []
    return [
        _citation(document, pages, span, first + offset, passage.paragraph)
        for offset, span in enumerate(spans)
    ]


def cite_span(
    document: Document, pages: Sequence[Page], span: Span, number: int
) -> Citation | None:
    """The citation of those characters of a page; None where the page has no words there."""
    if not _lies_on(span, pages) or not verbatim(pages, span):
        return None
    return _citation(document, pages, span, number, None)


def _citation(
    document: Document, pages: Sequence[Page], span: Span, number: int, paragraph: str | None
) -> Citation:
    return Citation(
        n=number,
        id=citation_id(document.sha256, span),
        document=document.id,
        title=document.title,
        kind=document.kind,
        council=document.council,
        publisher=document.source.publisher,
        published=document.dates.published or document.dates.signed,
        page=pages[span.page].number,
        paragraph=paragraph,
        quote=verbatim(pages, span),
        span=span,
        on_site=document.dates.on_site_to or document.dates.on_site_from,
    )


def is_verbatim(text: str, pages: Sequence[Page], spans: Sequence[Span]) -> bool:
    """True when `spans` lie on the pages and hold the letters, digits and numbers of `text`.

    What the page has beside them may only be marks, white space and footnote marks.
    """
    if not spans or any(not _lies_on(span, pages) for span in spans):
        return False
    there = " ".join(pages[s.page].text[s.start : s.end] for s in spans)
    wanted = _substance(text)
    return _substance(there) == wanted or _substance(_FOOTNOTE_MARK.sub("", there)) == wanted


def _lies_on(span: Span, pages: Sequence[Page]) -> bool:
    return 0 <= span.page < len(pages) and 0 <= span.start < span.end <= len(pages[span.page].text)


def _substance(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(found.strip() for found in _SUBSTANCE.findall(plain))
