"""Who published a document, and the rank of such a publisher."""

import re
from collections import Counter
from collections.abc import Sequence

from docs_store.documents import DocumentKind as Kind
from docs_store.sources import Source, SourceRank
from ingest.reading import Metadata

_INSPECTED = (
    Kind.INSPECTION_REPORT,
    Kind.MONITORING_LETTER,
    Kind.FOCUSED_VISIT_LETTER,
    Kind.JTAI_LETTER,
    Kind.SEND_REPORT,
)
_RECORDS = (Kind.COMMITTEE_REPORT, Kind.MINUTES, Kind.IMPROVEMENT_PLAN)
_PARTY = re.compile(
    r"\b(?:Labour|Conservatives?|Liberal Democrats?|Lib Dems?|Green Party|Reform UK|UKIP)\b"
)
_SOURCE_LINE = re.compile(r"^\W*source\s*:\s*(\S.{1,60})$", re.IGNORECASE)
_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?\s*(?:of|by)?\s*([A-Z][\w’'& .-]{2,50}?)(?:\s(?:Ltd|Limited|plc|LLP)\b|\.|,|$|\sAll\b)",
    re.IGNORECASE,
)
_BRAND = re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]\w*\b")
_NETWORKS = frozenset(
    "LinkedIn YouTube WhatsApp TikTok FaceBook JavaScript WordPress PopupSmart".split()
)
_SITE_NAME = re.compile(
    r"^(?:The\s)?[A-Z][\w’'&-]*(?:\s(?:and\s|of\s|the\s|&\s)?[A-Z][\w’'&-]*){1,4}$"
)
_MENU_WORDS = re.compile(
    r"\b(?:sign|log|register|subscribe|menu|search|home|contact|enquiry|navigation|cookie|logo|media|skip|accept|image)\b",
    re.IGNORECASE,
)


def source_of(
    kind: Kind,
    metadata: Metadata,
    council_body: str | None,
    before: Sequence[str],
    after: Sequence[str],
    is_ofsted: bool,
) -> Source:
    """The publisher. `council_body` is the council's printed or full name; `before` and
    `after` the lines of a saved web page around its article."""
    address = metadata.address
    if kind in _INSPECTED or (is_ofsted and kind is Kind.OTHER):
        return Source("Ofsted", SourceRank.INSPECTORATE, address)
    if kind in _RECORDS:
        return Source(council_body or "Council, not named", SourceRank.COUNCIL_RECORD, address)
    if kind is Kind.COUNCIL_NEWS:
        return Source(
            metadata.site or council_body or "Council, not named", SourceRank.STATEMENT, address
        )
    name = metadata.site or site_name(before, after)
    if kind is Kind.PRESS:
        rank = SourceRank.AGGREGATOR if name and _PARTY.search(name) else SourceRank.PRESS
        return Source(name or "Press, not named", rank, address)
    return Source(name or council_body or "Not named", SourceRank.STATEMENT, address)


def site_name(before: Sequence[str], after: Sequence[str]) -> str | None:
    """The site's name: a source line, a name at the head, a brand repeated, or the copyright owner."""
    around = [*before, *after]
    for line in around:
        named = _SOURCE_LINE.match(line)
        if named:
            return named[1].strip(" .")
    for line in before[:12]:
        text = line.strip()
        if _SITE_NAME.match(text) and not _MENU_WORDS.search(text):
            return text.title() if text.isupper() else text
    brands = Counter(b for line in around for b in _BRAND.findall(line) if b not in _NETWORKS)
    if brands and brands.most_common(1)[0][1] >= 2:
        return str(brands.most_common(1)[0][0])
    for line in around:
        owner = _OWNER.search(line)
        if owner:
            return owner[1].strip()
    return None
