"""A table of grades in a paper or a page of news: it tells what an inspection judged, and the text
around it when."""

from collections.abc import Iterator, Sequence

from docs_store.documents import Document
from docs_store.judgements import Area, Basis, Judgement, same_grade
from ingest.blocks import Block
from ingest.judgements.claims import Claim, Form
from ingest.judgements.rows import rows_in


def told_in_tables(
    document: Document, blocks: Sequence[Block], told: Sequence[Judgement]
) -> Iterator[Judgement]:
    """The grades of the one table that a paper gives of its own council; `told` is what its text
    tells. A table without help and protection is of a school or a home. Two tables that differ (then and now, now and hoped for) tell nothing for certain."""
    rows = [claim for claim in rows_in(blocks) if claim.form is Form.TABLE]
    graded = {claim.area: claim for claim in reversed(rows)}
    if document.council is None or Area.HELP_AND_PROTECTION not in graded:
        return
    if any(not same_grade(claim.grade, graded[claim.area].grade) for claim in rows):
        return
    dated = _telling_when(document.council, graded.get(Area.OVERALL), told)
    for area in (area for area in Area if area in graded):
        yield Judgement(
            document_id=document.id,
            council=document.council,
            framework=dated.framework if dated else None,
            area=area,
            grade=graded[area].grade,
            basis=Basis.TOLD,
            inspected_from=dated.inspected_from if dated else None,
            inspected_to=dated.inspected_to if dated else None,
            spans=graded[area].spans + (dated.spans if dated else ()),
        )


def _telling_when(
    council: str, overall: Claim | None, told: Sequence[Judgement]
) -> Judgement | None:
    """What the text tells of the same overall grade, with its date, if it does so once."""
    if overall is None:
        return None
    same = [
        judgement
        for judgement in told
        if judgement.council == council
        and judgement.area is Area.OVERALL
        and judgement.inspected_from is not None
        and same_grade(judgement.grade, overall.grade)
    ]
    return same[0] if len(same) == 1 else None
