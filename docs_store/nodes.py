"""The only bridge between passages and llama-index nodes; it owns every metadata key.

No key is shown to an encoder or a language model: what they read is `TextNode.text` alone. The
keys avoid `document_id`, `doc_id` and `ref_doc_id`, which llama-index overwrites.
"""

import json
from dataclasses import asdict

from llama_index.core.schema import MetadataMode, NodeRelationship, RelatedNodeInfo, TextNode

from docs_store.documents import Passage, Sentence, Span

_PASSAGE = "passage"


def to_node(passage: Passage) -> TextNode:
    """A passage as a node with the passage's id and text."""
    fields = asdict(passage)
    del fields["text"]
    return TextNode(
        id_=passage.id,
        text=passage.text,
        metadata={_PASSAGE: json.dumps(fields)},
        excluded_embed_metadata_keys=[_PASSAGE],
        excluded_llm_metadata_keys=[_PASSAGE],
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=passage.document_id)},
    )


def to_passage(node: TextNode) -> Passage:
    """The passage a node was made from."""
    fields = json.loads(node.metadata[_PASSAGE])
    fields["sentences"] = tuple(
        Sentence(s["start"], s["end"], tuple(Span(**span) for span in s["spans"]))
        for s in fields["sentences"]
    )
    return Passage(text=node.get_content(MetadataMode.NONE), **fields)
