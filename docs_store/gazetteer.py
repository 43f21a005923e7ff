"""The councils of England that run children's services, and the forms in which each is printed."""

import csv
import functools
from pathlib import Path

_NAMES = Path(__file__).with_name("councils.csv")


@functools.cache
def gazetteer() -> dict[str, str]:
    """Every printed form of a council's name → the name it is known by here."""
    names: dict[str, str] = {}
    with _NAMES.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            for printed in (row["name"], *filter(None, row["aliases"].split(";"))):
                names[printed] = row["name"]
                names[printed.replace(" and ", " & ")] = row["name"]
                names[printed.replace("-", " ")] = row["name"]
    return names
