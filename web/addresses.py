"""The addresses of this web app, made in one place."""

from urllib.parse import quote

from docs_store.documents import Document


def source(citation_id: str) -> str:
    """The page that shows a citation's quote in its document."""
    return f"/source/{quote(citation_id)}"


def page_image(document: Document, number: int) -> str:
    """The image of page `number` (1-based); the file's digest makes it safe to keep for ever."""
    return f"/documents/{quote(document.id)}/page/{number}.png?v={document.sha256[:12]}"


def original(document: Document, number: int | None = None) -> str:
    """The file as received, opened at page `number` where the reader's program can."""
    at = "" if number is None else f"#page={number}"
    return f"/documents/{quote(document.id)}/original{at}"
