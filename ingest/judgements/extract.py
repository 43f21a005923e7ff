"""All judgements of a document: its own, and those it tells of."""

from collections.abc import Sequence

from docs_store.documents import Document, Page
from docs_store.judgements import Judgement
from ingest.blocks import Block
from ingest.judgements.judged import judged_in
from ingest.judgements.told import OF_INSPECTORATE, told_in
from ingest.judgements.told_tables import told_in_tables
from ingest.repairs import Repairs


def judgements_in(
    document: Document, pages: Sequence[Page], blocks: Sequence[Block], repairs: Repairs
) -> tuple[Judgement, ...]:
    """The judgements of the inspection that `document` reports, then those it tells of others, each
    with where it stands on `pages`."""
    judged = list(judged_in(document, pages, blocks, repairs))
    told = told_in(document, blocks, repairs)
    if document.kind in OF_INSPECTORATE:
        return (*judged, *told)
    in_tables = list(told_in_tables(document, blocks, told))
    covered = {(j.council, j.area, j.grade, j.inspected_from) for j in in_tables}
    rest = [j for j in told if (j.council, j.area, j.grade, j.inspected_from) not in covered]
    return (*rest, *in_tables)
