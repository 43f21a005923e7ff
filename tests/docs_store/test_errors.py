import inspect

from docs_store import errors
from docs_store.errors import FootnoteError, UsageError


def test_every_error_is_drawn_in_the_tree() -> None:
    drawn = errors.__doc__ or ""
    for name, kind in inspect.getmembers(errors, inspect.isclass):
        assert name in drawn
        assert issubclass(kind, FootnoteError)


def test_only_usage_errors_exit_with_two() -> None:
    for _, kind in inspect.getmembers(errors, inspect.isclass):
        assert issubclass(kind, FootnoteError)
        assert kind.exit_code == (2 if issubclass(kind, UsageError) else 1)
