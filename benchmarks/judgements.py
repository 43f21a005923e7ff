"""How often each field of the judgement register is right, against reports labelled by hand.

`python -m benchmarks.judgements --corpus DIR` prints right/total per column of `judgements --csv`,
then every report of the folder that has no grades, with the reason, and every doubt. The labels are
those of `benchmarks.identification`, of councils that nothing here was developed on; so the misses
are printed only with `--show`, and a figure taken after looking at them is no longer a held-out one.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.identification import Compared, labelled
from benchmarks.reports import prepared, reports_folder
from docs_store.judgements import Area, Basis, Judgement
from docs_store.ungraded import why_ungraded
from ingest.prepare import Prepared

GRADES = tuple(area.value for area in Area)


def row_of(report: Prepared) -> dict[str, str]:
    """The line of the register for one report, by column of `judgements --csv`; "" where the register
    has nothing. `page` is where the overall grade stands, or the first grade where there is none."""
    document = report.document
    judged = {j.area: j for j in report.judgements if j.basis is Basis.JUDGED}
    first = judged.get(Area.OVERALL) or next(iter(judged.values()), None)
    return {
        "council": document.council or "",
        "framework": document.framework or "",
        "inspection_start": str(document.dates.on_site_from or ""),
        "inspection_end": str(document.dates.on_site_to or ""),
        "publication_date": str(document.dates.published or ""),
        "lead_inspector": " and ".join(document.inspectors),
        **{area.value: judged[area].grade if area in judged else "" for area in Area},
        "page": str(report.pages[first.spans[0].page].number or "") if first else "",
    }


def compared(report: Prepared, label: dict[str, str]) -> Iterator[Compared]:
    """Each labelled field beside what the register has. Where the report prints no date of
    publication, the date in its file name counts as the right one."""
    wanted = {
        **label,
        "inspection_start": label["on_site_start"],
        "inspection_end": label["on_site_end"],
        "publication_date": label["published"] or label["published_in_file_name"],
        "page": label["grades_page"],
    }
    for field, found in row_of(report).items():
        yield Compared(report.document.id, field, wanted[field], found)


def doubts(reports: Sequence[Prepared]) -> list[Judgement]:
    """The judgements of which a report says two different things."""
    return [judgement for report in reports for judgement in report.judgements if judgement.doubt]


def main() -> None:
    """Prepare every report of the folder and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="holds reports/COUNCIL/FILE")
    parser.add_argument("--show", action="store_true", help="print the misses: ends the hold-out")
    arguments = parser.parse_args()
    folder = reports_folder(arguments.corpus)
    reports = list(prepared(folder, sorted(folder.rglob("*.pdf"))))
    labels = {row["document"]: row for row in labelled()}
    found = [
        one
        for report in reports
        if report.document.id in labels
        for one in compared(report, labels[report.document.id])
    ]
    if not found:
        parser.error(f"none of the labelled reports is in {arguments.corpus}")
    for field in dict.fromkeys(one.field for one in found):
        _print_row(field, [one for one in found if one.field == field])
    _print_row("grades", [one for one in found if one.field in GRADES])
    _print_row("all", found)
    _print_reports(reports)
    if arguments.show:
        for miss in (one for one in found if not one.is_right):
            print(f"{miss.document}: {miss.field}: wanted {miss.wanted!r}, found {miss.found!r}")


def _print_reports(reports: Sequence[Prepared]) -> None:
    reasons = {r.document.id: why_ungraded(r.document, r.judgements) for r in reports}
    without = {name: reason for name, reason in reasons.items() if reason}
    told = sum(j.basis is Basis.TOLD for report in reports for j in report.judgements)
    print(f"\n{len(reports)} reports, {len(without)} without grades, {told} grades told of others")
    for name, reason in without.items():
        print(f"  {name}: {reason}")
    for judgement in doubts(reports):
        print(f"  {judgement.document_id}: {judgement.area}: {judgement.doubt}")


def _print_row(name: str, found: list[Compared]) -> None:
    right = sum(one.is_right for one in found)
    print(f"{name:36} {right:4}/{len(found):<4} {100 * right / len(found):6.1f} %")


if __name__ == "__main__":
    main()
