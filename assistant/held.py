"""What the store holds, as one unchanging view that a question is answered from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from assistant.register.build import build_register
from assistant.register.reading import Reader
from assistant.register.records import Register
from assistant.rerank import LateInteraction, Rarity
from assistant.write_extractive import Pages
from docs_store.catalogue import Catalogue
from docs_store.documents import Document
from docs_store.fulltext import has_word
from docs_store.sentence_vectors import SentenceVectors

_DOCUMENTS_KEPT = 1024
"""How many documents' pages are kept at hand: a report has some 50 kB of text."""


@dataclass(frozen=True, slots=True)
class Held:
    """The documents by id, their pages, their sentences' vectors, late interaction over their words,
    and the judgement register with its reader of questions, as at one version of the store."""

    version: str | None
    documents: Mapping[str, Document]
    sentences: SentenceVectors
    late: LateInteraction
    pages: Pages
    register: Register
    reader: Reader

    @classmethod
    def load(cls, catalogue: Catalogue) -> "Held":
        """What is held now."""
        version = catalogue.meta("version")
        documents = {document.id: document for document in catalogue.documents()}
        register = build_register(documents, catalogue.judgements())
        pages = lru_cache(maxsize=_DOCUMENTS_KEPT)(catalogue.pages)
        for inspection in register.all_held():
            pages(inspection.document.id)  # so that no list of councils has to wait for them
        rarity = Rarity(np.frombuffer(ids, np.int32) for ids in catalogue.token_ids())
        return cls(
            version,
            documents,
            SentenceVectors.load(catalogue),
            LateInteraction(rarity),
            pages,
            register,
            Reader.of(
                register.inspections,
                register.people,
                lambda word: has_word(catalogue, word),
            ),
        )
