from evals.html_report.cases import cases_of, choices_of
from tests.evals.fakes import Abstainer, Oracle, make_fact, make_unanswerable


def test_facts_of_the_test_split_are_shown_only_when_asked_for(make_run):
    run = make_run(Oracle())
    assert [case.id for case in cases_of(run, show_test=False)] == ["f1", "f3", "u1"]
    assert "f2" in [case.id for case in cases_of(run, show_test=True)]


def test_failures_come_first(make_run):
    cases = cases_of(make_run(Abstainer()), show_test=False)
    assert [(case.id, case.outcome) for case in cases] == [
        ("f1", "failed"),
        ("f3", "failed"),
        ("u1", "passed"),
    ]


def test_an_answer_comes_with_the_pages_its_citations_lead_to(make_run):
    case = cases_of(make_run(Oracle()), show_test=False)[0]
    assert [said.text for said in case.said] == ["There were 47 children without a social worker."]
    assert case.cited == {1: 0}
    assert case.places[0].is_gold
    assert [found.is_gold for found in case.found] == [True, False, False, False, False]
    assert "how many children" in case.words


def test_where_there_is_no_answer_what_was_shown_instead_is_kept(make_run):
    case = cases_of(make_run(Abstainer()), show_test=False)[0]
    assert case.said == ()
    assert case.message


def test_filters_offer_only_what_tells_cases_apart(make_run):
    facts = (make_fact("f1"), make_unanswerable("u1", question="What did it cost?"))
    choices = choices_of(cases_of(make_run(Abstainer(facts), facts=facts), show_test=False))
    assert choices["outcome"] == ["failed", "passed"]
    assert choices["kind"] == ["number", "unanswerable"]
    assert "split" not in choices
