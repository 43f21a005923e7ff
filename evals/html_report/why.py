"""Why a fact passed or not, in one sentence, and what became of each thing that was expected."""

from dataclasses import dataclass

from evals.citing import gold_for, is_cited
from evals.corpus import Corpus
from evals.facts import Nugget
from evals.misses import Stage
from evals.nuggets import is_stated
from evals.summary import Scored

_WHY = {
    Stage.CRASHED: "The assistant failed with an error instead of answering.",
    Stage.NOT_PARSED: "The words that hold the answer are not on their page as it was read in.",
    Stage.NOT_INDEXED: "The words that hold the answer are on their page, but in no passage.",
    Stage.HISTORY_UNUSED: "The question was looked up as “{standalone}”, without a word from the "
    "questions before it.",
    Stage.NOT_RETRIEVED: "No passage that holds the answer is among the {found} that were found.",
    Stage.RANKED_LOW: "A passage that holds the answer was found, but not among the first {read}, "
    "which are the ones that are read.",
    Stage.REFUSED: "A passage that holds the answer was found and read, but no answer was given.",
    Stage.NOT_SELECTED: "A passage that holds the answer was found and read, but its words were "
    "not quoted.",
    Stage.NOT_STATED: "The words that hold the answer were quoted, but what is expected was not "
    "said.",
    Stage.WRONG_FACT: "What is expected was said, and beside it something that must not be.",
    Stage.NOT_CITED: "What is expected was said, but not cited to a page that holds it.",
    Stage.NOT_ABSTAINED: "The documents hold no answer, and one was given all the same.",
}
_ALL_SAID = "Everything that is expected was said, and cited to a page that holds it."
_RIGHTLY_SILENT = "The documents hold no answer, and none was given."
_NOT_JUDGED = "The fact names nothing that an answer must say, so it is not judged."
_NOT_FOLLOWED = "What is expected was not said. The fact names no place, so it cannot be followed."


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing that an answer must, may or must not say, and what became of it."""

    text: str
    aliases: tuple[str, ...]
    role: str
    verdict: str
    is_fault: bool


def why(one: Scored) -> str:
    """The sentence."""
    if one.stage is not None:
        record = one.record
        read = len(record.hits) if record.read is None else record.read
        return _WHY[one.stage].format(
            found=len(record.hits), read=read, standalone=record.standalone
        )
    passes = one.scores.get("passes")
    if passes is None:
        return _NOT_JUDGED
    if passes == 0.0:
        return _NOT_FOLLOWED
    return _ALL_SAID if one.fact.is_answerable else _RIGHTLY_SILENT


def expected_of(one: Scored, corpus: Corpus) -> list[Expected]:
    """What became of each nugget, what must be said first."""
    nuggets = sorted(one.fact.nuggets, key=lambda nugget: (nugget.must_not, not nugget.vital))
    return [_expected(nugget, one, corpus) for nugget in nuggets]


def _expected(nugget: Nugget, one: Scored, corpus: Corpus) -> Expected:
    if nugget.must_not:
        is_said = is_stated(nugget, one.record.stated)
        verdict = "said all the same" if is_said else "not said"
        return Expected(nugget.text, nugget.aliases, "must not say", verdict, is_said)
    is_said = is_stated(nugget, one.record.shown)
    role = "must say" if nugget.is_vital else "may say"
    verdict, is_fault = _said(nugget, one, corpus) if is_said else _missing(nugget, one, corpus)
    return Expected(nugget.text, nugget.aliases, role, verdict, is_fault and nugget.is_vital)


def _said(nugget: Nugget, one: Scored, corpus: Corpus) -> tuple[str, bool]:
    if not one.fact.gold:
        return "said", False
    if is_cited(nugget, one.fact, one.record, corpus):
        return "said and cited", False
    return "said, but not cited to a page that holds it", True


def _missing(nugget: Nugget, one: Scored, corpus: Corpus) -> tuple[str, bool]:
    if not one.fact.gold:
        return "not said", True
    relevant = corpus.relevant_passages(gold_for(one.fact, nugget, corpus))
    ranks = [n for n, hit in enumerate(one.record.hits, start=1) if hit.passage in relevant]
    if not ranks:
        return "not said; no passage found holds it", True
    return f"not said; passage {ranks[0]} of the {len(one.record.hits)} found holds it", True
