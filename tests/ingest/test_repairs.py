import pytest

from ingest.repairs import Repairs, vocabulary
from tests.ingest.shared import lines


def joined(*texts, marks=(), words=()):
    return Repairs(frozenset(words), {0: frozenset(marks)}).join(lines(*texts)).text


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (("support out-of-", "hours is good"), "support out-of-hours is good"),
        (("including extra- familial harm",), "including extra-familial harm"),
        (("pre- and post-adoption support",), "pre- and post-adoption support"),
        (("both short-", "and long-term plans"), "both short- and long-term plans"),
        (("the plan -", "late as it is"), "the plan - late as it is"),
        (("too   many\tmoves",), "too many moves"),
        (("inspec\u00adtion",), "inspection"),
        (("zero\u200bwidth",), "zerowidth"),
    ],
)
def test_lines_are_joined_as_they_would_be_read(texts, whole):
    assert joined(*texts) == whole


def test_a_word_cut_at_the_line_end_is_made_whole_where_the_document_knows_it():
    assert joined("the inspec-", "tion found", words=["inspection"]) == "the inspection found"
    assert joined("a well-", "being hub", words=["wellbeing", "well-being"]) == "a well-being hub"


@pytest.mark.parametrize(
    ("text", "marks", "whole"),
    [
        ("young people1 until they are 18", {"1"}, "young people until they are 18"),
        ("residential schools,3 of whom", {"3"}, "residential schools, of whom"),
        ("moved under TUPE2.", {"2"}, "moved under TUPE."),
        ("in Years 10 and 11", {"1"}, "in Years 10 and 11"),
        ("in room B2 today", {"2"}, "in room B2 today"),
        ("the changes1  that followed", {"1"}, "the changes that followed"),
        ("and Family Lawsv.", {"Laws|v"}, "and Family Laws."),
        ("people1 until", set(), "people1 until"),
    ],
)
def test_footnote_marks_glued_to_words_go_where_the_note_is_known(text, marks, whole):
    assert joined(text, marks=marks) == whole


def test_the_vocabulary_keeps_hyphened_words_whole():
    assert vocabulary(["Well-being and Plans"]) == {"well-being", "and", "plans"}
