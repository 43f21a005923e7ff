import csv
from io import StringIO

import pytest

from evals.html_report.cases import cases_of
from evals.html_report.spreadsheet import as_csv, inert
from tests.evals.fakes import Oracle


def test_each_case_is_a_row_with_its_scores(make_run):
    text = as_csv(cases_of(make_run(Oracle()), show_test=False))
    first, *others = csv.DictReader(StringIO(text))
    assert len(others) == 2
    assert (first["id"], first["outcome"], first["expected"]) == ("f1", "passed", "47")
    assert first["cited"] == "report.pdf, page 2"
    assert (first["passes"], first["abstains"]) == ("1.0", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_a_formula(start):
    assert inert(f"{start}HYPERLINK()") == f"'{start}HYPERLINK()"


def test_other_cells_are_left_alone():
    assert inert("47 children") == "47 children"
