"""The pages behind the citations: a quote in its document, page images and originals.

They are plain pages: they work without JavaScript, can be linked to and can be printed. The Ask page
opens the same page, as a fragment, beside the answer.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response
from jinja2 import Environment, FileSystemLoader

from assistant.answer_layout import day
from docs_store.catalogue import Catalogue
from docs_store.documents import Dates, Document
from docs_store.originals import Originals
from web import addresses, cited_place
from web.cited_place import CitedPlace
from web.highlight import boxes, page_image, page_size, text_with_mark
from web.scan_highlight import is_scan, scan_boxes

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
_KEEP = "private, max-age=31536000, immutable"
_INLINE = {".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8"}
_GONE = (
    "This source is not held here",
    "The document may have been replaced or removed since the answer was given. "
    "Ask the question again to see what is held now.",
)
_NOT_DRAWN = (
    "This page cannot be drawn",
    "Its file is damaged, or the page has a size that cannot be shown. Its words can still be read "
    "where they are cited, and the original file can be opened.",
)


class SourceView:
    """Answers the requests for sources out of one catalogue and its originals."""

    def __init__(self, catalogue: Catalogue, originals: Originals) -> None:
        self._catalogue = catalogue
        self._originals = originals

    def router(self) -> APIRouter:
        """The routes, in the order in which they must be tried."""
        routes = APIRouter()
        routes.get("/healthz")(self.health)
        routes.get("/source/{citation_id}")(self.source)
        routes.get("/source/{citation_id}/marks")(self.marks)
        routes.get("/documents/{document_id:path}/page/{number:int}.png")(self.image)
        routes.get("/documents/{document_id:path}/original")(self.original)
        return routes

    def health(self) -> Response:
        """200 where the process serves pages and the catalogue can be read."""
        return JSONResponse({"status": "ok", "documents": len(self._catalogue.documents())})

    def source(self, citation_id: str, fragment: bool = False) -> Response:
        """The page of one citation, or only its inside; 404 in plain words where there is none.

        The inside comes at once: the words on a scanned page are looked for by `marks`.
        """
        found = cited_place.find(self._catalogue, citation_id)
        if found is None:
            return sorry(404, *_GONE, fragment=fragment)
        address = addresses.source(citation_id)
        known = {**self._shown(found, wait=not fragment), "address": address, "fragment": fragment}
        return _page("source.html" if fragment else "source_page.html", known)

    def marks(self, citation_id: str) -> Response:
        """The highlights of a citation on its page as JSON, however long they take to find."""
        found = cited_place.find(self._catalogue, citation_id)
        file = self._file(found.document) if found else None
        marked = _image_of(found, file, wait=True).get("boxes", ()) if found else ()
        return JSONResponse([asdict(box) for box in marked])

    def image(self, document_id: str, number: int) -> Response:
        """Page `number` (1-based) of a PDF as an image, without highlights."""
        file = self._file(self._catalogue.document(document_id))
        if file is None or file.suffix != ".pdf":
            return sorry(404, *_GONE)
        try:
            content, _, _ = page_image(file, number - 1)
        except IndexError:
            return sorry(404, *_GONE)
        except (ValueError, MemoryError):
            return sorry(404, *_NOT_DRAWN)
        return Response(content, media_type="image/png", headers={"Cache-Control": _KEEP})

    def original(self, document_id: str) -> Response:
        """The file as received. PDF and text are shown; what could act as a page is handed over."""
        document = self._catalogue.document(document_id)
        file = self._file(document)
        if document is None or file is None:
            return sorry(404, *_GONE)
        media_type = _INLINE.get(file.suffix)
        return FileResponse(
            file,
            media_type=media_type or "application/octet-stream",
            filename=Path(document.id).name,
            content_disposition_type="inline" if media_type else "attachment",
        )

    def _file(self, document: Document | None) -> Path | None:
        return self._originals.path(document.sha256) if document else None

    def _shown(self, found: CitedPlace, *, wait: bool) -> dict[str, Any]:
        """What the template is filled with."""
        document, page, span = found.document, found.page, found.span
        file = self._file(document)
        return {
            "document": document,
            "page": page,
            "where": where(found),
            "quote": found.quote,
            "marked": text_with_mark(page.text, span.start, span.end),
            "facts": facts(document),
            "original": addresses.original(document, page.number) if file else None,
            **_image_of(found, file, wait=wait),
        }


def _image_of(found: CitedPlace, file: Path | None, *, wait: bool) -> dict[str, Any]:
    """The page's image and its highlights; {"image": None} where there is nothing to draw.

    `is_pending` says that the highlights of a scanned page were not waited for.
    """
    number = found.page.number
    if file is None or file.suffix != ".pdf" or number is None:
        return {"image": None}
    try:
        width, height = page_size(file, number - 1)
        marked = boxes(file, found.page, found.span)
        is_pending = not (marked or wait) and is_scan(file, number - 1)
        if not (marked or is_pending):
            marked = scan_boxes(file, found.page, found.span)
    except (IndexError, ValueError, MemoryError):
        return {"image": None}
    image = addresses.page_image(found.document, number)
    size = {"width": width, "height": height}
    return {"image": image, **size, "boxes": marked, "is_pending": is_pending}


def where(found: CitedPlace) -> str:
    """Paragraph and page in words: "Paragraph 12, page 3"; "" where the document has neither."""
    parts = [f"paragraph {found.paragraph}"] if found.paragraph else []
    parts += [f"page {found.page.number}"] if found.page.number else []
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]


def facts(document: Document) -> list[tuple[str, str]]:
    """What a reader needs to know to weigh the document, as names and values."""
    known = [
        ("Publisher", f"{document.source.publisher} ({document.source.rank.label})"),
        ("Council", document.council or ""),
        *_dates(document.dates),
        ("Inspectors", ", ".join(document.inspectors)),
        ("File", document.id),
    ]
    return [(name, value) for name, value in known if value]


def _dates(dates: Dates) -> list[tuple[str, str]]:
    on_site = [day(when) for when in (dates.on_site_from, dates.on_site_to) if when]
    return [
        ("On site", " to ".join(dict.fromkeys(on_site))),
        ("Signed", day(dates.signed) if dates.signed else ""),
        ("Published", day(dates.published) if dates.published else ""),
    ]


def sorry(status: int, heading: str, sentence: str, *, fragment: bool = False) -> HTMLResponse:
    """A page, or a fragment, that says in plain words why there is nothing to show."""
    known = {"heading": heading, "sentence": sentence, "fragment": fragment}
    return _page("sorry.html" if fragment else "sorry_page.html", known, status)


def _page(template: str, known: dict[str, Any], status: int = 200) -> HTMLResponse:
    html = _TEMPLATES.get_template(template).render(known)
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})
