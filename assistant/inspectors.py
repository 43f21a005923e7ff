"""Who inspected: answered from what the catalogue knows of each document, with the sentence that
names them, because such a sentence shares hardly a word with the question."""

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.answers import Hit
from assistant.evidence import Evidence
from docs_store.documents import Document, DocumentKind, Passage

_ASKS = re.compile(
    r"\bwho(?:se)?\b.*\b(?:inspect\w*|led|lead|carried out|conducted|visited|did the (?:visit|inspection))\b"
    r"|\b(?:lead|which|names? of(?: the)?) insp\w+\b|\binspectors?['’]? names?\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\b(?:inspections?|inspectors?|inspected|visits?|visited|letters?|ofsted)\b", re.I
)
_MONTHS = (
    "january february march april may june july august september october november december".split()
)


def asks_who_inspected(text: str) -> bool:
    """True when a question asks for the inspectors of a visit or an inspection."""
    return bool(_ASKS.search(text) and _OCCASION.search(text))


def occasions(text: str, years: frozenset[int], documents: Iterable[Document]) -> list[Document]:
    """The documents whose inspectors are asked for: those with inspectors, narrowed by the year,
    the month and the kind of occasion that the question names, where that leaves any."""
    found = [document for document in documents if document.inspectors]
    months = {n for n, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}\b", text, re.I)}
    found = _narrowed(found, lambda d: d.dates.as_at is not None and d.dates.as_at.year in years)
    found = _narrowed(found, lambda d: d.dates.as_at is not None and d.dates.as_at.month in months)
    if re.search(r"\bvisit", text, re.I):
        found = _narrowed(found, lambda d: d.kind is not DocumentKind.INSPECTION_REPORT)
    elif re.search(r"\binspection\b", text, re.I):
        found = _narrowed(found, lambda d: d.kind is DocumentKind.INSPECTION_REPORT)
    return found


def naming_sentence(document: Document, passages: Sequence[Passage]) -> Evidence | None:
    """The first sentence of a document that names the most of its inspectors."""
    best: tuple[int, Passage, int] | None = None
    for passage in passages:
        for index in range(len(passage.sentences)):
            text = passage.sentence_text(index)
            count = sum(name in text for name in document.inspectors)
            if count and (best is None or count > best[0]):
                best = (count, passage, index)
    return Evidence(Hit(best[1], 0.0), best[2], 0.0) if best else None


def _narrowed(documents: list[Document], is_meant: Callable[[Document], bool]) -> list[Document]:
    return [document for document in documents if is_meant(document)] or documents
