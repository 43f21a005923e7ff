"""Weights beside nearness: a document of the year that is asked about comes first.

Source rank is no weight here: measured on the development packs it ranks passages worse, because
most questions ask what one particular document says. It decides between claims that differ.
"""

import re
from collections.abc import Iterable
from datetime import date

from docs_store.documents import Document

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def years_asked(text: str, as_of: date | None) -> frozenset[int]:
    """The years that a question names, and that of the date it is asked as at."""
    years = {int(year) for year in _YEAR.findall(text)}
    return frozenset(years | {as_of.year} if as_of else years)


def year_bonus(
    documents: Iterable[Document], years: frozenset[int], weight: float
) -> dict[str, float]:
    """`weight` for each document, by id, that speaks for one of the years."""
    return {d.id: weight for d in documents if d.dates.as_at and d.dates.as_at.year in years}
