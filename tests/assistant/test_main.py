import json
from datetime import date
from pathlib import Path

import pytest

from assistant.__main__ import read_questions
from assistant.answers import Question
from docs_store.errors import MissingPath, UsageError


def test_questions_are_read_in_order_with_history_and_date(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    rows = [
        {"id": "a", "question": "Why?", "history": ["When?"], "as_of": "2019-01-31"},
        {"id": 2, "question": "Who?"},
    ]
    file.write_text("\n\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    assert list(read_questions(file)) == [
        Question("Why?", ("When?",), date(2019, 1, 31), "a"),
        Question("Who?", (), None, "2"),
    ]


@pytest.mark.parametrize(
    "line", ["not json", "[]", '{"id": "a"}', '{"id": "a", "question": "?", "as_of": "May"}']
)
def test_a_line_that_is_no_question_is_named_by_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "a", "question": "Why?"}\n' + line + "\n")
    with pytest.raises(UsageError, match="Line 2"):
        list(read_questions(file))


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingPath):
        list(read_questions(tmp_path / "none.jsonl"))
