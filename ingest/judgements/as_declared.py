"""Judgements of a document of which somebody has declared more than its text says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docs_store.documents import Document, DocumentKind
from docs_store.judgements import Basis, Judgement


def as_declared(
    judgements: Sequence[Judgement], guessed: Document, declared: Document
) -> Iterator[Judgement]:
    """The judgements of `guessed` with the council and the days on site of `declared`; what it tells
    of other councils stays theirs, and a document that is declared no report has judged nothing."""
    for judgement in judgements:
        council = judgement.council
        if council == guessed.council:
            council = declared.council
        if judgement.basis is Basis.TOLD:
            yield replace(judgement, council=council)
        elif declared.kind is DocumentKind.INSPECTION_REPORT:
            yield replace(
                judgement,
                council=council,
                inspected_from=declared.dates.on_site_from,
                inspected_to=declared.dates.on_site_to,
            )
