from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import sentences_of


def split(text):
    return [text[start:end] for start, end in sentences_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The inspectors were Ada Crane, HMI, and Ben Oak, HMI.",
        "Cllr. Dora Finch asked Dr. Oak of St. Anne’s about item No. 4 on the list.",
        "It opened at 6 p.m. and closed before midnight.",
        "Some costs, e.g. travel, are paid by the trust, i.e. not by families.",
        "Spending rose from £1.2m to £3.4m in the year.",
        "Children’s services in Ambleford",
    ],
)
def test_these_are_one_sentence(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ("Visits are regular.", "However, 12 of 30 plans are late.", "Why?", "Nobody knows."),
        ("“Staff stay,” she said.", "“They are proud.”", "Many have come back."),
        ("The visit was led by Ada Crane HMI.", "She was joined by two others."),
        ("Plans were made in May 2021.", "In June they were dropped."),
        ("The rate was 31.5%.", "It fell."),
        ("She said: “It is late.", "It is not lost.”", "The chair agreed."),
    ],
)
def test_these_are_several(sentences):
    assert split(" ".join(sentences)) == list(sentences)


def test_a_remark_in_brackets_belongs_to_the_sentence_before_it():
    assert split("Plans are late. (Recommendation) Visits are regular. (Strength)") == [
        "Plans are late. (Recommendation)",
        "Visits are regular. (Strength)",
    ]
    assert split("It fell. (It had risen before.) It rose.") == [
        "It fell.",
        "(It had risen before.)",
        "It rose.",
    ]


def test_a_small_letter_goes_on_from_what_punkt_cut():
    assert split("The plan (see app. b) was approx. half done. It went on.") == [
        "The plan (see app. b) was approx. half done.",
        "It went on.",
    ]


@given(st.text(alphabet="Ab. ?!”(1)\n", max_size=80))
def test_every_word_is_in_exactly_one_sentence(text):
    offsets = sentences_of(text)
    assert "".join("".join(text[a:b].split()) for a, b in offsets) == "".join(text.split())
    assert all(b <= c for (_, b), (c, _) in pairwise(offsets))
    assert all(text[a:b].strip() == text[a:b] != "" for a, b in offsets)
