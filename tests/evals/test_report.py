from evals.misses import Stage
from evals.report import misses, report
from evals.slices import slices_of
from evals.summary import Scored, summarise
from tests.evals.fakes import make_fact, make_record


def scored(fact, record, scores, stage):
    return Scored(fact, record, scores, stage, slices_of(fact, {}))


SCORED = [
    scored(
        make_fact("f1"), make_record("nothing much"), {"correct": 0.0, "vital nuggets": 0.0},
        Stage.NOT_STATED,
    ),
    scored(
        make_fact("f2", split="test"), make_record("nought"), {"correct": 0.0}, Stage.NOT_RETRIEVED
    ),
    scored(make_fact("f3"), make_record("47"), {"correct": 1.0, "passage mrr": 0.5}, None),
    scored(
        make_fact("f4", nuggets=[{"text": "47"}, {"text": "45", "must_not": True}]),
        make_record("47 45"), {"correct": 0.0, "vital nuggets": 1.0}, Stage.WRONG_FACT,
    ),
]  # fmt: skip


def test_the_report_gives_means_intervals_and_counts():
    text = report({"pack": "tiny", **summarise(SCORED)})
    lines = text.splitlines()
    assert lines[0] == "tiny: 4 facts"
    correct = next(line for line in lines if line.startswith("correct"))
    assert correct.split() == ["correct", "25%", "0%–75%", "4"]
    assert next(line for line in lines if line.startswith("passage mrr")).split()[2] == "0.50"
    assert "not retrieved: 1" in text


def test_what_is_undefined_is_a_dash_and_never_nought():
    number = next(
        line
        for line in report({"pack": "tiny", **summarise(SCORED)}).splitlines()
        if line.startswith("number")
    )
    assert number.split()[-2:] == ["–", "–"]


def test_misses_come_worst_first_with_what_was_said():
    lines = misses(SCORED, 5, show_test=False).splitlines()
    assert lines[0] == "f1 [number] NOT STATED: How many children had no social worker?"
    assert "missing  47" in lines[2]
    assert "nothing much" in lines[3]
    assert lines[4].startswith("f4 [number] WRONG FACT")
    assert "wrong    45" in lines[6]


def test_misses_of_the_test_split_are_counted_and_not_shown():
    hidden = misses(SCORED, 5, show_test=False)
    assert "f2" not in hidden
    assert "nought" not in hidden
    assert "1 more in the test split" in hidden
    assert "f2" in misses(SCORED, 5, show_test=True)


def test_the_assistant_stands_between_its_floors_and_its_ceiling():
    controls = {
        "oracle page": {"passes": {"mean": 1.0}, "passage mrr": {"mean": 1.0}},
        "BM25 only": {"passage mrr": {"mean": 0.25}},
    }
    *_, floor, ours, ceiling = report(
        {"pack": "tiny", **summarise(SCORED), "controls": controls}
    ).splitlines()
    assert floor.split() == ["BM25", "only", *["–"] * 5, "0.25"]
    assert ours.split()[:2] == ["this", "assistant"]
    assert ceiling.split() == ["oracle", "page", "100%", *["–"] * 4, "1.00"]


def test_of_many_values_the_worst_are_shown():
    facts = [make_fact(f"f{n}", council=f"Council {n:02}") for n in range(22)]
    many = [scored(f, make_record(), {"passes": float(n > 0)}, None) for n, f in enumerate(facts)]
    text = report({"pack": "tiny", **summarise(many)})
    assert "Council 00" in text
    assert "Council 21" not in text
    assert "(2 more, none of which passes less often)" in text
