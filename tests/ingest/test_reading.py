from ingest.reading import PageWriter, Role


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
