"""One file → a prepared document: read, identified, cleaned and split."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docs_store.documents import Document, Page, Passage
from docs_store.errors import NoText, ReadError
from docs_store.judgements import Judgement
from ingest.blocks import Block, Kind
from ingest.clean import Cleaned, clean
from ingest.hinted import blocks_from_hints, marks_in
from ingest.identify import identify
from ingest.judgements.extract import judgements_in
from ingest.lines import lines_of
from ingest.read import read
from ingest.read_scan import ScanLimits
from ingest.reading import ReadResult
from ingest.repairs import Repairs, vocabulary
from ingest.split import split
from ingest.structure import blocks_of
from ingest.webpage import drop_site, is_site, is_web_text

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its pages as extracted, the passages they are split into and the judgements
    they state."""

    document: Document
    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]
    judgements: tuple[Judgement, ...]


def prepare(
    path: Path,
    document_id: str,
    count_tokens: Callable[[str], int],
    *,
    max_tokens: int = 200,
    scans: ScanLimits | None = None,
) -> Prepared:
    """Read, identify and split the file at `path`.

    Raises ReadError (or EmptyFile, NotWhatItSays, NoText) with one sentence that names the problem
    and what to do; never another exception.
    """
    try:
        return _prepare(path, document_id, count_tokens, max_tokens, scans)
    except ReadError:
        raise
    except Exception as error:
        _LOG.exception("unexpected failure while reading %s", path.name)
        raise ReadError(
            f"{path.name} could not be read ({type(error).__name__}): save it again in another format."
        ) from error


def _prepare(
    path: Path,
    document_id: str,
    count_tokens: Callable[[str], int],
    max_tokens: int,
    scans: ScanLimits | None,
) -> Prepared:
    data = path.read_bytes() if path.is_file() else None
    result = read(path, data, scans)
    blocks, marks = blocks_in(result)
    identity = identify(result, document_id)
    repairs = Repairs(vocabulary([page.text for page in result.pages]), marks)
    passages = split(document_id, result.pages, blocks, repairs, count_tokens, max_tokens)
    if not passages:
        raise NoText(
            f"{path.name} holds no text that can be read: check that it is the right file."
        )
    document = Document(
        id=document_id,
        title=identity.title,
        kind=identity.kind,
        council=identity.council,
        source=identity.source,
        dates=identity.dates,
        sha256=hashlib.sha256(data or b"").hexdigest(),
        page_count=result.page_count,
        inspectors=identity.inspectors,
        unread_pages=result.unread_pages,
        framework=identity.framework,
        visit=identity.visit,
    )
    judgements = judgements_in(document, result.pages, blocks, repairs)
    return Prepared(document, result.pages, passages, judgements)


def blocks_in(result: ReadResult) -> tuple[list[Block], dict[int, frozenset[str]]]:
    """The blocks of a document and the footnote marks on each page."""
    if result.hints:
        blocks = list(blocks_from_hints(result.pages, result.hints))
        if result.format == "html":
            blocks = [block for block in blocks if not is_site(block.text)]
        return blocks, {0: marks_in(blocks)}
    pages = lines_of(result.pages)
    if result.format == "text" and is_web_text(pages[0]):
        blocks = blocks_of(Cleaned(drop_site(pages[0]), [], {}, frozenset()))
        if blocks and blocks[0].kind is Kind.HEADING:
            blocks[0].level = 1
        return blocks, {}
    cleaned = clean(pages)
    return blocks_of(cleaned), cleaned.marks
