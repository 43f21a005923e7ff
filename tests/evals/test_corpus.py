import pytest
from reportlab.pdfgen.canvas import Canvas

from evals.corpus import pages_of, unlocated
from evals.facts import Gold
from evals.matching import letters
from tests.evals.fakes import NEWS, PASSAGES, REPORT, make_corpus, make_fact


def gold(quote="47 children without", page=2, document=REPORT):
    return Gold(document=document, page=page, quote=quote)


def test_gold_is_found_on_its_page_only():
    corpus = make_corpus()
    assert corpus.gold_letters(gold()) == letters("47 children without")
    assert corpus.gold_text(gold()) == "47 children\nwithout"
    assert corpus.locate(gold(page=1)) is None
    assert corpus.gold_letters(gold(page=3)) is None
    assert corpus.gold_text(gold(document="other.pdf")) == ""


def test_gold_by_its_first_and_last_words_is_found():
    ends = Gold.model_validate({"document": NEWS, "from": "45 children had", "to": "worker."})
    assert make_corpus().gold_text(ends) == "45 children had no social worker."


def test_relevant_passages_hold_gold_on_the_right_document_and_page():
    corpus = make_corpus()
    assert corpus.relevant_passages([gold()]) == {f"{REPORT}#2"}
    both = [gold(), Gold(document=NEWS, quote="no social worker")]
    assert corpus.relevant_passages(both) == {f"{REPORT}#2", f"{NEWS}#0"}
    assert corpus.relevant_passages([gold(page=1)]) == frozenset()


@pytest.mark.parametrize(
    ("page", "quote", "expected"),
    [
        (2, "There were 47 children without", True),
        (2, "there were 47 children", False),
        (2, "47 children were", False),
        (1, "There were 47 children", False),
        (9, "There were 47 children", False),
        (2, " ", False),
    ],
)
def test_a_quote_stands_when_it_is_verbatim_with_white_space_folded(page, quote, expected):
    assert make_corpus().quote_stands(REPORT, page, quote) is expected


def test_a_quote_is_looked_up_in_the_original_pdf_too(tmp_path):
    file = tmp_path / "original.pdf"
    canvas = Canvas(str(file))
    canvas.drawString(72, 700, "There were 47 children.")
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    corpus = make_corpus(file)
    assert corpus.quote_stands_in_original(REPORT, 1, "There were  47 children") is True
    assert corpus.quote_stands_in_original(REPORT, 1, "There were 45 children") is False
    assert corpus.quote_stands_in_original(REPORT, 2, "There") is None, "a page without text"


def test_there_is_nothing_to_say_of_an_original_that_is_no_pdf(tmp_path):
    (tmp_path / "original.txt").write_text("There")
    assert make_corpus(tmp_path / "original.txt").quote_stands_in_original(NEWS, 1, "T") is None
    assert make_corpus(None).quote_stands_in_original(REPORT, 1, "There") is None


def test_the_pages_of_a_passage():
    assert list(pages_of(PASSAGES[0])) == [1]
    assert pages_of(PASSAGES[-1]) == (None,)


def test_gold_that_is_not_on_its_page_is_listed():
    fact = make_fact(gold=[gold().model_dump(), gold(page=1).model_dump()])
    assert unlocated(make_corpus(), fact) == [fact.gold[1]]
