"""What a run keeps of the documents, so that it can be read and scored again without the store.

documents.jsonl   every document of the store, as catalogued
pages.jsonl       the text of each page with gold or a citation, as catalogued and, for cited
                  pages of PDFs, as pypdf reads the original
passages.jsonl    the passages on pages with gold
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from docs_store.documents import Document, Page, Passage
from evals.citing import Place
from evals.corpus import Corpus, pages_of
from evals.facts import Fact
from evals.records import AnswerRecord

Row = Mapping[str, Any]
_DOCUMENTS = TypeAdapter(tuple[Document, ...])
_PASSAGES = TypeAdapter(tuple[Passage, ...])


@dataclass(frozen=True, slots=True)
class Kept:
    """The rows of the three files."""

    documents: Sequence[Row]
    pages: Sequence[Row]
    passages: Sequence[Row]


def keep(corpus: Corpus, facts: Iterable[Fact], records: Iterable[AnswerRecord]) -> Kept:
    """What scoring these answers looks at."""
    gold = _places((g.document, g.page) for fact in facts for g in fact.gold)
    cited = _places((c.document, c.page) for record in records for c in record.citations)
    return Kept(
        documents=_DOCUMENTS.dump_python(tuple(corpus.documents.values()), mode="json"),
        pages=[
            {
                "document": document,
                "page": page,
                "text": text,
                "original": corpus.original_page(document, page) if is_cited else None,
            }
            for (document, page), is_cited in (
                dict.fromkeys(gold, False) | _all_true(cited)
            ).items()
            if (text := corpus.page_text(document, page)) is not None
        ],
        passages=_PASSAGES.dump_python(tuple(_passages_on(gold, corpus)), mode="json"),
    )


def _places(found: Iterable[Place]) -> list[Place]:
    return sorted(set(found), key=lambda place: (place[0], place[1] or 0))


def _all_true(places: Iterable[Place]) -> dict[Place, bool]:
    return dict.fromkeys(places, True)


def _passages_on(places: Sequence[Place], corpus: Corpus) -> Iterator[Passage]:
    wanted = set(places)
    for document in dict.fromkeys(document for document, _ in places):
        for passage in corpus.passages_of(document):
            if any((document, page) in wanted for page in pages_of(passage)):
                yield passage


class KeptCorpus(Corpus):
    """The documents as far as a run kept them, read as `Corpus` reads a store."""

    def __init__(self, kept: Kept) -> None:
        super().__init__(_KeptCatalogue(kept), lambda _sha256: None)
        self._originals = {(row["document"], row["page"]): row["original"] for row in kept.pages}

    def _read_original_page(self, document: str, page: int | None) -> str | None:
        text: str | None = self._originals.get((document, page))
        return text


class _KeptCatalogue:
    """Stands in for a catalogue."""

    def __init__(self, kept: Kept) -> None:
        self._documents = _DOCUMENTS.validate_python(kept.documents)
        self._pages: dict[str, list[Page]] = {}
        for row in kept.pages:
            self._pages.setdefault(row["document"], []).append(Page(row["page"], row["text"]))
        self._passages: dict[str, list[Passage]] = {}
        for passage in _PASSAGES.validate_python(kept.passages):
            self._passages.setdefault(passage.document_id, []).append(passage)

    def documents(self) -> tuple[Document, ...]:
        return self._documents

    def pages(self, document_id: str) -> tuple[Page, ...]:
        return tuple(self._pages.get(document_id, ()))

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        return tuple(self._passages.get(document_id, ()))
