"""Made-up documents for the tests of judgements: pages of text, read as a PDF's would be."""

from datetime import date

from docs_store.documents import Dates, Document, DocumentKind, Page, verbatim
from docs_store.judgements import Area, Judgement
from docs_store.sources import Source, SourceRank
from ingest.blocks import Block
from ingest.judgements.extract import judgements_in
from ingest.prepare import blocks_in
from ingest.reading import ReadResult
from ingest.repairs import Repairs, vocabulary

ON_SITE = (date(2019, 3, 4), date(2019, 3, 15))


def made_up(
    framework: str | None = "ILACS",
    kind: DocumentKind = DocumentKind.INSPECTION_REPORT,
    council: str | None = "Ambleford",
    on_site: tuple[date, date] | None = ON_SITE,
) -> Document:
    """A document about Ambleford."""
    first, last = on_site or (None, None)
    return Document(
        id="report.pdf",
        title="Report",
        kind=kind,
        council=council,
        source=Source("Ofsted", SourceRank.INSPECTORATE),
        dates=Dates(on_site_from=first, on_site_to=last),
        sha256="0" * 64,
        page_count=1,
        framework=framework,
    )


def pages_of(*texts: str) -> tuple[Page, ...]:
    """Pages 1, 2, … of these texts."""
    return tuple(Page(number, text) for number, text in enumerate(texts, start=1))


def blocks_of(*texts: str) -> tuple[list[Block], Repairs]:
    """The blocks of these pages, and the repairs for them."""
    pages = pages_of(*texts)
    blocks, marks = blocks_in(ReadResult("pdf", pages))
    return blocks, Repairs(vocabulary(texts), marks)


def extracted(document: Document, *texts: str) -> tuple[Judgement, ...]:
    """All judgements of a document with these pages."""
    blocks, repairs = blocks_of(*texts)
    return judgements_in(document, pages_of(*texts), blocks, repairs)


def grades(document: Document, *texts: str) -> dict[Area, str]:
    """The grade of each area that a document with these pages judged."""
    return {j.area: j.grade for j in extracted(document, *texts)}


def quotes(judgement: Judgement, *texts: str) -> list[str]:
    """The words that a judgement stands on."""
    return [verbatim(pages_of(*texts), span) for span in judgement.spans]


def told(sentence: str, **document: object) -> list[tuple[str | None, str, str, str, str]]:
    """What a page of news with this paragraph tells: council, area, grade, first and last day."""
    paper = made_up(None, DocumentKind.PRESS, on_site=None, **document)  # type: ignore[arg-type]
    opening = (
        "Ofsted has published a letter about a council, and the council has answered it today."
    )
    return [
        (j.council, j.area.name, j.grade, str(j.inspected_from), str(j.inspected_to))
        for j in extracted(paper, f"{opening}\n\n{sentence}")
    ]
