"""A store over a BEIR collection: each document a page, split and encoded as ingest does it."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.beir_folder import Text
from docs_store.catalogue_writer import CatalogueWriter
from docs_store.documents import Dates, Document, DocumentKind, Page, Passage, Sentence, Span
from docs_store.encoder import Encoder
from docs_store.sources import Source, SourceRank
from docs_store.vectors import Vectors
from ingest.copies import sketch_of
from ingest.sentences import sentences_of

_MAX_TOKENS = 200
_TOGETHER = 250


def build_store(
    store: Path, documents: Sequence[Text], encoder: Encoder, count_tokens: Callable[[str], int]
) -> None:
    """Make a store in the new folder `store`."""
    with (
        closing(CatalogueWriter.create(store)) as catalogue,
        closing(Vectors(store)) as vectors,
    ):
        catalogue.set_meta("encoder", encoder.id)
        for some in _some_at_a_time(documents):
            _put(catalogue, some, encoder, count_tokens)
            for text in some:
                vectors.put_document(catalogue, text.id)
                catalogue.mark_indexed(text.id)


def _some_at_a_time(documents: Sequence[Text]) -> Iterator[Sequence[Text]]:
    for at in range(0, len(documents), _TOGETHER):
        yield documents[at : at + _TOGETHER]


def _put(
    catalogue: CatalogueWriter,
    documents: Sequence[Text],
    encoder: Encoder,
    count_tokens: Callable[[str], int],
) -> None:
    pages = [Page(None, "\n".join(filter(None, (text.title, text.text)))) for text in documents]
    made = [
        passages_of(text.id, page.text, count_tokens)
        for text, page in zip(documents, pages, strict=True)
    ]
    passages = [passage for of_document in made for passage in of_document]
    ranges = [[(s.start, s.end) for s in passage.sentences] for passage in passages]
    encodings = iter(encoder.encode_passages([passage.text for passage in passages], ranges))
    for text, page, own in zip(documents, pages, made, strict=True):
        catalogue.put(
            _document(text),
            [page],
            own,
            [next(encodings) for _ in own],
            path=Path("/beir") / text.id,
            root=Path("/beir"),
            made_by="beir",
            sketch=sketch_of(own),
        )


def passages_of(document_id: str, page: str, count_tokens: Callable[[str], int]) -> list[Passage]:
    """Whole sentences in their order, as many to a passage as the encoder reads whole."""
    groups: list[list[tuple[int, int]]] = []
    tokens = 0
    for start, end in sentences_of(page):
        count = count_tokens(page[start:end])
        if not groups or tokens + count > _MAX_TOKENS:
            groups.append([])
            tokens = 0
        groups[-1].append((start, end))
        tokens += count
    return [_passage(document_id, n, page, group) for n, group in enumerate(groups)]


def _passage(document_id: str, n: int, page: str, group: Sequence[tuple[int, int]]) -> Passage:
    text, sentences = "", []
    for start, end in group:
        text += (" " if text else "") + page[start:end]
        at = len(text) - (end - start)
        sentences.append(Sentence(at, len(text), (Span(0, start, end),)))
    return Passage(
        id=f"{document_id}#{n}",
        document_id=document_id,
        ordinal=n,
        text=text,
        heading="",
        paragraph=None,
        page_first=None,
        page_last=None,
        sentences=tuple(sentences),
    )


def _document(text: Text) -> Document:
    return Document(
        id=text.id,
        title=text.title or text.id,
        kind=DocumentKind.OTHER,
        council=None,
        source=Source("BEIR", SourceRank.AGGREGATOR),
        dates=Dates(),
        sha256=hashlib.sha256(f"{text.id}\0{text.title}\0{text.text}".encode()).hexdigest(),
        page_count=None,
    )
