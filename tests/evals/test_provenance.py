import pytest

from evals.facts import Fact
from evals.provenance import provenance
from tests.evals.fakes import facts, make_fact


def made(facts: tuple[Fact, ...] = facts(), corpus=None, shown=50):
    sha256 = corpus or {"b": "2", "a": "1"}
    return provenance("tiny", facts, sha256, {"shown": shown}, "", {"split": "all"})


def test_what_a_run_was_made_with_is_named():
    found = made()
    assert list(found["documents"]) == ["a", "b"]
    assert len(found["encoder_sha256"]) == 64
    assert found["versions"]["ir-measures"]
    assert found["assistant"] == {"shown": 50}


def test_the_same_makings_have_one_identity():
    assert made()["identity"] == made(tuple(reversed(facts())))["identity"]


@pytest.mark.parametrize(
    "other",
    [
        {"facts": (make_fact(),)},
        {"corpus": {"a": "1", "b": "3"}},
        {"shown": 20},
    ],
)
def test_other_facts_documents_or_settings_have_another_identity(other):
    assert made(**other)["identity"] != made()["identity"]
