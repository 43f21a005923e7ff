"""One question in, one `Answer` out, as a literal list of steps.

interpret → retrieve → fuse → rerank → choose evidence → abstain or write → check
"""

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from assistant import abstain, evidence, write_extractive
from assistant.answers import Answer, Hit, Progress, Question, Status
from assistant.fuse import fuse
from assistant.interpret import Interpretation, interpret
from assistant.rerank import LateInteraction, Rarity, Reranker
from assistant.retrieve import Candidate, Query, Retriever
from assistant.scope import documents_in_scope, words_for_searched
from assistant.settings import AssistantSettings
from assistant.words import content_words
from docs_store.catalogue import Catalogue
from docs_store.documents import Document, Page
from docs_store.encoder import Encoder
from docs_store.encodings import Encoding
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
        self._own_reranker = reranker
        self._version: str | None = None
        self._refresh()

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
        self._refresh()
        yield Progress(f"Searching {_plural(len(self._documents), 'document')}…")
        yield self._answer(question)

    def _answer(self, question: Question) -> Answer:
        timings = _Timings(question.id)
        interpretation = interpret(question, tuple(self._documents.values()))
        timings.done("interpret")
        within = documents_in_scope(self._documents.values(), interpretation.scope)
        query = self._query(interpretation, within)
        candidates = self._retriever.candidates(query, self.settings.candidates)
        timings.done("retrieve")
        hits, encodings = self._rank(interpretation.standalone, query.encoding, candidates)
        timings.done("rerank")
        ranked = evidence.rank_sentences(
            hits, encodings, query.encoding, interpretation.form, self._late
        )
        answer = self._write(question, interpretation, hits, ranked, within)
        timings.done("write")
        return _with_timings(answer, timings.ms)

    def _query(self, interpretation: Interpretation, within: Sequence[Document]) -> Query:
        is_whole = len(within) == len(self._documents)
        return Query(
            encoding=self._encoder.encode_question(interpretation.standalone),
            words=content_words(interpretation.standalone),
            documents=() if is_whole else [d.id for d in within] or ["(none)"],
        )

    def _rank(
        self, text: str, question: Encoding, candidates: Sequence[Candidate]
    ) -> tuple[list[Hit], list[Encoding]]:
        """Fuse, rerank the best, fuse again with the reranker's score; best first."""
        if not candidates:
            return [], []
        weights = self.settings.retrieval_weights()
        columns = {n: [c.scores[n] for c in candidates] for n in candidates[0].scores}
        fused, _ = fuse(columns, weights)
        best = np.argsort(-fused, kind="stable")[: self.settings.reranked]
        chosen = [candidates[i] for i in best]
        columns = {n: [c.scores[n] for c in chosen] for n in candidates[0].scores}
        columns["rerank"] = list(self._reranker.scores(text, question, chosen))
        total, parts = fuse(columns, weights)
        order = np.argsort(-total, kind="stable")
        hits = [
            Hit(
                chosen[i].passage,
                float(total[i]),
                {n: float(p[i]) for n, p in parts.items()} | {"cosine": chosen[i].scores["dense"]},
            )
            for i in order
        ]
        return hits, [chosen[i].encoding for i in order]

    def _write(
        self,
        question: Question,
        interpretation: Interpretation,
        hits: Sequence[Hit],
        ranked: Sequence[evidence.Evidence],
        within: Sequence[Document],
    ) -> Answer:
        searched = words_for_searched(within)
        shown = tuple(hits[: self.settings.shown])
        refusal = abstain.refuse_evidence(question.text, interpretation, hits, self._passages_with)
        chosen = evidence.choose(ranked, self.settings.most_quotes, _MARGIN)
        written = write_extractive.write(
            chosen, question.text, interpretation.form, self._documents, self._pages
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
                nearest=write_extractive.nearest(chosen, self._documents, self._pages),
            )
        cited = [self._documents[c.document].dates.as_at for c in written.citations]
        return Answer(
            question,
            interpretation.standalone,
            Status.ANSWERED,
            short_answer=written.short_answer,
            statements=written.statements,
            citations=written.citations,
            hits=shown,
            scope=interpretation.scope,
            as_of=max((d for d in cited if d), default=None),
            searched=searched,
        )

    def _passages_with(self, word: str) -> int:
        return passages_with(self.catalogue, word)

    def _refresh(self) -> None:
        """Take up what an ingest has changed since the last question."""
        version = self.catalogue.meta("version")
        if version == self._version:
            return
        self._documents = {document.id: document for document in self.catalogue.documents()}
        rarity = Rarity(np.frombuffer(ids, np.int32) for ids in self.catalogue.token_ids())
        self._late = LateInteraction(rarity)
        self._reranker: Reranker = self._own_reranker or self._late
        self._pages = lru_cache(maxsize=256)(self._load_pages)
        self._version = version

    def _load_pages(self, document_id: str) -> tuple[Page, ...]:
        return self.catalogue.pages(document_id)


def check(question: Question, longest: int) -> None:
    """Raise BadQuestion for a question that is empty or longer than `longest` characters."""
    if not question.text.strip():
        raise BadQuestion("There is no question: type one, for example “What must improve?”")
    if len(question.text) > longest:
        raise BadQuestion(
            f"The question is {len(question.text):,} characters long; ask it in {longest:,} or fewer."
        )


def _with_timings(answer: Answer, ms: dict[str, float]) -> Answer:
    from dataclasses import replace

    return replace(answer, timings_ms=ms)


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
