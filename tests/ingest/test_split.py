import re

from hypothesis import given
from hypothesis import strategies as st

from docs_store.documents import Page, verbatim
from ingest.clean import clean
from ingest.lines import lines_of
from ingest.prepare import blocks_in
from ingest.reading import ReadResult
from ingest.repairs import Repairs, vocabulary
from ingest.split import split
from ingest.structure import blocks_of
from tests.ingest.shared import count_tokens

LINES = st.sampled_from(
    [
        "Leaders have a clear view of the service and of what has to change in it for the",
        "children of Ambleford. Visits are regular, and most are made on time by staff who",
        "know them well.",
        "1. Help comes early, and extra-",
        "familial harm is seen.",
        "2. Plans are clear.",
        "What needs to improve",
        "\uf0b7 The time that young people1 wait, including:",
        "o at weekends",
        "1 Those who have left care.",
        "Judgement Grade",
        "The impact of leaders on plans Good",
        "Children in care 12 14 16",
        "Inspection of Ambleford services",
        "4 to 8 May 2022 2",
        "",
        "   ",
        "Dear Ms Crane",
        "long\u00a0words,  and\u00adsoft ones",
    ]
)
PAGES = st.lists(st.lists(LINES, max_size=14).map("\n".join), min_size=1, max_size=4)


def passages_of(texts, max_tokens=60):
    pages = tuple(Page(number, text) for number, text in enumerate(texts, 1))
    cleaned = clean(lines_of(pages))
    repairs = Repairs(vocabulary(texts), cleaned.marks)
    return pages, split("doc", pages, blocks_of(cleaned), repairs, count_tokens, max_tokens)


def bare(text):
    return re.sub(r"[\W_]", "", text)


@given(PAGES, st.integers(20, 120))
def test_every_sentence_is_its_spans_repaired(texts, max_tokens):
    pages, passages = passages_of(texts, max_tokens)
    for passage in passages:
        for index, sentence in enumerate(passage.sentences):
            assert [s.page for s in sentence.spans] == sorted({s.page for s in sentence.spans})
            for span in sentence.spans:
                assert 0 <= span.start < span.end <= len(pages[span.page].text)
            raw = "".join(pages[s.page].text[s.start : s.end] for s in sentence.spans)
            shown = passage.sentence_text(index)
            assert shown == shown.strip() != ""
            assert bare(shown) in (bare(raw), bare(raw.replace("people1", "people")))


@given(PAGES)
def test_sentences_stand_in_order_and_do_not_overlap_in_a_passage(texts):
    _, passages = passages_of(texts)
    for ordinal, passage in enumerate(passages):
        assert (passage.id, passage.ordinal) == (f"doc#{ordinal}", ordinal)
        ends = [0] + [sentence.end for sentence in passage.sentences]
        assert all(s.start >= end for s, end in zip(passage.sentences, ends, strict=False))
        assert passage.page_first <= passage.page_last


@given(PAGES, st.integers(20, 120))
def test_no_passage_is_longer_than_was_asked(texts, max_tokens):
    _, passages = passages_of(texts, max_tokens)
    assert all(count_tokens(passage.text) <= max_tokens * 1.1 + 4 for passage in passages)


def test_the_paragraph_is_the_printed_one_for_every_sentence():
    _, passages = passages_of(
        [
            "Help and protection: good\n"
            "1. Help comes early to most of the families in the borough. Staff know them well, stay for years and come back to check that what they began is still in place.\n"
            "2. Plans are clear and say what must change for the child. Parents are helped to read them, and nearly all of those whom inspectors met could say what came next."
        ]
    )
    assert [(p.paragraph, p.heading) for p in passages] == [
        ("1", "Help and protection: good"),
        ("2", "Help and protection: good"),
    ]
    assert passages[1].text.startswith("2. Plans are clear")
    assert passages[1].sentence_text(0).startswith("Plans are clear")


def test_short_numbered_items_share_a_passage_that_names_them_all():
    _, passages = passages_of(
        ["Areas for improvement\n1. The time plans take.\n2. The choice of homes.\n3. Pay."]
    )
    assert [(p.paragraph, p.text.count("\n")) for p in passages] == [("1–3", 3)]


def test_a_sentence_over_two_pages_has_a_span_on_each_and_reads_whole():
    pages, passages = passages_of(
        [
            "Inspection of Ambleford services\nLeaders have a clear view of the service and of what has to change in it for",
            "Inspection of Ambleford services\n4 to 8 May 2022 2\nthe children who wait.",
        ]
    )
    sentence = passages[-1].sentences[-1]
    assert [verbatim(pages, span) for span in sentence.spans] == [
        "Leaders have a clear view of the service and of what has to change in it for",
        "the children who wait.",
    ]
    assert (passages[-1].page_first, passages[-1].page_last) == (1, 2)
    assert "May 2022" not in passages[-1].text


def test_headings_stand_above_one_another():
    text = "Findings\n\nCARE LEAVERS\n\nWhat works\n\nPersonal advisers stay in touch with most young people."
    _, passages = passages_of([text])
    assert passages[-1].heading == "CARE LEAVERS > What works"


def test_a_page_without_structure_is_split_too():
    result = ReadResult("text", (Page(None, "Just a few words, and no more."),))
    blocks, marks = blocks_in(result)
    assert [block.text for block in blocks] == ["Just a few words, and no more."]
    assert marks == {}
