"""`python -m assistant`: ask one question, answer a file of them, or print the judgement register."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from assistant.answers import Answer, Question, Status
from docs_store.commands import add_store_option, run_command, store_dir
from docs_store.errors import BadQuestion, MissingPath, UsageError


def main(argv: Sequence[str]) -> int:
    """The command; returns its exit code."""
    arguments = _parser().parse_args(argv)
    return int(arguments.run(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m assistant", description="Ask questions over the documents of a store."
    )
    verbs = parser.add_subparsers(required=True, metavar="ask | answers | judgements")
    ask = verbs.add_parser("ask", help="answer one question")
    ask.add_argument("question")
    ask.add_argument("--json", action="store_true", help="print the answer as JSON")
    ask.add_argument("--as-of", metavar="YYYY-MM-DD", help="answer as at this date")
    ask.set_defaults(run=_ask)
    answers = verbs.add_parser("answers", help="answer a file of questions, one JSON a line")
    answers.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    answers.add_argument("--out", type=Path, required=True, metavar="ANSWERS.jsonl")
    answers.set_defaults(run=_answers)
    judgements = verbs.add_parser("judgements", help="print every grade held, with its page")
    judgements.add_argument("--council", metavar="NAME", help="of this council only")
    judgements.add_argument("--csv", type=Path, metavar="FILE", help="write them to a CSV file")
    judgements.set_defaults(run=_judgements)
    for verb in (ask, answers, judgements):
        add_store_option(verb)
    return parser


def _ask(arguments: argparse.Namespace) -> int:
    from assistant.ask import check
    from assistant.settings import AssistantSettings

    question = Question(arguments.question, as_of=_date(arguments.as_of, "--as-of"))
    check(question, AssistantSettings().longest_question)
    from assistant.present import to_json, to_text

    assistant = _build(arguments)
    try:
        answer = assistant.ask(question)
    finally:
        assistant.close()
    if arguments.json:
        print(json.dumps(to_json(answer), indent=2, ensure_ascii=False))
    else:
        print(to_text(answer))
    return _exit_code(answer)


def _answers(arguments: argparse.Namespace) -> int:
    questions = list(read_questions(arguments.questions))
    from assistant.present import to_json

    assistant = _build(arguments)
    partial = arguments.out.with_name(arguments.out.name + ".partial")
    try:
        with partial.open("w", encoding="utf-8") as out:
            for question in questions:
                line = {"id": question.id} | to_json(assistant.ask(question))
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
        partial.replace(arguments.out)
    except OSError as error:
        raise UsageError(f"{arguments.out} cannot be written ({error.strerror}).") from error
    finally:
        assistant.close()
    print(f"{len(questions)} questions answered in {arguments.out}.")
    return 0


def _judgements(arguments: argparse.Namespace) -> int:
    from assistant.register.command import judgements

    return judgements(store_dir(arguments), arguments.council, arguments.csv)


def read_questions(path: Path) -> Iterator[Question]:
    """The questions of a JSONL file, in order. Raises MissingPath or UsageError with the line."""
    if not path.is_file():
        raise MissingPath(f"There is no file at {path}: check the path.")
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield _question(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(
                f"Line {number} of {path} is not a question: it needs an id and a question "
                f"(and may have history and as_of), as JSON ({error})."
            ) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{path} cannot be read as UTF-8 text: save it as UTF-8.") from error


def _question(row: dict[str, Any]) -> Question:
    return Question(
        text=str(row["question"]),
        history=tuple(str(said) for said in row.get("history") or ()),
        as_of=date.fromisoformat(row["as_of"]) if row.get("as_of") else None,
        id=str(row["id"]),
    )


def _date(text: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"{option} wants a date as YYYY-MM-DD, not {text}.") from error


def _build(arguments: argparse.Namespace) -> Any:
    from assistant.build import build_assistant
    from docs_store.settings import StoreSettings

    return build_assistant(store_dir(arguments), encoder_model=StoreSettings().encoder)


def _exit_code(answer: Answer) -> int:
    if answer.status is Status.ERROR_QUESTION:
        raise BadQuestion(answer.message)
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
