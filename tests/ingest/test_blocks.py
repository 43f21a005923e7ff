from ingest.blocks import Block, Kind, is_caption
from tests.ingest.shared import lines


def test_a_block_is_its_lines_joined():
    block = Block(Kind.PARAGRAPH, lines("one", "two", "three"))
    assert (block.text, block.tail) == ("one two three", "two three")


def test_a_caption_names_a_table():
    assert is_caption(Block(Kind.PARAGRAPH, lines("Table 1: main measures")))
    assert not is_caption(Block(Kind.PARAGRAPH, lines("Tables are shown below")))
