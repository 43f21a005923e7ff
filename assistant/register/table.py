"""The register as a table: one row an inspection report, as CSV or for a terminal."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table

from docs_store.documents import Document, DocumentKind, Page
from docs_store.judgements import Area, Basis, Judgement
from docs_store.ungraded import why_ungraded

COLUMNS = (
    "document", "council", "framework", "inspection_start", "inspection_end", "publication_date",
    "lead_inspector", *(area.value for area in Area), "page",
)  # fmt: skip
_HEADS = {
    "council": "Council", "inspection_end": "Inspected to", "framework": "Framework",
    Area.OVERALL.value: "Overall", Area.HELP_AND_PROTECTION.value: "Help and protection",
    Area.IN_CARE.value: "In care", Area.CARE_LEAVERS.value: "Care leavers",
    Area.IN_CARE_AND_CARE_LEAVERS.value: "In care and care leavers",
    Area.LEADERSHIP.value: "Leadership", Area.ADOPTION.value: "Adoption", "page": "Page",
}  # fmt: skip
Row = Mapping[str, str]


def row_of(document: Document, judgements: Iterable[Judgement], pages: Sequence[Page]) -> Row:
    """The row of one inspection report, by column; "" where the report has nothing.

    `judgements` may be those of more documents. `page` is where the overall grade stands, or the
    first grade where there is none.
    """
    judged: dict[Area, Judgement] = {}
    for judgement in judgements:
        if judgement.document_id == document.id and judgement.basis is Basis.JUDGED:
            judged.setdefault(judgement.area, judgement)
    first = judged.get(Area.OVERALL) or next(iter(judged.values()), None)
    return {
        "document": document.id,
        "council": document.council or "",
        "framework": document.framework or "",
        "inspection_start": str(document.dates.on_site_from or ""),
        "inspection_end": str(document.dates.on_site_to or ""),
        "publication_date": str(document.dates.published or ""),
        "lead_inspector": " and ".join(document.inspectors),
        **{area.value: judged[area].grade if area in judged else "" for area in Area},
        "page": str(pages[first.spans[0].page].number or "") if first else "",
    }


def reports(documents: Iterable[Document]) -> list[Document]:
    """The inspection reports, by council and in order of time."""
    found = [one for one in documents if one.kind is DocumentKind.INSPECTION_REPORT]
    return sorted(found, key=lambda one: (one.council or "", str(one.dates.as_at or ""), one.id))


def reasons(documents: Iterable[Document], judgements: Sequence[Judgement]) -> list[str]:
    """For each report without grades, its id and why, in a line."""
    found = ((one.id, why_ungraded(one, judgements)) for one in documents)
    return [f"{key}: {reason}" for key, reason in found if reason]


def write_csv(rows: Iterable[Row], out: TextIO) -> None:
    """The rows as CSV with a head, columns in the order of `COLUMNS`."""
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def print_table(rows: Iterable[Row], console: Console) -> None:
    """The rows as a table for a terminal, without the columns that only machines want."""
    table = Table()
    for head in _HEADS.values():
        table.add_column(head)
    for row in rows:
        table.add_row(*(row[column] for column in _HEADS))
    console.print(table)
