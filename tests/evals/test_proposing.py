from dataclasses import replace

from docs_store.documents import Sentence, Span
from evals.facts import Nugget
from evals.proposing import gold_at, propose
from tests.evals.fakes import PAGES, PASSAGES, REPORT, make_corpus


def with_sentences(passage):
    """The passage with itself as its only sentence, where it stands on its page."""
    position = (passage.page_first or 1) - 1
    page = PAGES[passage.document_id][position].text
    first = passage.text.split()[0]
    start, end = page.index(first), page.index(passage.text.split()[-1])
    span = Span(position, start, end + len(passage.text.split()[-1]))
    return replace(passage, sentences=(Sentence(0, len(passage.text), (span,)),))


FOUND = [with_sentences(passage) for passage in PASSAGES]


def test_sentences_that_state_the_answer_come_first_then_those_nearest_the_question():
    found = propose("Was morale good?", [Nugget(text="47")], FOUND, make_corpus(), 3)
    assert [(one.page, one.states) for one in found] == [(2, 1), (2, 0), (1, 0)]
    # "morale" and "good" stand in the second, "good" in the third
    assert [one.shares for one in found] == [0.0, 1.0, 0.5]


def test_words_are_those_of_the_page_and_none_comes_twice():
    found = propose("children", [], FOUND * 2, make_corpus(), 9)
    assert found[0].text == "There were 47 children without a social worker."
    assert len({(one.document, one.page, one.text) for one in found}) == len(found)


def test_gold_is_quoted_only_where_it_may_be():
    text = "There were 47 children without a social worker."
    assert gold_at(REPORT, 2, text, may_quote=True).quote == text
    gold = gold_at(REPORT, 2, text, may_quote=False)
    assert (gold.first_words, gold.last_words) == (
        "There were 47 children",
        "without a social worker.",
    )
    assert make_corpus().gold_text(gold).endswith("worker.")
    assert gold_at(REPORT, 2, "Morale is good.", may_quote=False).quote == "Morale is good."
