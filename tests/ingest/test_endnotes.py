from ingest.endnotes import take_endnotes
from tests.ingest.shared import lines


def test_endnotes_and_the_letters_glued_to_words_are_found_in_order():
    page = lines(
        "We answer the Best Begin Reporti, the Care Paperii",
        "and the new School Rulesiii now.",
        "",
        "i Begin well",
        "ii A paper on care",
        "iii Rules for schools",
        "",
        "The text goes on.",
    )
    marks: dict[int, set[str]] = {}
    kept, notes = take_endnotes([page], marks)
    assert [line.text for line in kept[0]][-1] == "The text goes on."
    assert [note[0].text for note in notes] == [
        "Begin well",
        "A paper on care",
        "Rules for schools",
    ]
    assert marks == {0: {"Paper|ii", "Rules|iii"}}


def test_a_line_that_opens_with_the_letter_i_is_no_endnote():
    marks: dict[int, set[str]] = {}
    page = lines("i think so", "and so do they")
    assert take_endnotes([page], marks) == ([page], [])
    assert marks == {}
