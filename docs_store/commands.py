"""What every command shares: the --store option, exit codes, and errors as one clear line."""

import argparse
import io
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from docs_store.errors import FootnoteError

_FAILED = 1


def add_store_option(parser: argparse.ArgumentParser) -> None:
    """Give a command the option --store."""
    parser.add_argument(
        "--store",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="DIR",
        help="folder of the store (default: STORE_DIR, else ./data)",
    )


def store_dir(arguments: argparse.Namespace) -> Path:
    """The store that a command means: --store, else the setting."""
    from docs_store.settings import StoreSettings

    given: Path | None = getattr(arguments, "store", None)
    return given if given is not None else StoreSettings().dir


def run_command(command: Callable[[Sequence[str]], int], argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; an error becomes one line on stderr.

    A traceback of an error nobody foresaw is logged at DEBUG only (set FOOTNOTE_LOG=DEBUG).
    """
    stay_offline()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a name that a console cannot show stops nothing
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    level = os.environ.get("FOOTNOTE_LOG", "WARNING").upper()
    logging.basicConfig(
        level=level if level in logging.getLevelNamesMapping() else "WARNING",
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
    )
    try:
        return command(sys.argv[1:] if argv is None else argv)
    except FootnoteError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return _FAILED
    except Exception as error:
        logging.getLogger(__name__).debug("unforeseen", exc_info=True)
        print(f"{_first_sentence(error)} (set FOOTNOTE_LOG=DEBUG to see more)", file=sys.stderr)
        return _FAILED


def stay_offline() -> None:
    """Tell every library that could call home not to."""
    for name, value in {
        "HF_HUB_OFFLINE": "1",
        "TRANSFORMERS_OFFLINE": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "GRADIO_ANALYTICS_ENABLED": "False",
        "ANONYMIZED_TELEMETRY": "False",
        "TOKENIZERS_PARALLELISM": "false",
    }.items():
        os.environ.setdefault(name, value)


def _first_sentence(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return f"Something unforeseen went wrong: {text[:300]}"
