"""The two steps of the llama-index `IngestionPipeline`: split a document, encode its passages."""

from collections.abc import Callable, Sequence
from typing import Any

from llama_index.core.schema import BaseNode, TextNode, TransformComponent
from pydantic import PrivateAttr

from docs_store.documents import Passage
from docs_store.encoder import Encoder, Range
from docs_store.encodings import Encoding
from docs_store.nodes import to_node, to_passage

Split = Callable[[str], Sequence[Passage]]


class SplitPassages(TransformComponent):
    """Turns each document node into one node a passage; `split` is given the document's id."""

    _split: Split = PrivateAttr()

    def __init__(self, split: Split) -> None:
        super().__init__()
        self._split = split

    def __call__(self, nodes: Sequence[BaseNode], **_: Any) -> Sequence[BaseNode]:
        """Document nodes in, passage nodes out."""
        return [to_node(passage) for node in nodes for passage in self._split(node.node_id)]


class EncodePassages(TransformComponent):
    """Sets each node's embedding; the full encodings are kept in `encodings`, by passage id."""

    _encoder: Encoder = PrivateAttr()
    _encodings: dict[str, Encoding] = PrivateAttr(default_factory=dict)

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self._encoder = encoder

    @property
    def encodings(self) -> dict[str, Encoding]:
        """What was made of every passage so far, by id."""
        return self._encodings

    def __call__(self, nodes: Sequence[BaseNode], **_: Any) -> Sequence[BaseNode]:
        """Passage nodes in, the same nodes with embeddings out."""
        passages = [to_passage(node) for node in nodes if isinstance(node, TextNode)]
        encodings = self._encoder.encode_passages(
            [_prefix(p) + p.text for p in passages],
            [_ranges(p, len(_prefix(p))) for p in passages],
        )
        for node, passage, encoding in zip(nodes, passages, encodings, strict=True):
            node.embedding = encoding.dense.tolist()
            self._encodings[passage.id] = encoding
        return nodes


def _prefix(passage: Passage) -> str:
    """The encoder reads a passage's heading before its text."""
    return f"{passage.heading}\n" if passage.heading else ""


def _ranges(passage: Passage, shift: int) -> list[Range]:
    return [(s.start + shift, s.end + shift) for s in passage.sentences]
