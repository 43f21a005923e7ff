"""Small made-up documents, and an encoder that needs no weights, for tests."""

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np

from docs_store.catalogue_writer import CatalogueWriter
from docs_store.documents import (
    Dates,
    Document,
    DocumentKind,
    Page,
    Passage,
    Sentence,
    Span,
)
from docs_store.encodings import DIMENSIONS, Encoding, Floats
from docs_store.judgements import Judgement
from docs_store.sources import Source, SourceRank
from ingest.copies import sketch_of


def make_document(
    document_id: str = "letter.pdf",
    *,
    council: str | None = "Eastmere",
    kind: DocumentKind = DocumentKind.MONITORING_LETTER,
    rank: SourceRank = SourceRank.INSPECTORATE,
    on_site: date | None = date(2018, 10, 3),
    published: date | None = date(2018, 10, 25),
) -> Document:
    """A letter about Eastmere; its sha256 is made from its id."""
    return Document(
        id=document_id,
        title=f"Title of {document_id}",
        kind=kind,
        council=council,
        source=Source("Ofsted", rank),
        dates=Dates(on_site_from=on_site, on_site_to=on_site, published=published),
        sha256=hashlib.sha256(document_id.encode()).hexdigest(),
        page_count=1,
    )


def make_passage(
    document_id: str,
    ordinal: int,
    sentences: Sequence[str],
    *,
    page_text: str,
    page: int = 0,
    heading: str = "Findings",
    paragraph: str | None = None,
) -> Passage:
    """A passage of sentences that stand in `page_text`, joined by single spaces."""
    made, at = [], 0
    for text in sentences:
        start = page_text.index(text)
        made.append(Sentence(at, at + len(text), (Span(page, start, start + len(text)),)))
        at += len(text) + 1
    return Passage(
        id=f"{document_id}#{ordinal}",
        document_id=document_id,
        ordinal=ordinal,
        text=" ".join(sentences),
        heading=heading,
        paragraph=paragraph,
        page_first=page + 1,
        page_last=page + 1,
        sentences=tuple(made),
    )


def unit_vector(text: str) -> Floats:
    """A unit vector that depends on the words of a text alone: like texts have like vectors."""
    total = np.zeros(DIMENSIONS, np.float32)
    for word in re.findall(r"\w+", text.lower()) or ["(none)"]:
        seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
        total += np.random.default_rng(seed).standard_normal(DIMENSIONS).astype(np.float32)
    return total / np.linalg.norm(total)


def encode(text: str, ranges: Sequence[tuple[int, int]]) -> Encoding:
    """What an encoder would make of a text, a token a word, without one."""
    found = list(re.finditer(r"\w+", text))
    tokens = np.stack([unit_vector(m.group()) for m in found] or [unit_vector("")])
    owners = [
        next((i for i, (a, b) in enumerate(ranges) if a <= m.start() and m.end() <= b), -1)
        for m in found
    ] or [-1]
    ids = [
        1100 + int(hashlib.sha256(m.group().lower().encode()).hexdigest(), 16) % 9000 for m in found
    ]
    rows = [unit_vector(text[a:b]) for a, b in ranges]
    return Encoding(
        dense=unit_vector(text),
        sentences=np.stack(rows) if rows else np.zeros((0, DIMENSIONS), np.float32),
        token_ids=np.asarray(ids or [1100], np.int32),
        tokens=np.rint(tokens * 127).astype(np.int8),
        owners=np.asarray(owners, np.int16),
    )


def encode_passage(passage: Passage) -> Encoding:
    """`encode` for a passage and its sentences."""
    return encode(passage.text, [(s.start, s.end) for s in passage.sentences])


def put(
    catalogue: CatalogueWriter,
    document: Document,
    texts: Sequence[Sequence[str]],
    judgements: Sequence[Judgement] = (),
) -> tuple[Passage, ...]:
    """Catalogue a one-page document whose passages are these groups of sentences."""
    page_text = "\n".join(" ".join(group) for group in texts)
    passages = tuple(
        make_passage(document.id, i, group, page_text=page_text) for i, group in enumerate(texts)
    )
    catalogue.put(
        document,
        [Page(1, page_text)],
        passages,
        [encode_passage(p) for p in passages],
        path=Path("/somewhere") / document.id,
        root=Path("/somewhere"),
        made_by="test",
        sketch=sketch_of(passages),
        judgements=judgements,
    )
    return passages


class FakeEncoder:
    """Stands in for `docs_store.encoder.Encoder` where questions are encoded."""

    id = "fake"

    def encode_question(self, text: str) -> Encoding:
        """A question by its words alone."""
        return encode(text, [(0, len(text))])

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[tuple[int, int]]]
    ) -> list[Encoding]:
        """Passages by their words alone."""
        return [encode(t, ranges) for t, ranges in zip(texts, sentences, strict=True)]
