"""The cases of a report as CSV, one a row, for whoever wants to count differently."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from evals.html_report.cases import Case
from evals.slices import DIMENSIONS

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(cases: Sequence[Case]) -> str:
    """The cases with what was asked, expected and said, and every score."""
    names = list(dict.fromkeys(name for case in cases for name in case.one.scores))
    out = StringIO()
    writer = csv.writer(out)
    heads = ("id", "outcome", "lost at", *DIMENSIONS, "question", "expected", "answer", "cited")
    writer.writerow((*heads, *names))
    for case in cases:
        scores = (case.one.scores.get(name) for name in names)
        words = [inert(" ".join(cell.split())) for cell in _words(case)]
        writer.writerow((*words, *("" if score is None else score for score in scores)))
    return out.getvalue()


def _words(case: Case) -> Iterator[str]:
    yield from (case.id, case.outcome, case.stage)
    yield from ("; ".join(case.one.slices.get(name, ())) for name in DIMENSIONS)
    yield case.one.fact.question
    yield "; ".join(nugget.text for nugget in case.one.fact.nuggets if nugget.is_vital)
    yield " ".join(said.text for said in case.said) or case.message
    yield "; ".join(
        c.document if c.page is None else f"{c.document}, page {c.page}"
        for c in case.one.record.cited
    )


def inert(cell: str) -> str:
    """The words of a cell so that no spreadsheet takes them for a formula: documents and questions
    may hold anything (OWASP, "CSV Injection")."""
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
