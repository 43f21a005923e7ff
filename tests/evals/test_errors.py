import inspect

from docs_store.errors import FootnoteError
from evals import errors


def test_every_error_is_in_the_drawn_tree_and_says_how_a_command_ends():
    tree = [error for _, error in inspect.getmembers(errors, inspect.isclass)]
    ours = [
        error
        for error in tree
        if issubclass(error, FootnoteError) and error.__module__ == "evals.errors"
    ]
    assert len(ours) == sum(error.__module__ == "evals.errors" for error in tree)
    assert all(error.__name__ in (errors.__doc__ or "") for error in ours)
    assert {e.__name__ for e in ours if e.exit_code != 2} == {"EvalsError"}
