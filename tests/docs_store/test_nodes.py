from llama_index.core.schema import MetadataMode

from docs_store.nodes import to_node, to_passage
from tests.fakes import make_passage


def test_a_passage_comes_back_from_its_node_unchanged() -> None:
    passage = make_passage("d.pdf", 3, ["One.", "Two."], page_text="x One. Two.", paragraph="4.1")
    assert to_passage(to_node(passage)) == passage


def test_an_encoder_or_model_reads_the_text_of_a_node_and_nothing_else() -> None:
    node = to_node(make_passage("d.pdf", 0, ["One."], page_text="One."))
    assert node.get_content(MetadataMode.EMBED) == "One."
    assert node.get_content(MetadataMode.LLM) == "One."
