"""The documents as the evals look at them: where gold stands, and whether a quote is true.

The catalogue is read through `PagesAndPassages`, the two or three methods used here, so that tests
can stand in for it. Originals are read with pypdf, apart from whatever the ingest used.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from docs_store.documents import Document, Page, Passage
from evals.facts import Fact, Gold
from evals.matching import Stretch, find_between, find_quote, folded, holds, letters, words_at

FindOriginal = Callable[[str], Path | None]
"""From a file's sha256 to where its original lies."""


class PagesAndPassages(Protocol):
    """What is needed of a catalogue."""

    def documents(self) -> tuple[Document, ...]:
        """Every document."""

    def pages(self, document_id: str) -> tuple[Page, ...]:
        """The pages of a document in order; () for an unknown one."""

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of a document in order."""


class Corpus:
    """One store, read and remembered for the length of a run."""

    def __init__(self, catalogue: PagesAndPassages, find_original: FindOriginal) -> None:
        self.documents = {document.id: document for document in catalogue.documents()}
        self.sha256 = {key: document.sha256 for key, document in self.documents.items()}
        self._find_original = find_original
        self.pages_of = cache(catalogue.pages)
        self.passages_of = cache(catalogue.passages_of)
        self.page_letters = cache(self._page_letters)
        self.original_page = cache(self._read_original_page)
        self._relevant_to = cache(self._passages_holding)

    def page_text(self, document: str, page: int | None) -> str | None:
        """The text of a page as catalogued, or None where there is no such page."""
        found = [p.text for p in self.pages_of(document) if p.number == page]
        return found[0] if found else None

    def _page_letters(self, document: str, page: int | None) -> str | None:
        text = self.page_text(document, page)
        return None if text is None else letters(text)

    def locate(self, gold: Gold) -> Stretch | None:
        """Where gold stands among the letters of its page, or None if it is not there."""
        page = self.page_letters(gold.document, gold.page)
        if page is None:
            return None
        if gold.quote is not None:
            return find_quote(page, gold.quote)
        return find_between(page, gold.first_words or "", gold.last_words or "")

    def gold_letters(self, gold: Gold) -> str | None:
        """The letters of the gold stretch, or None if it is not on its page."""
        place = self.locate(gold)
        page = self.page_letters(gold.document, gold.page)
        return None if place is None or page is None else page[place.start : place.end]

    def gold_text(self, gold: Gold) -> str:
        """The words of the gold stretch, case folded; "" if it is not on its page."""
        place, page = self.locate(gold), self.page_text(gold.document, gold.page)
        return "" if place is None or page is None else words_at(page, place)

    def relevant_passages(self, golds: Iterable[Gold]) -> frozenset[str]:
        """The ids of the passages that hold any of the gold, on the right document and page."""
        found: set[str] = set()
        return frozenset(found.union(*(self._relevant_to(gold) for gold in golds)))

    def _passages_holding(self, gold: Gold) -> frozenset[str]:
        wanted = self.gold_letters(gold)
        if wanted is None:
            return frozenset()
        return frozenset(
            passage.id
            for passage in self.passages_of(gold.document)
            if gold.page in pages_of(passage) and holds(passage.text, wanted)
        )

    def quote_stands(self, document: str, page: int | None, quote: str) -> bool:
        """True when the quote is on that page as catalogued, white space folded, verbatim."""
        text = self.page_text(document, page)
        return text is not None and bool(quote.strip()) and folded(quote) in folded(text)

    def quote_stands_in_original(self, document: str, page: int | None, quote: str) -> bool | None:
        """The same by pypdf's reading of the original PDF, white space left out altogether (pypdf
        loses and inserts it); None where the original is not a PDF or pypdf reads no text there."""
        text = self.original_page(document, page)
        if text is None or not text.strip():
            return None
        return "".join(quote.split()) in "".join(text.split())

    def _read_original_page(self, document: str, page: int | None) -> str | None:
        """A page of the original as pypdf reads it; None where the original is not a PDF."""
        path = self._find_original(self.sha256.get(document, ""))
        if path is None or path.suffix.lower() != ".pdf" or page is None:
            return None
        from pypdf import PdfReader

        pages = PdfReader(path).pages
        return pages[page - 1].extract_text() if page <= len(pages) else ""


def pages_of(passage: Passage) -> Sequence[int | None]:
    """The page numbers a passage touches; (None,) where the document has no pages."""
    if passage.page_first is None:
        return (None,)
    return range(passage.page_first, (passage.page_last or passage.page_first) + 1)


def unlocated(corpus: Corpus, fact: Fact) -> list[Gold]:
    """The gold of a fact that does not stand where it is said to."""
    return [gold for gold in fact.gold if corpus.locate(gold) is None]
