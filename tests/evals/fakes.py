"""A tiny corpus of two documents, facts about it, and assistants that are right, silent or wrong."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.answers import Answer, Citation, Hit, Question, Statement, Status
from docs_store.documents import Document, DocumentKind, Page, Passage, Span
from evals.corpus import Corpus
from evals.facts import Fact, Manifest, Pack
from evals.records import AnswerRecord, Cited, Ranked, Said
from tests.fakes import make_document

REPORT = "report.pdf"
NEWS = "news.txt"
PAGES = {
    REPORT: (
        Page(1, "The council requires improvement to be good.\nLead inspector: Ann Lee."),
        Page(2, "There were 47 children\nwithout a social worker. Morale is good."),
    ),
    NEWS: (Page(None, "Councillors said that 45 children had no social worker."),),
}


class FakeCatalogue:
    """Two documents, a passage for each sentence."""

    def documents(self) -> tuple[Document, ...]:
        return (make_document(NEWS, kind=DocumentKind.PRESS), make_document(REPORT))

    def document(self, document_id: str) -> Document | None:
        return {d.id: d for d in self.documents()}.get(document_id)

    def pages(self, document_id: str) -> tuple[Page, ...]:
        return PAGES.get(document_id, ())

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        return tuple(p for p in PASSAGES if p.document_id == document_id)


def passage(document_id: str, ordinal: int, text: str, page: int | None) -> Passage:
    key = f"{document_id}#{ordinal}"
    return Passage(key, document_id, ordinal, text, "", None, page, page, ())


PASSAGES = (
    passage(REPORT, 0, "The council requires improvement to be good.", 1),
    passage(REPORT, 1, "Lead inspector: Ann Lee.", 1),
    passage(REPORT, 2, "There were 47 children without a social worker.", 2),
    passage(REPORT, 3, "Morale is good.", 2),
    passage(NEWS, 0, "Councillors said that 45 children had no social worker.", None),
)


def make_corpus(original: Path | None = None) -> Corpus:
    return Corpus(FakeCatalogue(), lambda _sha256: original)


def make_fact(fact_id: str = "f1", **given: Any) -> Fact:
    """An answerable fact about 47 children on page 2 of the report, unless told otherwise."""
    fields: dict[str, object] = {
        "id": fact_id,
        "question": "How many children had no social worker?",
        "kind": "number",
        "expected_status": "answered",
        "nuggets": [{"text": "47"}],
        "gold": [{"document": REPORT, "page": 2, "quote": "There were 47 children without"}],
    }
    return Fact.model_validate(fields | given)


def make_unanswerable(fact_id: str = "u1", **given: Any) -> Fact:
    fields: dict[str, Any] = {
        "expected_status": "unanswerable",
        "kind": "unanswerable",
        "nuggets": [],
        "gold": [],
    }
    return make_fact(fact_id, **(fields | given))


CONFLICT: dict[str, Any] = {
    "kind": "conflict",
    "nuggets": [{"text": "47"}, {"text": "45"}],
    "gold": [
        {"document": REPORT, "page": 2, "quote": "47 children"},
        {"document": NEWS, "page": None, "from": "45 children had no", "to": "no social worker"},
    ],
}


def facts() -> tuple[Fact, ...]:
    """Four facts: a number, a person, a conflict, and one that cannot be answered."""
    inspector: dict[str, Any] = {
        "question": "Who led it?",
        "kind": "who",
        "nuggets": [{"text": "Ann Lee"}],
        "gold": [{"document": REPORT, "page": 1, "quote": "Lead inspector: Ann Lee"}],
        "split": "test",
    }
    return (
        make_fact("f1"),
        make_fact("f2", **inspector),
        make_fact("f3", question="Do the counts differ?", **CONFLICT),
        make_unanswerable("u1", question="What did it cost?"),
    )


def make_pack(folder: Path = Path("packs/tiny"), facts: Sequence[Fact] = facts()) -> Pack:
    documents = [{"path": d.id, "sha256": d.sha256} for d in FakeCatalogue().documents()]
    manifest = Manifest.model_validate({"title": "Tiny", "documents": documents})
    return Pack(name="tiny", folder=folder, manifest=manifest, facts=tuple(facts))


def make_record(
    *texts: str,
    cited: Sequence[tuple[str, int | None, str]] = (),
    hits: Sequence[int] = (),
    status: Status = Status.ANSWERED,
    short_answer: str = "",
    claims: Sequence[tuple[str, int]] = (),
    **more: Any,
) -> AnswerRecord:
    """An answer of those statements; citation n stands under statement n, `hits` are passages;
    `more` are fields of the record."""
    citations = tuple(Cited(n, *place) for n, place in enumerate(cited, start=1))
    said = [Said(text, (n,)) for n, text in enumerate(texts, start=1)]
    ranked = [PASSAGES[at] for at in hits]
    return AnswerRecord(
        id="f1",
        status=status,
        short_answer=short_answer,
        statements=tuple(said),
        citations=citations,
        claims=tuple(Said(value, (n,)) for value, n in claims),
        hits=tuple(Ranked(p.id, p.document_id, p.page_first, p.page_last) for p in ranked),
        **more,
    )


class Oracle:
    """Knows the facts: answers with the gold sentence, abstains where it should."""

    def __init__(self, known: Sequence[Fact] = facts()) -> None:
        self.catalogue = FakeCatalogue()
        self._known = {fact.question: fact for fact in known}

    def ask(self, question: Question) -> Answer:
        fact = self._known[question.text]
        if not fact.is_answerable:
            return Answer(question, question.text, Status.NO_EVIDENCE)
        right = [p for p in PASSAGES if p.id in make_corpus().relevant_passages(fact.gold)]
        others = [p for p in PASSAGES if p not in right]
        hits = tuple(Hit(p, 1.0 - at / 10) for at, p in enumerate([*right, *others]))
        citations = tuple(cite(p, n) for n, p in enumerate(right, start=1))
        statements = tuple(Statement(p.text, (n,)) for n, p in enumerate(right, start=1))
        return Answer(
            question,
            question.text,
            Status.ANSWERED,
            statements=statements,
            citations=citations,
            hits=hits,
            timings_ms={"total": 1.0},
        )


def cite(cited: Passage, n: int) -> Citation:
    return Citation(
        n=n,
        id=hashlib.sha256(cited.id.encode()).hexdigest()[:12] + ".0.0-1",
        document=cited.document_id,
        title=cited.document_id,
        kind=DocumentKind.OTHER,
        council=None,
        publisher="Ofsted",
        published=None,
        page=cited.page_first,
        paragraph=None,
        quote=cited.text,
        span=Span(0, 0, 1),
    )


class Abstainer(Oracle):
    """Never answers."""

    def ask(self, question: Question) -> Answer:
        return Answer(question, question.text, Status.NO_EVIDENCE)


class Breaker(Oracle):
    """Raises on every question."""

    def ask(self, question: Question) -> Answer:
        raise RuntimeError("no luck")
