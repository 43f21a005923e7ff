from xml.etree import ElementTree

from evals.compare import compare
from evals.gate import Check, Gated, Verdict
from evals.gate_text import junit, markdown
from tests.evals.test_compare import AFTER, BEFORE

MET = Check("correct", "at least 0.300", "0.400", True)
NOT_MET = Check("passes", "within 0.020 of 0.750", "0.250", False)
WORSE = Gated("tiny", "r1", (MET, NOT_MET), (), compare(BEFORE, AFTER), Verdict.REGRESSION)
CRASHED = Gated("other", "r2", (MET,), ("f1 crashed",), None, Verdict.CRASHED)


def test_the_summary_says_what_is_not_met_and_where_facts_were_lost():
    text = markdown([WORSE])
    assert "## tiny: got worse" in text
    assert "| passes | within 0.020 of 0.750 | **0.250** |" in text
    assert "Facts lost that were not before: not retrieved (1), not cited (1)." in text
    assert "- f1: not retrieved" in text
    assert "1 of 2 demands are met." in text


def test_facts_of_the_test_split_are_counted_and_not_named():
    text = markdown([WORSE])
    assert "f4" not in text
    assert "and 1 more (1 in the test split)" in text


def test_only_measures_that_changed_are_listed():
    rows = [line for line in markdown([WORSE]).splitlines() if line.startswith("| ")]
    assert [row.split(" | ")[0] for row in rows] == [
        "| not met",
        "| passes",
        "| measure",
        "| passes",
        "| correct",
    ]


def test_what_crashed_is_listed():
    text = markdown([CRASHED])
    assert "## other: crashed" in text
    assert "- f1 crashed" in text


def test_junit_has_a_suite_a_run_and_a_case_a_demand():
    root = ElementTree.fromstring(junit([WORSE, CRASHED]))
    suites = [dict(suite.attrib) for suite in root]
    assert suites == [
        {"name": "evals.tiny", "tests": "2", "failures": "1", "errors": "0"},
        {"name": "evals.other", "tests": "2", "failures": "0", "errors": "1"},
    ]
    failures = list(root.iter("failure"))
    assert [f.get("message") for f in failures] == ["passes is 0.250: within 0.020 of 0.750"]
    assert failures[0].text == "Facts lost that were not before: not retrieved (1), not cited (1)"
    assert [error.get("message") for error in root.iter("error")] == ["f1 crashed"]
