from evals.unanswerable import page_with_all
from evals.wording import key_words
from tests.evals.fakes import REPORT, make_corpus


def test_the_page_that_holds_every_word_is_found():
    corpus = make_corpus()
    assert page_with_all(key_words("Which social workers had children?"), corpus) is not None
    assert page_with_all(key_words("Is morale good?"), corpus) == (REPORT, 2)
    assert page_with_all(key_words("Is the inspector's morale good?"), corpus) is None


def test_no_words_stand_nowhere():
    assert page_with_all(frozenset(), make_corpus()) is None
