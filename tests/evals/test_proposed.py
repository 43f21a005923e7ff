import json

import pytest

from evals.errors import ReviewError
from evals.facts import load_pack
from evals.proposed import add_candidate, candidate_id, decide
from tests.evals.fakes import make_fact
from tests.evals.test_facts import FACT, write_pack


@pytest.fixture
def pack(tmp_path):
    return load_pack(write_pack(tmp_path / "tiny", [FACT]))


def test_a_candidate_is_written_beside_the_facts(pack):
    file = add_candidate(pack, make_fact("new", question="What else?"))
    row = json.loads(file.read_text())
    assert (file.name, row["id"], row["state"]) == ("proposed.jsonl", "new", "candidate")
    assert [fact.id for fact in load_pack(pack.folder).facts] == ["f1", "new"]


@pytest.mark.parametrize("given", [{"fact_id": "f1"}, {"question": "WHO?"}])
def test_what_is_asked_already_is_refused(pack, given):
    with pytest.raises(ReviewError, match=r"asks that already, as f1"):
        add_candidate(pack, make_fact(**{"fact_id": "new", **given}))


def test_a_question_always_gets_the_same_id():
    assert candidate_id("tiny", "What else?", ()) == candidate_id("tiny", "What else?", ())
    assert candidate_id("tiny", "What else?", ("Who?",)) != candidate_id("tiny", "What else?", ())


@pytest.mark.parametrize("decision", ["accepted", "rejected"])
def test_a_decision_is_kept_with_who_made_it(pack, decision):
    add_candidate(pack, make_fact("new"))
    decide(pack, "new", decision, "A. Reviewer", lambda _fact: [])
    decided = load_pack(pack.folder).facts[1]
    assert (decided.state, decided.reviewed_by) == (decision, "A. Reviewer")


def test_what_is_wrong_is_not_accepted_but_may_be_rejected(pack):
    add_candidate(pack, make_fact("new"))
    with pytest.raises(ReviewError, match=r"new cannot be accepted: it is wrong\. Put it right in"):
        decide(pack, "new", "accepted", "A. Reviewer", lambda _fact: ["it is wrong."])
    assert load_pack(pack.folder).facts[1].is_candidate
    decide(pack, "new", "rejected", "A. Reviewer", lambda _fact: ["it is wrong."])


def test_only_candidates_are_decided_on(pack):
    with pytest.raises(ReviewError, match="f1 is no candidate of tiny"):
        decide(pack, "f1", "accepted", "A. Reviewer", lambda _fact: [])
