"""Faults to plant, one in each stage of an answer, and the stage that should be blamed for each.

A plant is a context in which an assistant built over a catalogue has the fault: it may change the
catalogue before the assistant is built, replace a step, or stand between it and who asks.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any
from unittest.mock import patch

from assistant import abstain, evidence, retrieve
from assistant.answers import Answer, Citation, Question, Statement, Status
from assistant.fuse import fuse
from docs_store.catalogue import Catalogue
from docs_store.documents import Page, Passage
from evals.asking import Asks
from evals.citing import Place
from evals.corpus import pages_of
from evals.facts import Kind
from evals.misses import Stage
from evals.sheets import Sheet, SheetRow
from evals.stored import StoredRun


@dataclass(frozen=True, slots=True)
class Plant:
    """A fault: what is done, the stages that may rightly be blamed, and how it is done.

    `spoil` changes the catalogue, `replaces` holds while the assistant is used, `wraps` stands
    between the assistant and the evals. `kind` is the kind of fact that is lost by it.
    """

    name: str
    blamed: tuple[Stage, ...]
    spoil: Callable[[Catalogue, Place], None] = lambda _catalogue, _place: None
    replaces: Callable[[], AbstractContextManager[object]] = nullcontext
    wraps: Callable[[Asks], Asks] = lambda assistant: assistant
    kind: Kind | None = None

    def has_something_to_lose(self, rows: Iterable[SheetRow]) -> bool:
        """False where no fact that passes is of the kind the fault strikes (None: any)."""
        return any(
            row.has_passed and self.kind in (None, *row.slices.get("kind", ())) for row in rows
        )


@dataclass(frozen=True, slots=True)
class Changed:
    """An assistant whose questions or answers are changed on the way."""

    inner: Asks
    question: Callable[[Question], Question] = field(default=lambda question: question)
    answer: Callable[[Answer], Answer] = field(default=lambda answer: answer)

    def ask(self, question: Question) -> Answer:
        """What the assistant answers to the changed question, changed."""
        answer = self.answer(self.inner.ask(self.question(question)))
        return replace(answer, question=question)


def page_to_lose(run: StoredRun, sheet: Sheet) -> Place:
    """The page that most facts which pass have gold on."""
    passing = [fact for fact in run.facts if sheet.rows[fact.id].has_passed]
    counts = Counter((g.document, g.page) for fact in passing for g in fact.gold)
    return counts.most_common(1)[0][0]


def lose_page(catalogue: Catalogue, place: Place) -> None:
    """As if a reader had found no text on the page."""
    document, number = place
    read_pages = catalogue.pages

    def pages(document_id: str) -> tuple[Page, ...]:
        found = read_pages(document_id)
        if document_id != document:
            return found
        return tuple(Page(p.number, "") if p.number == number else p for p in found)

    _set(catalogue, "pages", pages)
    _lose_judgements(catalogue, place)
    lose_passages(catalogue, place)


def _lose_judgements(catalogue: Catalogue, place: Place) -> None:
    positions = {
        position
        for position, page in enumerate(catalogue.pages(place[0]))
        if page.number == place[1]
    }
    kept = [
        judgement
        for judgement in catalogue.judgements()
        if judgement.document_id != place[0]
        or not positions & {span.page for span in judgement.spans}
    ]
    _set(catalogue, "judgements", lambda council=None: tuple(kept))


def lose_passages(catalogue: Catalogue, place: Place) -> None:
    """As if the page had been read and never split or indexed."""
    document, number = place
    passages_of, read = catalogue.passages_of, catalogue.read
    lost = {p.id for p in passages_of(document) if number in pages_of(p)}

    def without(document_id: str) -> tuple[Passage, ...]:
        return tuple(p for p in passages_of(document_id) if p.id not in lost)

    def found(ids: Sequence[str]) -> Any:
        return read([key for key in ids if key not in lost])

    _set(catalogue, "passages_of", without)
    _set(catalogue, "read", found)


def _set(catalogue: Catalogue, name: str, method: Callable[..., Any]) -> None:
    setattr(catalogue, name, method)


@contextmanager
def _without_words() -> Iterator[None]:
    nothing: Callable[..., list[tuple[str, float]]] = lambda *_: []  # noqa: E731
    with (
        patch.object(retrieve, "search_passages", nothing),
        patch.object(retrieve, "search_sentences", nothing),
    ):
        yield


@contextmanager
def _best_last() -> Iterator[None]:
    """Fused scores with their sign turned, as by a distance taken for a similarity."""

    def turned(*given: Any) -> Any:
        total, parts = fuse(*given)
        return -total, parts

    with patch("assistant.rank.fuse", turned):
        yield


@contextmanager
def _worst_sentences() -> Iterator[None]:
    ranked = evidence.rank_sentences
    with patch.object(evidence, "rank_sentences", lambda *given: ranked(*given)[::-1]):
        yield


@contextmanager
def _never_abstaining() -> Iterator[None]:
    nothing: Callable[..., None] = lambda *_: None  # noqa: E731
    with (
        patch.object(abstain, "refuse_question", nothing),
        patch.object(abstain, "refuse_evidence", nothing),
    ):
        yield


def _forgetful(question: Question) -> Question:
    return replace(question, history=())


def _timid(answer: Answer) -> Answer:
    is_timid = len(answer.question.text) % 3 == 0
    return replace(answer, status=Status.NO_EVIDENCE) if is_timid else answer


def _without_figures(answer: Answer) -> Answer:
    """Digits and capitals are lost from what is said; the quotes keep theirs."""

    def said(text: str) -> str:
        return re.sub(r"\d|\b[A-Z]\w*", "", text)

    statements = tuple(replace(s, text=said(s.text)) for s in answer.statements)
    return replace(answer, statements=statements, short_answer=said(answer.short_answer))


def _with_swapped_citations(answer: Answer) -> Answer:
    numbers = [statement.citations for statement in answer.statements]
    turned = numbers[1:] + numbers[:1]
    swapped = tuple(
        Statement(statement.text, given)
        for statement, given in zip(answer.statements, turned, strict=True)
    )
    return replace(answer, statements=swapped)


def _on_the_wrong_page(answer: Answer) -> Answer:
    def moved(citation: Citation) -> Citation:
        return citation if citation.page is None else replace(citation, page=citation.page + 1)

    return replace(answer, citations=tuple(moved(citation) for citation in answer.citations))


def _questions(change: Callable[[Question], Question]) -> Callable[[Asks], Asks]:
    return lambda inner: Changed(inner, question=change)


def _answers(change: Callable[[Answer], Answer]) -> Callable[[Asks], Asks]:
    return lambda inner: Changed(inner, answer=change)


PLANTS = (
    Plant("a page is lost", (Stage.NOT_PARSED,), spoil=lose_page),
    Plant("a page is not indexed", (Stage.NOT_INDEXED,), spoil=lose_passages),
    Plant(
        "history is ignored",
        (Stage.HISTORY_UNUSED,),
        wraps=_questions(_forgetful),
        kind=Kind.FOLLOWUP,
    ),
    Plant("BM25 is dropped", (Stage.NOT_RETRIEVED, Stage.RANKED_LOW), replaces=_without_words),
    Plant(
        "best and worst are swapped", (Stage.NOT_RETRIEVED, Stage.RANKED_LOW), replaces=_best_last
    ),
    Plant("one in three is refused", (Stage.REFUSED,), wraps=_answers(_timid)),
    Plant("the worst sentences are quoted", (Stage.NOT_SELECTED,), replaces=_worst_sentences),
    Plant("figures and names are left out", (Stage.NOT_STATED,), wraps=_answers(_without_figures)),
    Plant("citations are swapped", (Stage.NOT_CITED,), wraps=_answers(_with_swapped_citations)),
    Plant("the wrong page is cited", (Stage.NOT_CITED,), wraps=_answers(_on_the_wrong_page)),
    Plant(
        "it never abstains",
        (Stage.NOT_ABSTAINED,),
        replaces=_never_abstaining,
        kind=Kind.UNANSWERABLE,
    ),
)
