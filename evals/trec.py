"""Qrels and runs in the form of TREC, for other tools; and somebody else's run, to score it here.

A qrel is "FACT 0 ID 1"; a line of a run is "FACT Q0 ID RANK SCORE TAG". Ids keep no white space:
it is percent-encoded. As trec_eval does, a run is read by its scores, not by its ranks.
"""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, unquote

from evals.errors import RunFileError
from evals.ranking import Qrels, Rankings

TAG = "footnote"


def qrel_lines(qrels: Qrels) -> Iterator[str]:
    """Qrels, a line for each relevant id."""
    for fact_id, relevant in qrels.items():
        for found in sorted(relevant):
            yield f"{_token(fact_id)} 0 {_token(found)} 1"


def run_lines(rankings: Rankings) -> Iterator[str]:
    """Rankings as a run. Scores count down, so that every reader of the file keeps our order."""
    for fact_id, ranked in rankings.items():
        for rank, found in enumerate(ranked, start=1):
            score = len(ranked) - rank + 1
            yield f"{_token(fact_id)} Q0 {_token(found)} {rank} {score} {TAG}"


def read_run(file: Path) -> dict[str, tuple[str, ...]]:
    """The rankings of a run file, best first, each id once. Raises RunFileError, naming the line."""
    scores: dict[str, dict[str, float]] = {}
    for number, line in enumerate(_text(file).splitlines(), start=1):
        fields = line.split()
        if not fields:
            continue
        score = _score(fields)
        if score is None:
            raise RunFileError(
                f'{file}, line {number}: a line of a TREC run is "FACT Q0 ID RANK SCORE TAG".'
            )
        found = scores.setdefault(unquote(fields[0]), {})
        found[unquote(fields[2])] = max(score, found.get(unquote(fields[2]), -math.inf))
    return {key: _best_first(found) for key, found in scores.items()}


def _best_first(scores: Mapping[str, float]) -> tuple[str, ...]:
    """By falling score; equal scores by falling id, as trec_eval breaks ties."""
    return tuple(sorted(sorted(scores, reverse=True), key=lambda found: -scores[found]))


def _score(fields: list[str]) -> float | None:
    try:
        score = float(fields[4]) if len(fields) == 6 else math.nan
    except ValueError:
        return None
    return score if math.isfinite(score) else None


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RunFileError(f"{file} cannot be read ({error}).") from error


def _token(text: str) -> str:
    """An id as TREC files can hold it: white space percent-encoded."""
    return quote(text, safe="/#@.,:;'()&+-_")
