import ir_measures
import pytest

from evals.errors import RunFileError
from evals.trec import qrel_lines, read_run, run_lines

RANKINGS = {"f 1": ("a b#1", "c#2"), "f2": ("d#3",)}


def test_qrels_and_runs_have_the_fields_of_trec():
    assert list(qrel_lines({"f1": frozenset({"b c#2", "a#1"})})) == [
        "f1 0 a#1 1",
        "f1 0 b%20c#2 1",
    ]
    assert list(run_lines(RANKINGS)) == [
        "f%201 Q0 a%20b#1 1 2 footnote",
        "f%201 Q0 c#2 2 1 footnote",
        "f2 Q0 d#3 1 1 footnote",
    ]


def test_ir_measures_reads_what_is_written(tmp_path):
    run, qrels = tmp_path / "run.txt", tmp_path / "qrels.txt"
    run.write_text("\n".join(run_lines({"f1": ("x#1", "a b#1")})))
    qrels.write_text("\n".join(qrel_lines({"f1": frozenset({"a b#1"})})))
    found = ir_measures.calc_aggregate(
        [ir_measures.RR],
        list(ir_measures.read_trec_qrels(str(qrels))),
        list(ir_measures.read_trec_run(str(run))),
    )
    assert found[ir_measures.RR] == 0.5


def test_a_run_comes_back_in_its_order(tmp_path):
    file = tmp_path / "run.txt"
    file.write_text("\n".join(run_lines(RANKINGS)) + "\n\n")
    assert read_run(file) == RANKINGS


def test_a_run_is_read_by_its_scores_and_each_id_once(tmp_path):
    file = tmp_path / "run.txt"
    file.write_text("q Q0 a 1 0.1 x\nq Q0 b 2 0.9 x\nq Q0 a 3 0.95 x\nq Q0 c 4 0.9 x\n")
    assert read_run(file) == {"q": ("a", "c", "b")}


@pytest.mark.parametrize("line", ["q Q0 a 1 0.5", "q Q0 a 1 high x", "q Q0 a 1 nan x", "q,a,1"])
def test_a_line_that_is_none_is_named(tmp_path, line):
    file = tmp_path / "run.txt"
    file.write_text(f"q Q0 a 1 0.5 x\n{line}\n")
    with pytest.raises(RunFileError, match="line 2"):
        read_run(file)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(RunFileError, match="cannot be read"):
        read_run(tmp_path / "nowhere")
