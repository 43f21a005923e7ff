"""Where might the answer to a new question stand? Sentences from our own retriever, to choose from.

Who writes a question still decides: what the retriever does not find is not offered, so gold taken
from here alone would flatter it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docs_store.documents import Passage, verbatim
from evals.corpus import Corpus
from evals.facts import Gold, Nugget
from evals.nuggets import is_stated
from evals.wording import key_words

_ENDS = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence that may answer: its place, its words as on the page, how many of the nuggets it
    states, and the share of the question's key words in it."""

    document: str
    page: int | None
    text: str
    states: int
    shares: float

    def gold(self, *, may_quote: bool) -> Gold:
        """It as gold, quoted or not as `gold_at` has it."""
        return gold_at(self.document, self.page, self.text, may_quote=may_quote)


def gold_at(document: str, page: int | None, text: str, *, may_quote: bool) -> Gold:
    """A stretch of a page as gold: quoted, or by its first and last four words where the documents
    may not be redistributed."""
    words = text.split()
    if may_quote or len(words) < 2 * _ENDS:
        return Gold(document=document, page=page, quote=text)
    first, last = " ".join(words[:_ENDS]), " ".join(words[-_ENDS:])
    return Gold(document=document, page=page, first_words=first, last_words=last)


def propose(
    question: str, nuggets: Sequence[Nugget], passages: Sequence[Passage], corpus: Corpus, most: int
) -> list[Proposal]:
    """The sentences of these passages (best first) that state most nuggets, then share most of the
    question's words, then come first; at most `most`, none twice."""
    wanted = key_words(question)
    found = {
        (proposal.document, proposal.page, proposal.text): proposal
        for passage in passages
        for proposal in _sentences(passage, wanted, nuggets, corpus)
    }
    return sorted(found.values(), key=lambda one: (-one.states, -one.shares))[:most]


def _sentences(
    passage: Passage, wanted: frozenset[str], nuggets: Sequence[Nugget], corpus: Corpus
) -> Iterator[Proposal]:
    pages = corpus.pages_of(passage.document_id)
    for sentence in passage.sentences:
        span = sentence.spans[0]
        text = verbatim(pages, span)
        states = sum(is_stated(nugget, [text]) for nugget in nuggets)
        shares = len(wanted & key_words(text)) / len(wanted) if wanted else 0.0
        yield Proposal(passage.document_id, pages[span.page].number, text, states, shares)
