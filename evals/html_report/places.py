"""The pages that matter to one fact: those its answer cites and those that hold the answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docs_store.documents import Document
from evals.citing import Place
from evals.corpus import Corpus
from evals.html_report.marking import Piece, Range, marked, range_of_letters, range_of_quote
from evals.summary import Scored


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A page, where it comes from, the numbers of the citations to it, and its words, marked.

    `is_gold` says that it holds the answer; `unmarked` is a sentence where words that should be
    marked on it cannot be located. `pieces` is empty where the run did not keep the page.
    """

    title: str
    where: str
    numbers: tuple[int, ...]
    is_gold: bool
    pieces: Sequence[Piece]
    unmarked: str


def places_of(one: Scored, corpus: Corpus) -> list[PlaceView]:
    """The cited pages in the order of their numbers, then the others that hold the answer."""
    cited = [(c.document, c.page) for c in sorted(one.record.citations, key=lambda c: c.n)]
    gold = [(g.document, g.page) for g in one.fact.gold]
    return [_place(place, one, corpus) for place in dict.fromkeys([*cited, *gold])]


def title_of(document_id: str, corpus: Corpus) -> str:
    """The title of a document, or its id where the run does not know it."""
    document = corpus.documents.get(document_id)
    return document.title if document else document_id


def _place(place: Place, one: Scored, corpus: Corpus) -> PlaceView:
    document_id, number = place
    text = corpus.page_text(document_id, number)
    quotes = [c for c in one.record.citations if (c.document, c.page) == place]
    cited = [range_of_quote(text or "", c.quote) for c in quotes]
    gold = list(_gold_ranges(place, text or "", one, corpus))
    located = [found for found in cited if found], [found for found in gold if found]
    return PlaceView(
        title=title_of(document_id, corpus),
        where="; ".join(_where(document_id, number, corpus.documents.get(document_id))),
        numbers=tuple(sorted(c.n for c in quotes)),
        is_gold=bool(gold),
        pieces=marked(text, *located) if text else (),
        unmarked=_unmarked(text, cited, gold),
    )


def _gold_ranges(place: Place, text: str, one: Scored, corpus: Corpus) -> Iterator[Range | None]:
    for gold in one.fact.gold:
        if (gold.document, gold.page) == place:
            stretch = corpus.locate(gold)
            yield None if stretch is None else range_of_letters(text, stretch)


def _unmarked(text: str | None, cited: Sequence[Range | None], gold: Sequence[Range | None]) -> str:
    if not text:
        return "The run keeps no text of this page."
    if None in cited:
        return "A quote that is cited to this page does not stand on it."
    if None in gold:
        return "The words that hold the answer do not stand on this page as it was read in."
    return ""


def _where(document_id: str, number: int | None, document: Document | None) -> Iterator[str]:
    if number is not None:
        yield f"page {number}"
    if document is not None:
        yield document.kind.value
        if document.dates.shown:
            yield f"{document.dates.shown:%Y-%m-%d}"
    yield document_id
