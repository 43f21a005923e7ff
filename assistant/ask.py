"""One question in, one `Answer` out, as a literal list of steps.

interpret → look up in the register → retrieve → fuse → rerank → choose evidence → abstain or write
→ check
"""

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant import abstain, evidence, inspectors, write_extractive
from assistant.answers import Answer, Hit, Progress, Question, Status
from assistant.held import Held
from assistant.interpret import Form, Interpretation, interpret
from assistant.rank import rank
from assistant.register.answer import answer_from_register
from assistant.register.quoted import passages_quoted
from assistant.rerank import Reranker
from assistant.retrieve import Query, Retriever
from assistant.scope import documents_in_scope, words_for_searched
from assistant.settings import AssistantSettings
from assistant.weigh import year_bonus, years_asked
from assistant.words import content_words
from docs_store.catalogue import Catalogue
from docs_store.documents import Document
from docs_store.encoder import Encoder
from docs_store.errors import BadQuestion
from docs_store.fulltext import passages_with
from docs_store.vectors import Vectors

log = logging.getLogger(__name__)

_MARGIN = 1.5


@dataclass(slots=True)
class _Timings:
    """Milliseconds by step, and one log line for each."""

    question_id: str
    ms: dict[str, float] = field(default_factory=dict)
    _started: float = field(default_factory=time.perf_counter)
    _last: float = field(default_factory=time.perf_counter)

    def done(self, step: str) -> None:
        now = time.perf_counter()
        self.ms[step] = round((now - self._last) * 1000, 2)
        self.ms["total"] = round((now - self._started) * 1000, 2)
        self._last = now
        log.debug("question_id=%s step=%s ms=%s", self.question_id, step, self.ms[step])


class Assistant:
    """Answers questions over one store. Safe to share between threads."""

    def __init__(
        self,
        catalogue: Catalogue,
        vectors: Vectors,
        encoder: Encoder,
        settings: AssistantSettings,
        reranker: Reranker | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.settings = settings
        self._vectors = vectors
        self._encoder = encoder
        self._retriever = Retriever(catalogue, vectors)
        self._reranker = reranker
        self._refreshing = threading.Lock()
        self._last = Held.load(catalogue)

    def close(self) -> None:
        """Let go of the store."""
        self._vectors.close()
        self.catalogue.close()

    def ask(self, question: Question) -> Answer:
        """Answer a question; what cannot be answered comes back as an `Answer` that says so."""
        *_, last = self.stream(question)
        assert isinstance(last, Answer)
        return last

    def stream(self, question: Question) -> Iterator[Progress | Answer]:
        """`ask`, telling what is being done on the way; the last item is the `Answer`."""
        try:
            check(question, self.settings.longest_question)
        except BadQuestion as error:
            yield Answer(question, question.text, Status.ERROR_QUESTION, message=str(error))
            return
        refusal = abstain.refuse_question(question.text)
        if refusal:
            yield Answer(question, question.text, refusal.status, message=refusal.message)
            return
        held = self._held()
        yield Progress(f"Searching {_plural(len(held.documents), 'document')}…")
        yield from self._steps(question, held)

    def _steps(self, question: Question, held: Held) -> Iterator[Progress | Answer]:
        timings = _Timings(question.id)
        interpretation = interpret(question, tuple(held.documents.values()))
        timings.done("interpret")
        looked_up = self._look_up(question, interpretation, held)
        if looked_up is not None:
            timings.done("write")
            yield replace(looked_up, timings_ms=timings.ms)
            return
        within = documents_in_scope(held.documents.values(), interpretation.scope)
        query = self._query(interpretation, within, is_whole=len(within) == len(held.documents))
        found = self._retriever.candidates(query, held.sentences, self.settings.candidates)
        candidates = [c for c in found if c.passage.document_id in held.documents]
        timings.done("retrieve")
        yield Progress(f"Reading the {_plural(len(candidates), 'passage')} nearest the question…")
        years = years_asked(interpretation.standalone, question.as_of)
        hits, encodings = rank(
            interpretation.standalone,
            query.encoding,
            candidates,
            self._reranker or held.late,
            self.settings.retrieval_weights(),
            self.settings.reranked,
            year_bonus(within, years, self.settings.weight_year),
        )
        timings.done("rerank")
        ranked = evidence.rank_sentences(
            hits, encodings, query.encoding, interpretation.form, held.late
        )
        answer = self._write(question, interpretation, hits, ranked, within, held)
        timings.done("write")
        yield replace(answer, timings_ms=timings.ms)

    def _look_up(
        self, question: Question, interpretation: Interpretation, held: Held
    ) -> Answer | None:
        """What the judgement register says, with the passages that it quotes from; None where the
        question is for the passages."""
        answer = answer_from_register(
            question, interpretation.standalone, held.register, held.reader, held.pages
        )
        if answer is None:
            return None
        return replace(answer, hits=passages_quoted(answer.citations, self.catalogue))

    def _query(
        self, interpretation: Interpretation, within: Sequence[Document], *, is_whole: bool
    ) -> Query:
        return Query(
            encoding=self._encoder.encode_question(interpretation.standalone),
            words=content_words(interpretation.standalone),
            documents=() if is_whole else [d.id for d in within] or ["(none)"],
        )

    def _write(
        self,
        question: Question,
        interpretation: Interpretation,
        hits: Sequence[Hit],
        ranked: Sequence[evidence.Evidence],
        within: Sequence[Document],
        held: Held,
    ) -> Answer:
        searched = words_for_searched(within)
        shown = tuple(hits[: self.settings.shown])
        refusal = abstain.refuse_evidence(question.text, interpretation, hits, self._passages_with)
        who = self._who_inspected(question, interpretation, within)
        chosen = who or evidence.choose(ranked, self.settings.most_quotes, _MARGIN)
        if interpretation.form is Form.LIST:
            chosen = evidence.with_their_lists(chosen, self.settings.most_items)
        written = write_extractive.write(
            chosen, question.text, interpretation.form, held.documents, held.pages
        )
        if refusal is None and not written.statements:
            refusal = abstain.Refusal(Status.NO_EVIDENCE, "I can't find this in the documents.")
        if refusal is not None:
            return Answer(
                question,
                interpretation.standalone,
                refusal.status,
                message=refusal.message,
                hits=shown,
                scope=interpretation.scope,
                searched=searched,
                nearest=write_extractive.nearest(chosen, held.documents, held.pages),
            )
        cited = [held.documents[c.document].dates.as_at for c in written.citations]
        return Answer(
            question,
            interpretation.standalone,
            Status.ANSWERED,
            short_answer=self._short_answer(who, written, held),
            statements=written.statements,
            citations=written.citations,
            hits=shown,
            scope=interpretation.scope,
            as_of=max((d for d in cited if d), default=None),
            searched=searched,
        )

    def _who_inspected(
        self, question: Question, interpretation: Interpretation, within: Sequence[Document]
    ) -> list[evidence.Evidence]:
        """The sentences that name the inspectors asked for; [] for any other question."""
        text = interpretation.standalone
        if not inspectors.asks_who_inspected(text):
            return []
        meant = inspectors.occasions(text, years_asked(text, question.as_of), within)
        found = (
            inspectors.naming_sentence(document, self.catalogue.passages_of(document.id))
            for document in meant[: self.settings.most_quotes]
        )
        return [piece for piece in found if piece is not None]

    def _short_answer(
        self, who: Sequence[evidence.Evidence], written: write_extractive.Written, held: Held
    ) -> str:
        if len(who) == 1:
            names = held.documents[who[0].hit.passage.document_id].inspectors
            return " and ".join(names)
        return written.short_answer if self.settings.short_answers and not who else ""

    def _passages_with(self, word: str) -> int:
        return passages_with(self.catalogue, word)

    def _held(self) -> Held:
        """What is held now: the last view, or a new one if an ingest has changed the store."""
        with self._refreshing:
            if self.catalogue.meta("version") != self._last.version:
                self._vectors.reopen()
                self._last = Held.load(self.catalogue)
            return self._last


def check(question: Question, longest: int) -> None:
    """Raise BadQuestion for a question that is empty or longer than `longest` characters."""
    if not question.text.strip():
        raise BadQuestion("There is no question: type one, for example “What must improve?”")
    if len(question.text) > longest:
        raise BadQuestion(
            f"The question is {len(question.text):,} characters long; ask it in {longest:,} or fewer."
        )
    if any(len(said) > longest for said in question.history):
        raise BadQuestion(
            f"A question before this one is longer than {longest:,} characters; start afresh."
        )


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
