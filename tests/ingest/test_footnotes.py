from docs_store.documents import Page
from ingest.footnotes import take_notes
from ingest.lines import lines_of


def taken(*pages):
    kept, notes, marks = take_notes(lines_of([Page(i, t) for i, t in enumerate(pages, 1)]))
    return (
        [[line.text for line in page] for page in kept],
        [" ".join(line.text for line in note) for note in notes],
        marks,
    )


def test_a_footnote_is_set_apart_so_that_the_sentence_goes_on_over_the_page():
    kept, notes, marks = taken(
        "Some young people1 wait\n   \n1 This report calls them care\nleavers throughout.",
        "far too long.",
    )
    assert kept == [["Some young people1 wait"], ["far too long."]]
    assert notes == ["This report calls them care leavers throughout."]
    assert marks == {0: frozenset({"1"})}


def test_numbered_lines_without_a_mark_in_the_text_are_no_footnotes():
    text = "Of the children in care:\n12 Live with families.\n3 Live alone."
    kept, notes, marks = taken(text)
    assert (kept, notes, marks) == ([text.split("\n")], [], {})
