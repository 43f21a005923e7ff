from evals.identity import (
    MEASURING,
    code_digest,
    corpus_digest,
    digest_of,
    fact_digest,
    facts_digest,
    measuring_digest,
)
from tests.conftest import ROOT
from tests.evals.fakes import facts, make_fact


def test_a_digest_does_not_depend_on_the_order_of_keys():
    assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
    assert corpus_digest({"a": "1", "b": "2"}) == corpus_digest({"b": "2", "a": "1"})


def test_a_fact_is_another_when_what_is_asked_or_known_changes():
    assert fact_digest(make_fact()) != fact_digest(make_fact(question="How many?"))
    assert fact_digest(make_fact()) != fact_digest(make_fact(nuggets=[{"text": "48"}]))
    assert len(fact_digest(make_fact())) == 16


def test_a_fact_stays_itself_when_it_is_reviewed():
    reviewed = make_fact(reviewed_by="A. Reviewer", note="seen", author="B", state="candidate")
    assert fact_digest(reviewed) == fact_digest(make_fact())


def test_facts_in_another_order_are_the_same_facts():
    assert facts_digest(facts()) == facts_digest(tuple(reversed(facts())))
    assert facts_digest(facts()) != facts_digest(facts()[:3])


def test_code_has_a_digest_for_each_choice_of_packages():
    assert code_digest("evals") != code_digest("evals", "ingest")
    assert len(measuring_digest()) == 64


def test_every_module_that_measures_is_there():
    assert [name for name in MEASURING if not (ROOT / "evals" / f"{name}.py").exists()] == []
