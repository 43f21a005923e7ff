"""What one answer is worth, in figures that need no model and can be checked by hand.

Every measure is a number from 0 to 1, or None where it is undefined for the fact (citation
precision of an answer without citations, abstention on an answerable question): None is left out
of means, never counted as 0.
"""

from collections.abc import Callable, Mapping, Sequence

from evals.citing import carried_share, is_cited, is_quoted, places_of
from evals.corpus import Corpus
from evals.facts import Fact, Kind, Nugget
from evals.nuggets import is_stated
from evals.records import AnswerRecord

Score = float | None
Measure = Callable[[Fact, AnswerRecord, Corpus], Score]


def score_answer(fact: Fact, record: AnswerRecord, corpus: Corpus) -> dict[str, Score]:
    """Every measure of one answer, by name."""
    return {name: measure(fact, record, corpus) for name, measure in MEASURES.items()}


def passes(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """1 when nothing was lost: a correct answer whose vital nuggets are each cited to a page with
    gold for them, or no answer where there is none. A crash passes nothing."""
    if record.has_crashed:
        return 0.0
    if not fact.is_answerable:
        return float(not record.is_answered)
    if correct(fact, record, corpus) != 1.0:
        return correct(fact, record, corpus)
    return float(nuggets_cited(fact, record, corpus) in (None, 1.0))


def correct(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """1 when the answer shown states every vital nugget and no wrong fact."""
    vital = [nugget for nugget in fact.nuggets if nugget.is_vital]
    if not fact.is_answerable or not vital:
        return None
    return float(not missing(vital, record) and not wrong_facts(fact, record))


def vital_recall(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """The share of vital nuggets stated."""
    return _stated_share([nugget for nugget in fact.nuggets if nugget.is_vital], fact, record)


def nugget_recall(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """The share of all nuggets stated, vital or not."""
    return _stated_share([nugget for nugget in fact.nuggets if not nugget.must_not], fact, record)


def wrong_fact(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """1 when something is stated that must not be; None where the fact names no such thing."""
    if not any(nugget.must_not for nugget in fact.nuggets):
        return None
    return float(bool(wrong_facts(fact, record)))


def missing(nuggets: Sequence[Nugget], record: AnswerRecord) -> list[Nugget]:
    """Those nuggets that the answer does not state."""
    return [nugget for nugget in nuggets if not is_stated(nugget, record.shown)]


def wrong_facts(fact: Fact, record: AnswerRecord) -> list[Nugget]:
    """What must not be said and is; the losing claims of a conflict are shown, not said."""
    forbidden = [nugget for nugget in fact.nuggets if nugget.must_not]
    return [nugget for nugget in forbidden if is_stated(nugget, record.stated)]


def _stated_share(nuggets: Sequence[Nugget], fact: Fact, record: AnswerRecord) -> Score:
    if not fact.is_answerable or not nuggets:
        return None
    return 1 - len(missing(nuggets, record)) / len(nuggets)


def first_quote_gold(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """1 when the first quote shown overlaps gold by half of the shorter of the two."""
    if not fact.is_answerable or not fact.gold:
        return None
    return float(any(is_quoted(record.cited[:1], gold, corpus) for gold in fact.gold))


def any_quote_gold(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """1 when any quote shown overlaps gold by half of the shorter of the two."""
    if not fact.is_answerable or not fact.gold:
        return None
    return float(any(is_quoted(record.cited, gold, corpus) for gold in fact.gold))


def nuggets_cited(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """Of the vital nuggets stated, the share cited to a page with gold for them."""
    vital = [nugget for nugget in fact.nuggets if nugget.is_vital]
    lost = missing(vital, record)
    stated = [nugget for nugget in vital if nugget not in lost]
    if not fact.is_answerable or not fact.gold or not stated:
        return None
    return sum(is_cited(nugget, fact, record, corpus) for nugget in stated) / len(stated)


def statements_carried(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """The share of statements that a quote they cite carries, by their words."""
    return carried_share(record)


def citation_precision(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """The share of cited pages that hold gold for the fact."""
    if not fact.is_answerable or not fact.gold or not record.cited:
        return None
    gold = places_of(fact.gold)
    right = [(c.document, c.page) in gold for c in record.cited]
    return sum(right) / len(right)


def citation_recall(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """The share of pages with gold that are cited; an answer without citations recalls none."""
    if not fact.is_answerable or not fact.gold:
        return None
    gold = places_of(fact.gold)
    return len(gold & {(c.document, c.page) for c in record.cited}) / len(gold)


def quote_fidelity(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """The share of citations whose quote stands verbatim on its page, white space folded."""
    stands = [corpus.quote_stands(c.document, c.page, c.quote) for c in record.citations]
    return sum(stands) / len(stands) if stands else None


def quote_fidelity_in_original(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """The same against the original PDF as pypdf reads it; other originals are left out."""
    checked = [
        corpus.quote_stands_in_original(c.document, c.page, c.quote) for c in record.citations
    ]
    stands = [is_there for is_there in checked if is_there is not None]
    return sum(stands) / len(stands) if stands else None


def cites_forbidden(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """1 when a document is cited that must not be (superseded, or later than `as_of`)."""
    if not fact.forbidden_documents:
        return None
    return float(any(c.document in fact.forbidden_documents for c in record.cited))


def words_count(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """1 when the search for words (BM25) counts in the ranking: a retriever that has gone silent
    is seen by this before answers suffer."""
    return _counts(record, ("words", "words_sentence"))


def meaning_counts(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """1 when the search by meaning (dense vectors) counts in the ranking."""
    return _counts(record, ("dense", "dense_sentence"))


def _counts(record: AnswerRecord, names: Sequence[str]) -> Score:
    known = [record.parts[name] for name in names if name in record.parts]
    return float(any(known)) if known else None


def in_force(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """For a question about a day in the past: 1 when a document with gold is cited, none that was
    not in force then, and nothing is said that was true only before or after."""
    if fact.as_of is None or not fact.is_answerable or not fact.gold:
        return None
    cited = {c.document for c in record.cited}
    is_right = bool(cited & {gold.document for gold in fact.gold})
    is_wrong = bool(cited & set(fact.forbidden_documents)) or bool(wrong_facts(fact, record))
    return float(is_right and not is_wrong)


def abstained(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """On an unanswerable question: 1 when no answer is given."""
    return None if fact.is_answerable else float(not record.is_answered)


def refused(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """On an answerable question: 1 when no answer is given (over-refusal)."""
    return float(not record.is_answered) if fact.is_answerable else None


def both_sides(fact: Fact, record: AnswerRecord, corpus: Corpus) -> Score:
    """In a conflict: 1 when every vital nugget is shown and two pages with gold are cited (one
    where all the gold is on one page)."""
    if fact.kind is not Kind.CONFLICT or not fact.is_answerable or not fact.gold:
        return None
    gold = places_of(fact.gold)
    cited = gold & {(c.document, c.page) for c in record.cited}
    vital = [nugget for nugget in fact.nuggets if nugget.is_vital]
    return float(len(cited) >= min(2, len(gold)) and not missing(vital, record))


MEASURES: Mapping[str, Measure] = {
    "passes": passes,
    "correct": correct,
    "vital nuggets": vital_recall,
    "all nuggets": nugget_recall,
    "wrong fact": wrong_fact,
    "first quote gold": first_quote_gold,
    "any quote gold": any_quote_gold,
    "citation precision": citation_precision,
    "citation recall": citation_recall,
    "nuggets cited": nuggets_cited,
    "statements carried": statements_carried,
    "quote fidelity": quote_fidelity,
    "quote fidelity in original": quote_fidelity_in_original,
    "cites forbidden": cites_forbidden,
    "words count": words_count,
    "meaning counts": meaning_counts,
    "in force": in_force,
    "abstains": abstained,
    "over-refusal": refused,
    "both sides": both_sides,
}

RETRIEVERS = ("words count", "meaning counts")
"""The measures that say whether a retriever has its say."""
LOWER_IS_BETTER = frozenset({"wrong fact", "cites forbidden", "over-refusal"})
