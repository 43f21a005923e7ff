from evals.html_report.marking import Piece
from evals.html_report.places import places_of, title_of
from evals.summary import Scored
from tests.evals.fakes import NEWS, REPORT, make_corpus, make_fact, make_record


def places(fact, record):
    return places_of(Scored(fact, record, {}, None), make_corpus())


def test_cited_pages_come_first_and_gold_pages_that_are_not_cited_follow():
    record = make_record(
        "One.", "Two.", cited=[(NEWS, None, "45 children"), (REPORT, 1, "Ann Lee")]
    )
    found = places(make_fact(), record)
    assert [(place.numbers, place.is_gold) for place in found] == [
        ((1,), False),
        ((2,), False),
        ((), True),
    ]
    assert found[1].where.startswith("page 1; ")


def test_two_citations_of_a_page_share_it():
    record = make_record("One.", "Two.", cited=[(REPORT, 2, "47 children"), (REPORT, 2, "Morale")])
    (place,) = places(make_fact(), record)
    assert place.numbers == (1, 2)
    assert Piece("Morale", is_cited=True) in place.pieces
    assert Piece("47 children", is_cited=True, is_gold=True) in place.pieces


def test_a_quote_that_is_not_on_its_page_is_said_and_not_marked():
    (cited, _) = places(make_fact(), make_record("One.", cited=[(REPORT, 1, "never written")]))
    assert "does not stand on it" in cited.unmarked
    assert not any(piece.is_cited for piece in cited.pieces)


def test_gold_that_is_not_on_its_page_is_said():
    fact = make_fact(gold=[{"document": REPORT, "page": 2, "quote": "never written"}])
    (place,) = places(fact, make_record())
    assert "do not stand on this page" in place.unmarked


def test_a_page_that_was_not_kept_is_said():
    (cited, _) = places(make_fact(), make_record("One.", cited=[("gone.pdf", 9, "x")]))
    assert "keeps no text" in cited.unmarked
    assert cited.pieces == ()
    assert title_of("gone.pdf", make_corpus()) == "gone.pdf"
