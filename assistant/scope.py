"""Which documents a scope means, and what was searched, in words."""

from collections.abc import Iterable, Sequence

from assistant.answers import Scope
from docs_store.documents import Document


def documents_in_scope(documents: Iterable[Document], scope: Scope) -> list[Document]:
    """The documents that a scope lets through.

    A document without a date is let through a date limit: leaving it out would hide it for good.
    """
    return [document for document in documents if _is_in(document, scope)]


def _is_in(document: Document, scope: Scope) -> bool:
    if scope.councils and document.council not in scope.councils:
        return False
    if scope.kinds and document.kind not in scope.kinds:
        return False
    speaks_for = document.dates.on_site_from or document.dates.as_at
    if speaks_for is None:
        return True
    if scope.date_from and speaks_for < scope.date_from:
        return False
    return not (scope.date_to and speaks_for > scope.date_to)


def words_for_searched(documents: Sequence[Document]) -> str:
    """What was searched, for a reader: "10 documents, February 2014 to March 2023"."""
    count = f"{len(documents)} document" + ("" if len(documents) == 1 else "s")
    dates = sorted(d.dates.shown for d in documents if d.dates.shown)
    if not dates:
        return count
    first, last = f"{dates[0]:%B %Y}", f"{dates[-1]:%B %Y}"
    return f"{count}, {first}" if first == last else f"{count}, {first} to {last}"
