import pytest

from evals.citing import carried_share, gold_for, is_cited, is_quoted
from evals.facts import Nugget
from tests.evals.fakes import CONFLICT, NEWS, REPORT, make_corpus, make_fact, make_record

RIGHT = (REPORT, 2, "There were 47 children without a social worker.")
OTHER = (REPORT, 1, "Lead inspector: Ann Lee.")
NEWSPAPER = (NEWS, None, "Councillors said that 45 children had no social worker.")


def test_a_nugget_has_the_gold_that_states_it_or_all_where_none_does():
    fact, corpus = make_fact(**CONFLICT), make_corpus()
    assert [gold.document for gold in gold_for(fact, Nugget(text="45"), corpus)] == [NEWS]
    assert len(gold_for(fact, Nugget(text="too many"), corpus)) == 2


def test_a_quote_overlaps_gold_on_its_own_page_only():
    fact, corpus = make_fact(), make_corpus()
    cited = make_record("x", "y", cited=[OTHER, RIGHT]).cited
    assert is_quoted(cited, fact.gold[0], corpus)
    assert not is_quoted(cited[:1], fact.gold[0], corpus)


@pytest.mark.parametrize(
    ("cited", "expected"),
    [([RIGHT, OTHER], True), ([OTHER, RIGHT], False)],
)
def test_a_nugget_is_cited_by_the_statement_that_states_it(cited, expected):
    record = make_record("There were 47.", "Ann Lee led it.", cited=cited)
    assert is_cited(Nugget(text="47"), make_fact(), record, make_corpus()) is expected


def test_what_the_short_answer_alone_says_is_cited_by_any_statement():
    record = make_record("Led by Ann Lee.", "So many.", cited=[OTHER, RIGHT], short_answer="47")
    assert is_cited(Nugget(text="47"), make_fact(), record, make_corpus())


def test_each_side_of_a_conflict_is_cited_by_its_own_claim():
    fact = make_fact(**CONFLICT)
    right = make_record("x", "x", cited=[RIGHT, NEWSPAPER], claims=[("47", 1), ("45", 2)])
    swapped = make_record("x", "x", cited=[RIGHT, NEWSPAPER], claims=[("47", 2), ("45", 1)])
    nuggets = [Nugget(text="47"), Nugget(text="45")]
    assert [is_cited(nugget, fact, right, make_corpus()) for nugget in nuggets] == [True, True]
    assert [is_cited(nugget, fact, swapped, make_corpus()) for nugget in nuggets] == [False] * 2


def test_a_statement_is_carried_when_it_shares_a_third_of_the_key_words_of_its_quote():
    assert carried_share(make_record(RIGHT[2], OTHER[2], cited=[RIGHT, OTHER])) == 1.0
    assert carried_share(make_record(RIGHT[2], OTHER[2], cited=[OTHER, RIGHT])) == 0.0
    # of the quote's "47", "children", "social" and "worker", two, then one
    assert carried_share(make_record("In Eastmere 47 children waited.", cited=[RIGHT])) == 1.0
    assert carried_share(make_record("In Eastmere 47 dogs ran about.", cited=[RIGHT])) == 0.0


def test_a_statement_shorter_than_its_quote_shares_a_third_of_its_own_key_words():
    assert carried_share(make_record("47 it is.", cited=[RIGHT])) == 1.0
    assert carried_share(make_record("48 it is.", cited=[RIGHT])) == 0.0


def test_a_statement_without_a_citation_is_carried_by_nothing():
    assert carried_share(make_record("There were 47 children.")) == 0.0
    assert carried_share(make_record(short_answer="47")) is None
