"""What Footnote holds: documents, their pages as extracted, and the passages they are split into.

Everything a reader is shown leads back to a `Span`: characters of one page, exactly as the file
gave them. A passage's own text may be repaired (hyphens joined, running headers gone); the spans
of its sentences never are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from docs_store.sources import Source


class DocumentKind(StrEnum):
    """What a document is, in the words shown to a reader."""

    INSPECTION_REPORT = "inspection report"
    MONITORING_LETTER = "monitoring visit letter"
    FOCUSED_VISIT_LETTER = "focused visit letter"
    JTAI_LETTER = "JTAI letter"
    SEND_REPORT = "area SEND report"
    COMMITTEE_REPORT = "committee report"
    MINUTES = "minutes"
    IMPROVEMENT_PLAN = "improvement plan"
    COUNCIL_NEWS = "council news"
    PRESS = "press"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Dates:
    """The three dates of a document, never mixed: on site, signed or judged, published."""

    on_site_from: date | None = None
    on_site_to: date | None = None
    signed: date | None = None
    published: date | None = None

    @property
    def as_at(self) -> date | None:
        """The date for which the document speaks: the last day on site, else signed, else published."""
        return self.on_site_to or self.on_site_from or self.signed or self.published

    @property
    def shown(self) -> date | None:
        """The date under which readers know the document: published, else signed, else on site."""
        return self.published or self.signed or self.on_site_to or self.on_site_from


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a document as extracted, untouched. `number` is 1-based, None where the format
    has no pages; such a document has exactly one `Page`."""

    number: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (half-open) of the page at 0-based position `page` in its document."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (or bullet, heading or table row) of a passage.

    `start` and `end` are half-open offsets into the passage's text; `spans` are where it stands in
    the original, one span for each page it touches, in reading order.
    """

    start: int
    end: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document short enough for the encoder to read whole.

    `id` is "<document id>#<ordinal>". `heading` is the nearest heading above (context, not part of
    `text`); `paragraph` the printed number of the paragraph it starts in ("12", "20.1.2").
    `page_first` and `page_last` are 1-based page numbers, None where the format has no pages.
    """

    id: str
    document_id: str
    ordinal: int
    text: str
    heading: str
    paragraph: str | None
    page_first: int | None
    page_last: int | None
    sentences: tuple[Sentence, ...]

    def sentence_text(self, index: int) -> str:
        """The text of sentence `index`, as repaired for reading."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]


@dataclass(frozen=True, slots=True)
class Document:
    """A document as catalogued. `id` is its path relative to the folder it was ingested from, with
    forward slashes; `sha256` identifies the original file's bytes.

    `framework` is the one an inspectorate's document was written under ("SIF", "ILACS", "pre-SIF",
    "JTAI", "SEND"), None for papers and news; `visit` the number of a monitoring visit (the fourth
    is 4), None where the letter does not count it.
    """

    id: str
    title: str
    kind: DocumentKind
    council: str | None
    source: Source
    dates: Dates
    sha256: str
    page_count: int | None
    inspectors: tuple[str, ...] = ()
    unread_pages: tuple[int, ...] = field(default=())
    framework: str | None = None
    visit: int | None = None


def verbatim(pages: Sequence[Page], span: Span) -> str:
    """The words at `span` as they stand on the page, white space folded to single spaces."""
    return " ".join(pages[span.page].text[span.start : span.end].split())
