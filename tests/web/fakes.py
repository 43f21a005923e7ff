"""A small store with originals, and an assistant that answers from it without models."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assistant.answers import Answer, Citation, Progress, Question, Statement, Status
from docs_store.catalogue import Catalogue
from docs_store.catalogue_writer import CatalogueWriter
from docs_store.documents import Dates, Document, DocumentKind, Page, Passage, Sentence, Span
from docs_store.originals import Originals
from docs_store.sources import Source, SourceRank
from ingest.copies import sketch_of
from tests.fakes import encode_passage

GOOD = "Social workers know their children well."
TWICE = "Progress has been too slow."
POISON = (
    'Visits are late <img src="https://evil.example/leak.png"> ![x](https://evil.example/a.png) '
    "<script>alert(1)</script> <style>body{display:none}</style> [click](https://evil.example/) "
    "see https://evil.example/b and www.evil.example or write to a@evil.example."
)
PDF_PAGES = (
    ("Monitoring visit to Eastmere", "12. " + GOOD, TWICE + " It must be faster.", "Care plans."),
    ("A second page", "13. Leaders act. " + TWICE, "The end."),
)


def write_pdf(
    path: Path, pages: tuple[tuple[str, ...], ...] = PDF_PAGES, *, turned: int = 0
) -> None:
    canvas = Canvas(str(path), pagesize=A4, pageCompression=0, invariant=1)
    for lines in pages:
        canvas.setPageRotation(turned)
        for number, line in enumerate(lines):
            canvas.drawString(72, 760 - 40 * number, line)
        canvas.showPage()
    canvas.save()


def make_store(folder: Path) -> Path:
    """A store that holds a letter as PDF and a poisoned news page as text."""
    folder.mkdir(parents=True, exist_ok=True)
    letter, news = folder / "letter one.pdf", folder / "news.txt"
    write_pdf(letter)
    news.write_text(f"News.\n{POISON}\nMore news.", encoding="utf-8")
    pages = [Page(n, "\n".join(lines)) for n, lines in enumerate(PDF_PAGES, 1)]
    store = folder / "store"
    _put(store, letter, pages, DocumentKind.MONITORING_LETTER, "12")
    _put(store, news, [Page(None, news.read_text("utf-8"))], DocumentKind.PRESS, None)
    return store


def _put(
    store: Path, file: Path, pages: list[Page], kind: DocumentKind, paragraph: str | None
) -> None:
    sha256 = Originals(store).keep(file, hashlib.sha256(file.read_bytes()).hexdigest()).stem
    document = Document(
        id=file.name,
        title=f"Title of {file.stem}",
        kind=kind,
        council="Eastmere",
        source=Source("Ofsted", SourceRank.INSPECTORATE),
        dates=Dates(date(2018, 10, 3), date(2018, 10, 4), None, date(2018, 10, 25)),
        sha256=sha256,
        page_count=len(pages) if pages[0].number else None,
        inspectors=("Jo Bell",),
    )
    passages = [_passage(file.name, at, page, paragraph) for at, page in enumerate(pages)]
    encodings = [encode_passage(passage) for passage in passages]
    catalogue = CatalogueWriter.create(store)
    catalogue.put(
        document,
        pages,
        passages,
        encodings,
        path=file,
        root=file.parent,
        made_by="test",
        sketch=sketch_of(passages),
    )
    catalogue.close()


def _passage(document_id: str, at: int, page: Page, paragraph: str | None) -> Passage:
    sentence = Sentence(0, len(page.text), (Span(at, 0, len(page.text)),))
    number = page.number
    return Passage(
        f"{document_id}#{at}",
        document_id,
        at,
        page.text,
        "",
        paragraph,
        number,
        number,
        (sentence,),
    )


def cite(catalogue: Catalogue, document_id: str, quote: str, n: int = 1, page: int = 0) -> Citation:
    """A citation of `quote` where it first stands on the page at that position."""
    document = catalogue.document(document_id)
    assert document is not None
    shown = catalogue.pages(document_id)[page]
    start = shown.text.index(quote)
    span = Span(page, start, start + len(quote))
    return Citation(
        n=n,
        id=f"{document.sha256[:12]}.{page}.{span.start}-{span.end}",
        document=document_id,
        title=document.title,
        kind=document.kind,
        council=document.council,
        publisher=document.source.publisher,
        published=document.dates.published,
        page=shown.number,
        paragraph="12",
        quote=quote,
        span=span,
    )


class FakeAssistant:
    """Quotes the letter and the poisoned page, whatever is asked; refuses what says "nothing"."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.asked: list[Question] = []
        self.is_closed = False

    def stream(self, question: Question) -> Iterator[Progress | Answer]:
        self.asked.append(question)
        if not 0 < len(question.text) <= 400:
            message = "Too long: 400 at most." if question.text else "There is no question."
            yield Answer(question, question.text, Status.ERROR_QUESTION, message=message)
            return
        yield Progress("Searching 2 documents…")
        good = cite(self.catalogue, "letter one.pdf", GOOD)
        bad = cite(self.catalogue, "news.txt", POISON, 2)
        if "nothing" in question.text:
            yield Answer(
                question, question.text, Status.NO_EVIDENCE, searched="2 documents", nearest=(good,)
            )
            return
        yield Answer(
            question,
            question.text,
            Status.ANSWERED,
            short_answer="know their children well",
            statements=(Statement(GOOD, (1,)), Statement(POISON, (2,))),
            citations=(good, bad),
            as_of=date(2018, 10, 4),
        )

    def close(self) -> None:
        self.is_closed = True
