"""Do the citations carry what is said? By page for the known facts, by words for each statement."""

from collections.abc import Sequence

from evals.corpus import Corpus
from evals.facts import Fact, Gold, Nugget
from evals.matching import find_quote
from evals.nuggets import is_stated
from evals.records import AnswerRecord, Cited, Said
from evals.wording import key_words

Place = tuple[str, int | None]
"""A document and a 1-based page of it, None where it has no pages."""

_CARRIED = 1 / 3


def gold_for(fact: Fact, nugget: Nugget, corpus: Corpus) -> Sequence[Gold]:
    """The gold whose words state the nugget; all of it where none does by itself."""
    return [g for g in fact.gold if is_stated(nugget, [corpus.gold_text(g)])] or fact.gold


def places_of(golds: Sequence[Gold]) -> set[Place]:
    """The pages on which gold stands."""
    return {(gold.document, gold.page) for gold in golds}


def is_quoted(cited: Sequence[Cited], gold: Gold, corpus: Corpus) -> bool:
    """True when a citation's quote overlaps gold by half of the shorter of the two."""
    place, page = corpus.locate(gold), corpus.page_letters(gold.document, gold.page)
    if place is None or page is None:
        return False
    same_page = [c for c in cited if (c.document, c.page) == (gold.document, gold.page)]
    found = [find_quote(page, citation.quote) for citation in same_page]
    return any(quote is not None and quote.covers_half_of_either(place) for quote in found)


def is_cited(nugget: Nugget, fact: Fact, record: AnswerRecord, corpus: Corpus) -> bool:
    """True when a stated nugget is cited to a page with gold for it.

    The citations that count are those of the statements that state it; for what the short answer
    alone says, all of them.
    """
    places = places_of(gold_for(fact, nugget, corpus))
    return any((c.document, c.page) in places for c in _citations_of(nugget, record))


def _citations_of(nugget: Nugget, record: AnswerRecord) -> Sequence[Cited]:
    saying = [said for said in record.said if is_stated(nugget, [said.text])]
    return _cited_by(saying, record) if saying else record.cited


def carried_share(record: AnswerRecord) -> float | None:
    """The share of statements that a quote they cite carries: a third of the key words of the one
    stand in the other, whichever of the two has fewer. None where nothing is stated; a statement
    without a citation is carried by nothing.

    A quotation shares all of its words; what is put together from a table and the date of a report
    shares fewer; what is cited to another statement's quote, hardly any.
    """
    said = record.statements if record.is_answered else ()
    if not said:
        return None
    return sum(_is_carried(one, record) for one in said) / len(said)


def _is_carried(said: Said, record: AnswerRecord) -> bool:
    stated = key_words(said.text)
    quotes = [key_words(cited.quote) for cited in _cited_by([said], record)]
    return any(
        len(stated & quote) >= _CARRIED * min(len(stated), len(quote)) and stated and quote
        for quote in quotes
    )


def _cited_by(saying: Sequence[Said], record: AnswerRecord) -> Sequence[Cited]:
    numbers = {n for said in saying for n in said.citations}
    return [citation for citation in record.citations if citation.n in numbers]
