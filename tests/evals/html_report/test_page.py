import base64
import hashlib
import re

import pytest

from evals.compare import compare
from evals.errors import RunError
from evals.html_report.page import Against, may_be_shared, report_page, write_page
from evals.sheets import sheet_of
from tests.evals.fakes import Abstainer, Oracle, make_fact


def hashed(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_its_policy_lets_in_its_own_style_and_script_alone(make_run):
    page = report_page(make_run(Oracle()))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert style is not None
    assert "default-src 'none'" in page
    assert hashed(style[1]) in page
    assert hashed(script) in page
    assert " style=" not in page
    assert " on" not in re.findall(r"<button[^>]*>", page)[0]


def test_it_names_no_other_file_or_host(make_run):
    page = report_page(make_run(Oracle()))
    named = re.findall(r"""(?:src|href|action)=["']([^"'#]+)""", page)
    assert all(address.startswith("data:") for address in named)


def test_what_documents_and_questions_say_is_inert(make_run):
    fact = make_fact(question='How many <script>alert(1)</script> "children"?')
    page = report_page(make_run(Oracle((fact,)), facts=(fact,)))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_test_split_is_counted_and_not_shown(make_run):
    run = make_run(Oracle())
    assert "Who led it?" not in report_page(run)
    assert "1 fact of the test split is counted" in report_page(run)
    assert "Who led it?" in report_page(run, show_test=True)


def test_it_says_at_its_head_that_the_documents_may_not_be_passed_on(make_run):
    run = make_run(Oracle())
    assert not may_be_shared(run)
    assert "For your own machine" in report_page(run)


def test_what_changed_is_shown_where_runs_are_compared(make_run):
    before, after = make_run(Oracle()), make_run(Abstainer())
    found = compare(sheet_of(before), sheet_of(after))
    page = report_page(after, Against(found, before))
    assert "3 facts pass no more, 0 pass now" in page
    assert "What changed" not in report_page(after)


def test_a_page_is_written_where_asked_and_its_folder_made(tmp_path):
    file = write_page(tmp_path / "new" / "report.html", "<p>é")
    assert file.read_text("utf-8") == "<p>é"


def test_what_cannot_be_written_is_one_sentence(tmp_path):
    with pytest.raises(RunError, match="cannot be written"):
        write_page(tmp_path, "x")
