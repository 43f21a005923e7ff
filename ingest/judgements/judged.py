"""What an inspection report judged: each area's grade, checked against every other place in the
report that states it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from docs_store.documents import Document, DocumentKind, Page
from docs_store.judgements import Area, Basis, Judgement, same_grade
from ingest.blocks import Block
from ingest.judgements.before_sif import by_half, is_in_two_halves
from ingest.judgements.claims import Claim, Form
from ingest.judgements.prose import sentences_in
from ingest.judgements.rows import rows_in
from ingest.repairs import Repairs

_APART = frozenset((Area.IN_CARE, Area.CARE_LEAVERS))
_ALWAYS = frozenset((Area.OVERALL, Area.HELP_AND_PROTECTION, Area.LEADERSHIP))
_GRADED = {
    "pre-SIF": _ALWAYS | {Area.IN_CARE},
    "SIF": _ALWAYS | _APART | {Area.ADOPTION},
    "ILACS": _ALWAYS | _APART | {Area.IN_CARE_AND_CARE_LEAVERS},
}
"""The areas that each framework grades."""
_ORDER = tuple(Area)
_OPENING = 1500


def judged_in(
    document: Document, pages: Sequence[Page], blocks: Sequence[Block], repairs: Repairs
) -> Iterator[Judgement]:
    """The judgements of the inspection that `document` reports, in the order of `Area`; none for
    letters, papers and news, and for reports of other inspections."""
    graded = _GRADED.get(document.framework or "")
    if document.kind is not DocumentKind.INSPECTION_REPORT or graded is None:
        return
    claims = [claim for claim in _claims(document, pages, blocks, repairs) if claim.area in graded]
    claims = sorted(_of_one_kind(claims), key=lambda claim: (_ORDER.index(claim.area), claim.form))
    for area, stated in groupby(claims, key=lambda claim: claim.area):
        yield _judgement(document, pages, area, list(stated))


def _claims(
    document: Document, pages: Sequence[Page], blocks: Sequence[Block], repairs: Repairs
) -> list[Claim]:
    rows = rows_in(blocks)
    opening = " ".join(pages[0].text[:_OPENING].split())
    if document.framework == "pre-SIF" and is_in_two_halves(opening):
        return list(by_half(rows, blocks))
    return [*rows, *sentences_in(blocks, repairs)]


def _of_one_kind(claims: Sequence[Claim]) -> Iterable[Claim]:
    """Without the claims about children in care that do not fit how the report grades them: with
    care leavers in one grade, or apart. The form believed first says which."""
    in_care = [c for c in claims if c.area in _APART or c.area is Area.IN_CARE_AND_CARE_LEAVERS]
    if not in_care:
        return claims
    is_apart = min(in_care, key=lambda claim: claim.form).area in _APART
    unfit = {Area.IN_CARE_AND_CARE_LEAVERS} if is_apart else _APART
    return [claim for claim in claims if claim.area not in unfit]


def _judgement(
    document: Document, pages: Sequence[Page], area: Area, stated: Sequence[Claim]
) -> Judgement:
    """The grade that the form believed first states; where another place differs, it is cited too."""
    first = stated[0]
    other = next((claim for claim in stated if not same_grade(claim.grade, first.grade)), None)
    doubt = f"{_said(first, pages)}; {_said(other, pages)}." if other else ""
    return Judgement(
        document_id=document.id,
        council=document.council,
        framework=document.framework,
        area=area,
        grade=first.grade,
        basis=Basis.JUDGED,
        inspected_from=document.dates.on_site_from,
        inspected_to=document.dates.on_site_to,
        spans=first.spans + (other.spans if other else ()),
        doubt=doubt[:1].upper() + doubt[1:],
    )


_NAMES = {Form.TABLE: "the table", Form.HEADING: "the heading", Form.PROSE: "the text"}


def _said(claim: Claim, pages: Sequence[Page]) -> str:
    """ "the table on page 1 says good"."""
    number = pages[claim.spans[0].page].number
    place = f" on page {number}" if number is not None else ""
    return f"{_NAMES[claim.form]}{place} says {claim.grade}"
