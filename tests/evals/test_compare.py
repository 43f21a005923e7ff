from dataclasses import replace

import pytest

from evals.compare import compare
from evals.misses import Stage
from evals.sheets import Sheet, SheetRow


def row(key, *, stage=None, split="dev", **scores):
    passed = {"passes": float(stage is None)}
    return SheetRow(key, key, ("a.pdf",), {"split": (split,)}, stage, passed | scores)


def sheet(*rows, name="one", measuring="m"):
    return Sheet(name, "tiny", {"a.pdf": "1"}, measuring, {r.id: r for r in rows})


BEFORE = sheet(
    row("f1", correct=1.0),
    row("f2", stage=Stage.NOT_CITED, correct=1.0),
    row("f3", stage=Stage.NOT_STATED, correct=0.0),
    row("f4", split="test", correct=1.0),
)
AFTER = sheet(
    row("f1", stage=Stage.NOT_RETRIEVED, correct=0.0),
    row("f2", correct=1.0),
    row("f3", stage=Stage.NOT_RETRIEVED, correct=0.0),
    row("f4", split="test", stage=Stage.NOT_CITED, correct=1.0),
    name="other",
)


def test_flips_are_told_apart_with_the_stages_that_lost_them():
    found = compare(BEFORE, AFTER)
    worse = [(flip.id, flip.before, flip.after, flip.is_test) for flip in found.worse]
    assert worse == [
        ("f1", None, Stage.NOT_RETRIEVED, False),
        ("f4", None, Stage.NOT_CITED, True),
    ]
    assert [(flip.id, flip.before) for flip in found.better] == [("f2", Stage.NOT_CITED)]


def test_losses_are_counted_by_stage_before_and_after():
    found = compare(BEFORE, AFTER)
    assert found.lost_before == {"not stated": 1, "not cited": 1}
    assert found.lost_after == {"not retrieved": 2, "not cited": 1}


def test_stages_are_blamed_for_facts_that_passed_before():
    assert compare(BEFORE, AFTER).blamed == [("not retrieved", 1), ("not cited", 1)]


def test_a_retriever_that_has_fallen_silent_is_blamed_for_what_came_of_it():
    before = sheet(row("f1", **{"words count": 1.0}))
    after = sheet(row("f1", stage=Stage.NOT_SELECTED, **{"words count": 0.0}))
    assert compare(before, after).blamed == [("not retrieved", 1)]
    assert compare(before, after).worse[0].after is Stage.NOT_SELECTED


def test_where_all_still_pass_stages_are_blamed_for_what_they_lose_more():
    before = sheet(row("f1", stage=Stage.NOT_STATED), row("f2", stage=Stage.NOT_STATED))
    after = sheet(row("f1", stage=Stage.NOT_RETRIEVED), row("f2", stage=Stage.NOT_STATED))
    assert compare(before, after).blamed == [("not retrieved", 1)]
    assert compare(before, before).blamed == []


def test_measures_are_compared_where_they_are_defined():
    found = {one.measure: one for one in compare(BEFORE, AFTER).measures}
    assert set(found) == {"passes", "correct"}
    assert found["correct"].delta.difference == pytest.approx(-0.25)
    assert found["passes"].delta.mcnemar == 1.0
    assert all(one.p_holm >= one.delta.p for one in found.values())


def test_nothing_changed_is_seen_as_such():
    found = compare(BEFORE, BEFORE)
    assert (found.worse, found.better, found.notes) == ((), (), ())
    assert {one.p_holm for one in found.measures} == {1.0}


def test_what_to_bear_in_mind_is_said():
    fewer = replace(AFTER, rows={"f1": AFTER.rows["f1"]}, measuring="n", documents={"b.pdf": "2"})
    rows = {"f1": replace(AFTER.rows["f1"], documents=())}
    notes = compare(
        replace(BEFORE, rows={**BEFORE.rows, "f1": replace(BEFORE.rows["f1"], documents=())}),
        replace(fewer, rows=rows),
        intersect=True,
    ).notes
    assert [note.split()[0] for note in notes] == ["3", "The", "The"]
