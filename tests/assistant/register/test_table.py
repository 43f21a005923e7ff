import csv
import io
from dataclasses import replace

from rich.console import Console

from assistant.register.table import COLUMNS, print_table, reasons, reports, row_of, write_csv
from tests.assistant.register.made import a_shelf


def _row(key: str) -> dict[str, str]:
    shelf = a_shelf()
    return dict(row_of(shelf.documents[key], shelf.judgements, shelf.pages[key]))


def test_a_row_has_the_grades_as_printed_and_blanks_where_there_are_none() -> None:
    assert _row("eastmere-2018.pdf") == {
        "document": "eastmere-2018.pdf",
        "council": "Eastmere",
        "framework": "ILACS",
        "inspection_start": "2018-09-03",
        "inspection_end": "2018-09-14",
        "publication_date": "2018-10-22",
        "lead_inspector": "Cy Ash",
        "overall_effectiveness": "requires improvement to be good",
        "help_and_protection": "requires improvement to be good",
        "in_care_or_looked_after": "",
        "care_leavers": "",
        "in_care_combined_with_care_leavers": "requires improvement to be good",
        "leadership": "good",
        "adoption": "",
        "page": "1",
    }


def test_what_is_told_of_other_inspections_is_in_no_row() -> None:
    assert _row("northmere-2019.pdf")["overall_effectiveness"] == "inadequate"


def test_csv_has_the_columns_in_their_order() -> None:
    out = io.StringIO()
    write_csv([_row("westmere-2022.pdf")], out)
    head, line = list(csv.reader(io.StringIO(out.getvalue())))
    assert tuple(head) == COLUMNS
    assert ",".join(COLUMNS) == (
        "document,council,framework,inspection_start,inspection_end,publication_date,"
        "lead_inspector,overall_effectiveness,help_and_protection,in_care_or_looked_after,"
        "care_leavers,in_care_combined_with_care_leavers,leadership,adoption,page"
    )
    assert line[1] == "Westmere"


def test_joint_leads_stand_together() -> None:
    shelf = a_shelf()
    document = replace(shelf.documents["westmere-2022.pdf"], inspectors=("Bo Elm", "Cy Ash"))
    row = row_of(document, shelf.judgements, shelf.pages[document.id])
    assert row["lead_inspector"] == "Bo Elm and Cy Ash"


def test_reports_stand_by_council_and_time_and_those_without_grades_have_a_reason() -> None:
    shelf = a_shelf()
    documents = reports(shelf.documents.values())
    assert [one.id for one in documents][:3] == [
        "eastmere-2014.pdf", "eastmere-2018.pdf", "eastmere-2023.pdf",
    ]  # fmt: skip
    assert reasons(documents, shelf.judgements) == []
    (reason,) = reasons(documents[:1], [])
    assert reason.startswith("eastmere-2014.pdf: ")


def test_a_terminal_shows_the_grades() -> None:
    out = io.StringIO()
    print_table([_row("westmere-2022.pdf")], Console(file=out, width=200))
    assert "Westmere" in out.getvalue()
    assert "outstanding" in out.getvalue()
