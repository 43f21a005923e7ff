from evals.html_report.marking import CUT, Piece, marked, range_of_letters, range_of_quote
from evals.matching import Stretch


def test_a_quote_is_found_whatever_its_white_space():
    assert range_of_quote("There were\n47  children. Good.", "were 47 children.") == (6, 24)


def test_a_quote_that_differs_in_marks_is_found_by_its_letters():
    assert range_of_quote("the council’s “plan”", "council's \"plan") == (4, 19)


def test_a_quote_that_is_not_there_has_no_place():
    assert range_of_quote("Morale is good.", "Morale is poor.") is None
    assert range_of_quote("Morale is good.", " ") is None


def test_letters_lead_back_to_characters_past_ligatures_and_combining_marks():
    assert range_of_letters("ﬁve cafe\u0301s", Stretch(0, 4)) == (
        0,
        3,
    )  # "five" of three characters
    assert range_of_letters("ﬁve cafe\u0301s", Stretch(4, 8)) == (4, 9)


def test_letters_beyond_the_page_have_no_place():
    assert range_of_letters("abc", Stretch(1, 9)) is None


def test_what_is_cited_and_holds_the_answer_is_marked_as_both():
    assert marked("abcdef", [(1, 4)], [(3, 5)]) == [
        Piece("a"),
        Piece("bc", is_cited=True),
        Piece("d", is_cited=True, is_gold=True),
        Piece("e", is_gold=True),
        Piece("f"),
    ]


def test_a_long_page_is_cut_between_words_around_its_marks():
    page = "word " * 200 + "GOLD" + " word" * 200
    first, before, gold, after, last = marked(page, [], [(1000, 1004)])
    assert (first, gold, last) == (CUT, Piece("GOLD", is_gold=True), CUT)
    assert before.text == "word " * 70
    assert after.text == " word" * 70 + " "


def test_a_page_without_marks_shows_its_beginning():
    assert marked("short page", [], []) == [Piece("short page")]
    assert marked("", [], []) == []
