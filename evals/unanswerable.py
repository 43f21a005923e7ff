"""Could a question that is said to have no answer have one? Where all its key words stand on one
page, a person has to look."""

from evals.citing import Place
from evals.corpus import Corpus
from evals.wording import stem, words_of


def page_with_all(words: frozenset[str], corpus: Corpus) -> Place | None:
    """The first page that holds every one of the words, or None; None too where there is no word."""
    if not words:
        return None
    for document in corpus.documents:
        for page in corpus.pages_of(document):
            if words <= {stem(word.text) for word in words_of(page.text)}:
                return document, page.number
    return None
