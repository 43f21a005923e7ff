import json

import pytest
from reportlab.pdfgen.canvas import Canvas

from evals.asking import ask_all
from evals.kept import Kept, KeptCorpus, keep
from evals.scoring import score_all
from tests.evals.fakes import NEWS, REPORT, Oracle, facts, make_corpus, make_fact, make_record

RIGHT = (REPORT, 2, "There were 47 children without a social worker.")


def written_and_read(kept):
    """As it comes back from its files."""
    return Kept(**{name: json.loads(json.dumps(getattr(kept, name))) for name in Kept.__slots__})


def test_pages_with_gold_or_citations_are_kept_and_no_others():
    kept = keep(make_corpus(), [make_fact()], [make_record("47", cited=[RIGHT])])
    assert [(row["document"], row["page"]) for row in kept.pages] == [(REPORT, 2)]
    assert [row["id"] for row in kept.passages] == [f"{REPORT}#2", f"{REPORT}#3"]
    assert [row["id"] for row in kept.documents] == [NEWS, REPORT]


def test_a_cited_page_that_does_not_exist_is_not_kept():
    kept = keep(make_corpus(), [], [make_record("47", cited=[(REPORT, 9, "x")])])
    assert kept.pages == []


def test_answers_score_the_same_by_what_was_kept():
    rows, corpus = ask_all(facts(), Oracle()).rows, make_corpus()
    scored = score_all(facts(), rows, corpus)
    kept = KeptCorpus(written_and_read(keep(corpus, facts(), [one.record for one in scored])))
    assert score_all(facts(), rows, kept) == scored


@pytest.fixture
def original(tmp_path):
    """A PDF whose second page says what page 2 of the report says."""
    file = tmp_path / "original.pdf"
    canvas = Canvas(str(file))
    canvas.showPage()
    canvas.drawString(72, 700, "There were 47 children without a social worker.")
    canvas.showPage()
    canvas.save()
    return file


def test_the_original_of_a_cited_page_is_kept_too(original):
    record = make_record("47", cited=[RIGHT])
    kept = KeptCorpus(written_and_read(keep(make_corpus(original), [make_fact()], [record])))
    assert kept.quote_stands_in_original(*RIGHT) is True
    assert kept.quote_stands_in_original(REPORT, 2, "There were 48 children") is False
    assert kept.quote_stands_in_original(REPORT, 1, "The council") is None
