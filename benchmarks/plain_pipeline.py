"""The pipeline that anyone would write first: pypdf, llama-index's splitter, MiniLM, Chroma.

Speed is reported as a ratio to this one, run on the same files in the same minutes.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import PrivateAttr

from docs_store.commands import stay_offline
from docs_store.encoder import model_folder

stay_offline()

from llama_index.core import Document, StorageContext, VectorStoreIndex  # noqa: E402
from llama_index.core.base.embeddings.base import BaseEmbedding  # noqa: E402
from llama_index.core.node_parser import SentenceSplitter  # noqa: E402


class PlainEmbedding(BaseEmbedding):
    """What llama-index's own integration does with the same weights: `SentenceTransformer.encode`."""

    _model: Any = PrivateAttr()

    def __init__(self) -> None:
        super().__init__(embed_batch_size=10)
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(str(model_folder("")), device="cpu")

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._model.encode(texts, show_progress_bar=False).tolist()
        return vectors

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def ingest_plainly(files: Sequence[Path], store: Path, tokens: int) -> tuple[int, int]:
    """Index PDFs split at `tokens`; returns how many pages and passages."""
    import chromadb
    from llama_index.vector_stores.chroma import ChromaVectorStore
    from pypdf import PdfReader

    client = chromadb.PersistentClient(
        path=str(store), settings=chromadb.Settings(anonymized_telemetry=False)
    )
    vector_store = ChromaVectorStore(client.get_or_create_collection("plain"))
    documents = [
        Document(text=page.extract_text(), metadata={"file_name": file.name, "page_label": str(n)})
        for file in files
        for n, page in enumerate(PdfReader(file).pages, start=1)
    ]
    splitter = SentenceSplitter(chunk_size=tokens, chunk_overlap=min(200, tokens // 10))
    nodes = splitter.get_nodes_from_documents(documents)
    VectorStoreIndex(
        nodes,
        storage_context=StorageContext.from_defaults(vector_store=vector_store),
        embed_model=PlainEmbedding(),
        insert_batch_size=2000,
    )
    return len(documents), len(nodes)
