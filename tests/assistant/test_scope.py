from dataclasses import replace
from datetime import date

from assistant.answers import Scope
from assistant.scope import documents_in_scope, words_for_searched
from docs_store.documents import DocumentKind
from tests.fakes import make_document

OLD = make_document("old.pdf", on_site=date(2013, 11, 19), published=date(2014, 2, 14))
NEW = make_document("new.pdf", council="Wold", on_site=date(2022, 10, 10), published=None)
UNDATED = replace(make_document("news.html", on_site=None, published=None), kind=DocumentKind.PRESS)
ALL = [OLD, NEW, UNDATED]


def _ids(scope: Scope) -> list[str]:
    return [document.id for document in documents_in_scope(ALL, scope)]


def test_an_empty_scope_lets_everything_through() -> None:
    assert _ids(Scope()) == ["old.pdf", "new.pdf", "news.html"]


def test_a_scope_keeps_to_its_councils_and_kinds() -> None:
    assert _ids(Scope(councils=("Wold",))) == ["new.pdf"]
    assert _ids(Scope(kinds=(DocumentKind.PRESS,))) == ["news.html"]


def test_a_document_without_a_date_is_let_through_a_limit_of_date() -> None:
    assert _ids(Scope(date_from=date(2020, 1, 1))) == ["new.pdf", "news.html"]
    assert _ids(Scope(date_to=date(2020, 1, 1))) == ["old.pdf", "news.html"]


def test_what_was_searched_is_told_in_words() -> None:
    assert words_for_searched(ALL) == "3 documents, February 2014 to October 2022"
    assert words_for_searched([OLD]) == "1 document, February 2014"
    assert words_for_searched([UNDATED]) == "1 document"
