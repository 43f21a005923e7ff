"""Judgements as rows of the catalogue, and back."""

import json
from collections.abc import Sequence

from sqlalchemy import RowMapping

from docs_store.documents import Span
from docs_store.judgements import Area, Basis, Judgement


def rows_of(judgements: Sequence[Judgement]) -> list[dict[str, object]]:
    """One row a judgement, numbered in the order given, which must be that of one document."""
    return [
        {
            "document_id": judgement.document_id,
            "ordinal": ordinal,
            "council": judgement.council,
            "framework": judgement.framework,
            "area": judgement.area.value,
            "grade": judgement.grade,
            "basis": judgement.basis.value,
            "inspected_from": judgement.inspected_from,
            "inspected_to": judgement.inspected_to,
            "spans": json.dumps([(s.page, s.start, s.end) for s in judgement.spans]),
            "doubt": judgement.doubt,
        }
        for ordinal, judgement in enumerate(judgements)
    ]


def judgement_of(row: RowMapping) -> Judgement:
    """The judgement of a row that `rows_of` made."""
    return Judgement(
        document_id=row["document_id"],
        council=row["council"],
        framework=row["framework"],
        area=Area(row["area"]),
        grade=row["grade"],
        basis=Basis(row["basis"]),
        inspected_from=row["inspected_from"],
        inspected_to=row["inspected_to"],
        spans=tuple(Span(*span) for span in json.loads(row["spans"])),
        doubt=row["doubt"],
    )
