"""The one place that opens a store for answering, loads the models and joins the parts."""

from pathlib import Path

from assistant.ask import Assistant
from assistant.rerank import CrossEncoderReranker
from assistant.settings import AssistantSettings
from docs_store.catalogue import Catalogue
from docs_store.encoder import Encoder
from docs_store.errors import StoreDamaged, StoreError, StoreMissing
from docs_store.vectors import Vectors


def build_assistant(
    store_dir: Path, settings: AssistantSettings | None = None, encoder_model: str = ""
) -> Assistant:
    """An assistant over the store in `store_dir`; loading the models takes seconds.

    Raises StoreError for a store that cannot be used (StoreMissing for one without a document),
    EncoderError for missing weights.
    """
    settings = settings or AssistantSettings()
    catalogue = Catalogue.open(store_dir)
    if not catalogue.documents():
        catalogue.close()
        raise StoreMissing(
            f"The store in {store_dir} holds no documents: "
            f'add some with "python -m ingest FOLDER --store {store_dir}".'
        )
    encoder = Encoder(encoder_model)
    if catalogue.meta("encoder") not in (None, encoder.id):
        made_with = catalogue.meta("encoder")
        catalogue.close()
        raise StoreError(
            f"The store in {store_dir} was made with another encoder ({made_with}): "
            "set STORE_ENCODER to that one, or ingest the documents into a new store."
        )
    reranker = CrossEncoderReranker(settings.reranker) if settings.reranker else None
    return Assistant(catalogue, _whole_index(catalogue), encoder, settings, reranker)


def _whole_index(catalogue: Catalogue) -> Vectors:
    """The vector index. Raises StoreDamaged where it lacks what the catalogue says it holds: answers
    would be found by words alone, and nobody would know."""
    wanted = catalogue.indexed_passages()
    vectors = Vectors(catalogue.store_dir)
    held = vectors.count()
    if held < wanted:
        vectors.close()
        catalogue.close()
        raise StoreDamaged(
            f"The vector index in {catalogue.store_dir} holds {held:,} of {wanted:,} passages: make "
            f'it anew with "python -m ingest rebuild --store {catalogue.store_dir}".'
        )
    return vectors
