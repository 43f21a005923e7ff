"""`python -m evals`: known facts put to the assistant, what came of it, and whether it got worse."""

import sys
from collections.abc import Sequence

from docs_store.commands import run_command
from evals.command_line import parser_of_commands


def main(argv: Sequence[str]) -> int:
    """The command; returns its exit code."""
    options = parser_of_commands().parse_args(argv)
    code: int = options.does(options)
    return code


if __name__ == "__main__":
    sys.exit(run_command(main))
