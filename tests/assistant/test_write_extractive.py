from dataclasses import replace

from assistant.answers import Hit
from assistant.evidence import Evidence
from assistant.interpret import Form
from assistant.write_extractive import nearest, write
from docs_store.documents import Page
from tests.fakes import make_document, make_passage

TEXTS = {
    "a": "The visit was led by Ann Oak. Caseloads fell to 17.",
    "b": "Caseloads fell to 15, the council said.",
}
DOCUMENTS = {name: make_document(name) for name in TEXTS}
PASSAGES = {
    "a": make_passage(
        "a", 0, ["The visit was led by Ann Oak.", "Caseloads fell to 17."], page_text=TEXTS["a"]
    ),
    "b": make_passage("b", 0, [TEXTS["b"]], page_text=TEXTS["b"]),
}


def _pages(document_id: str) -> tuple[Page, ...]:
    return (Page(1, TEXTS[document_id]),)


def _evidence(document_id: str, sentence: int, score: float = 1.0) -> Evidence:
    return Evidence(Hit(PASSAGES[document_id], 1.0), sentence, score)


def test_statements_are_the_sentences_with_what_one_document_says_together() -> None:
    evidence = [_evidence("a", 1), _evidence("b", 0), _evidence("a", 0)]
    written = write(evidence, "caseloads?", Form.NUMBER, DOCUMENTS, _pages)
    assert [s.text for s in written.statements] == [
        "Caseloads fell to 17.",
        "The visit was led by Ann Oak.",
        "Caseloads fell to 15, the council said.",
    ]
    assert [s.citations for s in written.statements] == [(1,), (2,), (3,)]
    assert [c.document for c in written.citations] == ["a", "a", "b"]
    assert written.short_answer == "17"


def test_a_sentence_that_is_not_on_its_page_is_left_out() -> None:
    altered = replace(PASSAGES["b"], text=TEXTS["b"].replace("15", "12"))
    evidence = [Evidence(Hit(altered, 1.0), 0, 1.0), _evidence("a", 0)]
    written = write(evidence, "caseloads?", Form.OTHER, DOCUMENTS, _pages)
    assert [s.text for s in written.statements] == ["The visit was led by Ann Oak."]
    assert [c.n for c in written.citations] == [1]


def test_without_evidence_nothing_is_written() -> None:
    written = write([], "?", Form.NUMBER, DOCUMENTS, _pages)
    assert (written.short_answer, written.statements, written.citations) == ("", (), ())


def test_what_is_near_is_numbered_from_one() -> None:
    found = nearest([_evidence("b", 0), _evidence("a", 1)], DOCUMENTS, _pages)
    assert [(c.n, c.document) for c in found] == [(1, "b"), (2, "a")]
