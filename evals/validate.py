"""Is a pack true of its documents? Every gold quote on its page, ids unique, documents unchanged.

A problem makes a pack invalid; a doubt is for a reviewer to look at.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from evals.answer_controls import oracle
from evals.corpus import Corpus, unlocated
from evals.facts import Fact, Gold, Pack
from evals.measures import passes
from evals.nuggets import is_stated, is_verdict
from evals.unanswerable import page_with_all
from evals.wording import key_words


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a fact ("" where it is the pack), in a sentence."""

    fact: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.fact}: {self.sentence}" if self.fact else self.sentence


def problems_of(pack: Pack, corpus: Corpus) -> list[Problem]:
    """Everything that is wrong with a pack, in the order of its facts; [] for a sound one. What
    waits for a reviewer, or was rejected, need not be right."""
    found = [*_documents(pack, corpus), *_ids(pack)]
    for fact in pack.facts:
        if fact.is_accepted:
            found += problems_of_fact(fact, pack, corpus)
    return found


def doubts_of(pack: Pack, corpus: Corpus) -> list[Problem]:
    """What a reviewer should look at: vital nuggets that the gold does not state in the words of
    the nugget or an alias, and gold that states what must not be said. Either may be meant (a
    judgement put into other words), and either makes a right quotation count as a miss."""
    found = []
    for fact in pack.facts:
        if fact.is_accepted and passes(fact, oracle(fact, corpus), corpus) == 0.0:
            found.append(Problem(fact.id, "not even its own nuggets, cited to its gold, pass."))
        gold = [corpus.gold_text(place) for place in fact.gold]
        for nugget in fact.nuggets if gold else ():
            states = is_stated(nugget, gold)
            if nugget.must_not and states:
                found.append(Problem(fact.id, f'its gold states "{nugget.text}", which is wrong.'))
            if nugget.is_vital and not states and not is_verdict(nugget):
                found.append(Problem(fact.id, f'its gold does not state "{nugget.text}".'))
    return found


def _documents(pack: Pack, corpus: Corpus) -> Iterator[Problem]:
    for document in pack.manifest.documents:
        held = corpus.sha256.get(document.path)
        if held is None:
            yield Problem("", f'"{document.path}" is not in the store.')
        elif held != document.sha256:
            yield Problem("", f'"{document.path}" is not the file that was read: sha256 differs.')


def _ids(pack: Pack) -> Iterator[Problem]:
    counts = Counter(fact.id for fact in pack.facts)
    for fact_id, count in counts.items():
        if count > 1:
            yield Problem(fact_id, f"{count} facts have this id.")


def contradictions(fact: Fact) -> Iterator[Problem]:
    """What is wrong with a fact whatever the documents say."""
    if fact.is_answerable and not fact.gold:
        yield Problem(fact.id, "it is answerable and has no gold.")
    if fact.is_answerable and not any(nugget.is_vital for nugget in fact.nuggets):
        yield Problem(fact.id, "it is answerable and has no vital nugget.")
    if not fact.is_answerable and any(nugget.is_vital for nugget in fact.nuggets):
        yield Problem(fact.id, "it is unanswerable and has a vital nugget.")


def problems_of_fact(fact: Fact, pack: Pack, corpus: Corpus) -> Iterator[Problem]:
    """What is wrong with one fact of a pack."""
    yield from contradictions(fact)
    yield from _answered_after_all(fact, corpus)
    known = {document.path for document in pack.manifest.documents}
    named = [gold.document for gold in fact.gold] + list(fact.forbidden_documents)
    for document in dict.fromkeys(named):
        if document not in known:
            yield Problem(fact.id, f'"{document}" is not a document of the pack.')
    for gold in unlocated(corpus, fact):
        yield Problem(fact.id, _not_there(gold, corpus))


def _answered_after_all(fact: Fact, corpus: Corpus) -> Iterator[Problem]:
    """A question that should have no answer, all of whose key words stand on one page, may have
    one: somebody has to have looked, and said so."""
    if fact.is_answerable or fact.note or fact.reviewed_by:
        return
    place = page_with_all(key_words(fact.question), corpus)
    if place is not None:
        document, page = place
        where = f'"{document}"' + ("" if page is None else f", page {page}")
        yield Problem(
            fact.id,
            f"its key words stand together in {where}: "
            "say in its note why that is no answer, or give the answer.",
        )


def _not_there(gold: Gold, corpus: Corpus) -> str:
    words = gold.quote or f"{gold.first_words} … {gold.last_words}"
    where = f'"{gold.document}"' + ("" if gold.page is None else f", page {gold.page}")
    if corpus.page_text(gold.document, gold.page) is None:
        return f"there is no such page: {where}."
    return f'"{words}" does not stand in {where}.'
