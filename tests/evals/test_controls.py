from evals.controls import control_scores
from evals.summary import Scored
from tests.evals.fakes import facts, make_corpus, make_record


def test_controls_rank_for_the_facts_that_have_gold():
    scored = [Scored(fact, make_record("x"), {}, None) for fact in facts()]
    questions = {fact.id: fact.question for fact in facts()}
    asked = []

    def first_is_right_for_numbers(question):
        asked.append(question)
        return ["report.pdf#2", "report.pdf#1"]

    found = control_scores({"one": first_is_right_for_numbers}, scored, questions, make_corpus())
    assert len(asked) == 3
    # f1 at once, f2 in second place, f3 at once
    assert found["one"]["passage mrr"]["mean"] == (1 + 0.5 + 1) / 3
    assert found["one"]["passage success@1"]["n"] == 3
