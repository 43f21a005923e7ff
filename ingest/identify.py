"""What is this document: kind, framework, title, council, dates, inspectors, publisher. Unknown rather
than wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from docs_store.documents import Dates, DocumentKind
from docs_store.sources import Source
from ingest import dates as dates_in
from ingest.bounds import LONGEST_NAME
from ingest.councils import council_of
from ingest.frameworks import framework_of, visit_in
from ingest.kinds import kind_of
from ingest.lines import Line, lines_of
from ingest.people import inspectors_in
from ingest.publishers import source_of
from ingest.reading import ReadResult, Role
from ingest.titles import title_of
from ingest.webpage import BYLINE, drop_site, is_web_text

_OFSTED = re.compile(r"\bOfsted\b")
_BY_INSPECTORATE = (
    DocumentKind.INSPECTION_REPORT,
    DocumentKind.MONITORING_LETTER,
    DocumentKind.FOCUSED_VISIT_LETTER,
    DocumentKind.JTAI_LETTER,
    DocumentKind.SEND_REPORT,
)
_OF_MEETING = (DocumentKind.COMMITTEE_REPORT, DocumentKind.MINUTES)
_NEWS = (DocumentKind.COUNCIL_NEWS, DocumentKind.PRESS)


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of a document besides its text."""

    kind: DocumentKind
    title: str
    council: str | None
    dates: Dates
    inspectors: tuple[str, ...]
    source: Source
    framework: str | None
    visit: int | None


@dataclass(frozen=True, slots=True)
class _Opening:
    """A document seen for identifying: `text` is folded, `lines` are those of the article, `before`
    and `after` those of the site around it."""

    text: str
    lines: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    headline: str | None
    is_web: bool


def identify(result: ReadResult, document_id: str) -> Identity:
    """Identify a document as read; `document_id` is its path, whose date and names count least."""
    opening = _opening(result)
    path = PurePosixPath(document_id)
    host = re.match(r"(?:https?:)?//([^/]+)", result.metadata.address or "")
    site = " ".join(filter(None, (result.metadata.site, host[1] if host else None)))
    site = site or " ".join(opening.before[:4])
    kind = kind_of(opening.text, is_web=opening.is_web, site=site)
    named = ". ".join(filter(None, (opening.headline, result.metadata.site)))
    council = council_of(opening.text, named, str(path))
    days = _dates(kind, opening, result, path.name)
    raw = "\n".join(page.text for page in result.pages) if kind in _BY_INSPECTORATE else ""
    title = title_of(kind, council, days, opening.text, opening.lines, opening.headline, path.stem)
    return Identity(
        kind=kind,
        title=title[:LONGEST_NAME],
        council=council,
        dates=days,
        inspectors=inspectors_in(raw),
        source=source_of(
            kind,
            result.metadata,
            _council_body(opening.text, council),
            opening.before,
            opening.after,
            is_ofsted=not opening.is_web and _OFSTED.search(opening.text[:1500]) is not None,
        ),
        framework=framework_of(kind, opening.text, days),
        visit=visit_in(opening.text) if kind is DocumentKind.MONITORING_LETTER else None,
    )


def _opening(result: ReadResult) -> _Opening:
    lines = [line for page in lines_of(result.pages[:4]) for line in page]
    kept: Sequence[Line] = lines
    is_web = result.format == "html"
    if result.format == "text" and is_web_text(lines):
        kept, is_web = drop_site(lines), True
    start = lines.index(kept[0]) if kept else 0
    inside = set(kept)
    after = [line.text for line in lines[start:] if line not in inside]
    after += [
        line.text for line in kept[-3:] if re.match(r"\W*source\s*:", line.text, re.IGNORECASE)
    ]
    texts = tuple(line.text for line in kept)
    return _Opening(
        text=" ".join(" ".join(texts).split()),
        lines=texts,
        before=tuple(line.text for line in lines[:start]),
        after=tuple(after),
        headline=_headline(result, texts) if is_web or result.format == "docx" else None,
        is_web=is_web,
    )


def _headline(result: ReadResult, texts: Sequence[str]) -> str | None:
    page = result.pages[0].text
    top = [h for h in result.hints if h.role is Role.HEADING and h.level == 1]
    if top:
        return " ".join(page[top[0].start : top[0].end].split())
    if result.metadata.title and result.format == "html":
        return re.split(r"\s+[|–—·-]\s+", result.metadata.title)[0]
    return texts[0] if texts and result.format == "text" else None


def _dates(kind: DocumentKind, opening: _Opening, result: ReadResult, name: str) -> Dates:
    by_name = dates_in.in_file_name(name)
    if kind in _BY_INSPECTORATE:
        first, last = dates_in.on_site(opening.text)
        is_report = kind in (DocumentKind.INSPECTION_REPORT, DocumentKind.SEND_REPORT)
        signed = None if is_report else dates_in.standing_alone(list(opening.lines[:40]))
        printed = dates_in.published(opening.text[:2500]) if is_report else None
        return Dates(first, last, signed, printed or by_name)
    if kind in _OF_MEETING:
        return Dates(signed=dates_in.meeting(opening.text) or by_name)
    if kind in _NEWS:
        return Dates(published=_news_date(opening, result) or by_name)
    published = dates_in.published(opening.text[:1500]) or result.metadata.published
    return Dates(published=published or by_name)


def _news_date(opening: _Opening, result: ReadResult) -> date | None:
    if result.metadata.published:
        return result.metadata.published
    for line in opening.lines[:12]:
        if BYLINE.match(line):
            day = dates_in.first_date(line)
            if day:
                return day
    return dates_in.published(opening.text[:800])


def _council_body(text: str, council: str | None) -> str | None:
    """The council's full name as printed ("Harrowmere Metropolitan Borough Council")."""
    if council is None:
        return None
    name = re.escape(council)
    full = re.search(
        rf"\b((?:London Borough of |Royal Borough of )?{name}(?: (?:Metropolitan|London|Royal))?(?: (?:County|City|Borough|District))? Council)\b",
        text, re.IGNORECASE,
    )  # fmt: skip
    return (
        " ".join(w.capitalize() if w.isupper() else w for w in full[1].split())
        if full
        else f"{council} council"
    )
