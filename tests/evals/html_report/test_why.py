import pytest

from assistant.answers import Status
from evals.html_report.why import _WHY, expected_of, why
from evals.misses import Stage
from evals.summary import Scored
from tests.evals.fakes import REPORT, make_corpus, make_fact, make_record, make_unanswerable


def scored(fact, record, stage=None, passes: float | None = 0.0) -> Scored:
    return Scored(fact, record, {"passes": passes}, stage)


def test_every_stage_has_its_sentence():
    assert set(_WHY) == set(Stage)


@pytest.mark.parametrize("stage", Stage)
def test_the_sentence_of_a_loss_leaves_nothing_unfilled(stage):
    said = why(scored(make_fact(), make_record("x", hits=[0, 1], read=1, standalone="Who?"), stage))
    assert said.endswith(".")
    assert "{" not in said


def test_what_was_read_and_found_is_counted():
    record = make_record("x", hits=[0, 1, 2], read=2)
    assert "first 2," in why(scored(make_fact(), record, Stage.RANKED_LOW))
    assert "the 3 that" in why(scored(make_fact(), record, Stage.NOT_RETRIEVED))


def test_what_was_not_lost_says_so():
    silent = make_record(status=Status.NO_EVIDENCE)
    assert why(scored(make_fact(), make_record("47"), passes=1.0)).startswith("Everything")
    assert "none was given" in why(scored(make_unanswerable(), silent, passes=1.0))
    assert "not judged" in why(scored(make_fact(), make_record("x"), passes=None))
    assert "cannot be followed" in why(scored(make_fact(gold=[]), make_record("x")))


def verdicts(fact, record) -> list[tuple[str, str, str, bool]]:
    found = expected_of(scored(fact, record), make_corpus())
    return [(one.role, one.text, one.verdict, one.is_fault) for one in found]


def test_what_must_be_said_is_followed_to_its_citation():
    cited = make_record("There were 47 children", cited=[(REPORT, 2, "There were 47 children")])
    elsewhere = make_record("There were 47 children", cited=[(REPORT, 1, "Ann Lee")])
    assert verdicts(make_fact(), cited) == [("must say", "47", "said and cited", False)]
    assert verdicts(make_fact(), elsewhere) == [
        ("must say", "47", "said, but not cited to a page that holds it", True)
    ]


def test_what_is_missing_says_where_it_was_ranked():
    found = make_record("Nothing.", hits=[0, 1, 2])
    lost = make_record("Nothing.", hits=[0, 1])
    assert verdicts(make_fact(), found)[0][2] == "not said; passage 3 of the 3 found holds it"
    assert verdicts(make_fact(), lost)[0][2] == "not said; no passage found holds it"


def test_what_may_be_said_is_no_fault_and_what_must_not_is():
    nuggets = [
        {"text": "45", "must_not": True},
        {"text": "a social worker", "vital": False},
        {"text": "47"},
    ]
    record = make_record("There were 45 children.")
    assert verdicts(make_fact(nuggets=nuggets, gold=[]), record) == [
        ("must say", "47", "not said", True),
        ("may say", "a social worker", "not said", False),
        ("must not say", "45", "said all the same", True),
    ]
