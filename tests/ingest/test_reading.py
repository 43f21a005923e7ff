from docs_store.documents import Page
from ingest.reading import Metadata, PageWriter, ReadResult, Role, storable


def test_hints_are_exactly_what_was_written():
    writer = PageWriter()
    for role, text in (
        (Role.HEADING, "Plans"),
        (Role.PARAGRAPH, " All are clear. "),
        (Role.ROW, "a\tb"),
        (Role.PARAGRAPH, "  "),
    ):
        writer.write(text, role)
    assert writer.text == "Plans\n\nAll are clear.\na\tb"
    assert [writer.text[hint.start : hint.end] for hint in writer.hints] == [
        "Plans",
        "All are clear.",
        "a\tb",
    ]


def test_a_block_of_absurd_length_is_written_in_pieces():
    writer = PageWriter()
    writer.write("Visits are on time. " * 2_000, Role.PARAGRAPH)
    assert len(writer.hints) > 1
    assert all(hint.end - hint.start <= 12_000 for hint in writer.hints)
    assert "".join(writer.text.split()) == "Visitsareontime." * 2_000


def test_characters_that_no_database_takes_are_replaced_one_for_one():
    result = storable(ReadResult("text", (Page(None, "a\0b\ud800c"),)))
    assert result.pages[0].text == "a\ufffdb\ufffdc"


def test_names_of_absurd_length_are_cut():
    metadata = Metadata(title="t" * 5_000, site="s" * 5_000, address="a" * 5_000)
    bounded = storable(ReadResult("html", (Page(None, "words"),), metadata=metadata)).metadata
    assert (bounded.title, bounded.site) == ("t" * 300, "s" * 300)
    assert bounded.address == "a" * 2_000
