from dataclasses import replace

import pytest

from evals.asking import Choice
from evals.errors import NotComparable
from evals.run import run_pack
from evals.sheets import matched, sheet_of
from evals.stored import load_run
from tests.evals.fakes import NEWS, REPORT, Abstainer, Oracle, facts, make_corpus, make_pack


def sheet(tmp_path, assistant=None, known=None):
    corpus = make_corpus()
    made = run_pack(
        make_pack(facts=known or facts()),
        Choice(),
        assistant or Oracle(),
        corpus,
        out=tmp_path,
        config={"documents": corpus.sha256, "measuring_sha256": "m"},
    )
    return sheet_of(load_run(made.folder))


def test_a_sheet_says_where_each_fact_was_lost_and_what_it_scored(tmp_path):
    found = sheet(tmp_path, Abstainer())
    assert list(found.rows) == ["f1", "f2", "f3", "u1"]
    assert [row.has_passed for row in found.rows.values()] == [False, False, False, True]
    assert found.rows["f1"].stage == "not retrieved"
    assert found.rows["f2"].is_test
    assert found.rows["f3"].documents == (NEWS, REPORT)
    assert found.rows["f1"].cluster == "Eastmere"


def test_the_same_facts_are_matched_by_id(tmp_path):
    assert matched(sheet(tmp_path), sheet(tmp_path)) == ["f1", "f2", "f3", "u1"]


def changed(index, **fields):
    return [f.model_copy(update=fields) if n == index else f for n, f in enumerate(facts())]


def test_other_facts_are_refused_with_the_reason(tmp_path):
    other = sheet(tmp_path, known=changed(3, question="What did it cost us?"), assistant=Asker())
    with pytest.raises(NotComparable, match=r"different facts: 1 differ .* \(u1\)"):
        matched(sheet(tmp_path), other)
    assert matched(sheet(tmp_path), other, intersect=True) == ["f1", "f2", "f3"]


class Asker(Abstainer):
    """Never answers, and knows no facts."""

    def __init__(self):
        super().__init__(())


def test_other_documents_are_refused_with_the_reason(tmp_path):
    one = sheet(tmp_path)
    other = replace(one, documents={**one.documents, NEWS: "0"}, name="other")
    with pytest.raises(NotComparable, match=rf"different documents: 1 differ .* \({NEWS}\)"):
        matched(one, other)
    # f3 has gold in the news, so it is not the same question any more
    assert matched(one, other, intersect=True) == ["f1", "f2", "u1"]


def test_runs_with_nothing_in_common_are_refused_all_the_same(tmp_path):
    one = sheet(tmp_path)
    with pytest.raises(NotComparable, match="no fact in common"):
        matched(one, replace(one, rows={}), intersect=True)
