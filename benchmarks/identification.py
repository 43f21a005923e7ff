"""How often each field of a report is identified right, against reports labelled by hand.

`python -m benchmarks.identification --corpus DIR` prints right/total per field. The labels
(`tests/ingest/labelled_reports.csv`) were made from page images, of councils that nothing here was
developed on; so the misses are printed only with `--show`, and a figure taken after looking at them
is no longer a held-out one.
"""

import argparse
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reports import prepared, reports_folder
from docs_store.documents import Document

LABELS = Path(__file__).resolve().parent.parent / "tests" / "ingest" / "labelled_reports.csv"


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of one report: what was wanted and what was found, each as printed in the table."""

    document: str
    field: str
    wanted: str
    found: str

    @property
    def is_right(self) -> bool:
        """Whether the same was found as was wanted."""
        return self.wanted == self.found


def labelled(labels: Path = LABELS) -> list[dict[str, str]]:
    """The labelled reports: a row each, by column name."""
    with labels.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def compared(document: Document, row: dict[str, str]) -> Iterator[Compared]:
    """Each labelled field beside what was identified. Where the report prints no date of publication,
    the date in its file name counts as the right one."""
    dates = document.dates
    wanted = {
        "kind": (row["kind"], document.kind.value),
        "framework": (row["framework"], document.framework),
        "council": (row["council"], document.council),
        "published": (row["published"] or row["published_in_file_name"], dates.published),
        "on site, first day": (row["on_site_start"], dates.on_site_from),
        "on site, last day": (row["on_site_end"], dates.on_site_to),
        "lead inspector": (row["lead_inspector"], " and ".join(document.inspectors)),
    }
    for field, (label, found) in wanted.items():
        yield Compared(document.id, field, label, str(found or ""))


def compare_all(folder: Path, rows: list[dict[str, str]]) -> list[Compared]:
    """Every field of every row whose report is in `folder`."""
    here = [row for row in rows if (folder / row["document"]).is_file()]
    made = prepared(folder, [folder / row["document"] for row in here])
    return [
        one for row, found in zip(here, made, strict=True) for one in compared(found.document, row)
    ]


def main() -> None:
    """Prepare the labelled reports and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="holds reports/COUNCIL/FILE")
    parser.add_argument("--show", action="store_true", help="print the misses: ends the hold-out")
    arguments = parser.parse_args()
    found = compare_all(reports_folder(arguments.corpus), labelled())
    if not found:
        parser.error(f"none of the labelled reports is in {arguments.corpus}")
    for field in dict.fromkeys(one.field for one in found):
        _print_row(field, [one for one in found if one.field == field])
    _print_row("all", found)
    if arguments.show:
        for miss in (one for one in found if not one.is_right):
            print(f"{miss.document}: {miss.field}: wanted {miss.wanted!r}, found {miss.found!r}")


def _print_row(name: str, found: list[Compared]) -> None:
    right = sum(one.is_right for one in found)
    print(f"{name:20} {right:4}/{len(found):<4} {100 * right / len(found):6.1f} %")


if __name__ == "__main__":
    main()
