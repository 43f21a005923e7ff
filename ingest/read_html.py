"""HTML → one page without a number: the article, without what the site puts around it.

Trafilatura finds where the article is; the blocks are then read from that part of the page itself,
so that lists, tables and notes to editors are not lost.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from itertools import islice

import trafilatura
from lxml import etree, html

from docs_store.documents import Page
from docs_store.errors import NoText, NotWhatItSays, ReadError
from ingest.html_hidden import remove_hidden
from ingest.reading import Metadata, PageWriter, ReadResult, Role

_START = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_AROUND = frozenset(("nav", "aside", "footer", "form", "dialog"))
_AROUND_NAME = re.compile(
    r"(?:^|[-_\s])(?:related|shar(?:e|ing)|social|promo\w*|newsletter|subscri\w+|cookies?|consent|comments?|"
    r"advert\w*|ads?|breadcrumbs?|sidebar|banner|menu|nav(?:igation|bar)?|pagination|most-read|more-stories|"
    r"trending|sign-?up|skip-?link|site-?(?:header|footer))(?:$|[-_\s])",
    re.IGNORECASE,
)
_LONGEST_ATTRIBUTE, _MOST_OF_ATTRIBUTES = 2_000, 400_000_000
"""Characters of an attribute's value; squares of the numbers of words in tags, added up: parsing
takes that long."""
_MOST_FOR_TRAFILATURA, _MOST_ELEMENTS = 20_000, 300_000
"""A page has some thousand elements. Trafilatura takes time by the square of their number."""
_BLOCKS = frozenset(
    "address article blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "li main nav ol p pre section table tbody tfoot thead tr ul details summary aside body center caption".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PUBLISHED = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "dcterms.created", "pubdate", "publishdate", "publication_date", "og:published_time",
    "parsely-pub-date", "sailthru.date", "moderngov.date",
)  # fmt: skip


def looks_like_html(text: str) -> bool:
    """Whether `text` is a web page rather than text that mentions tags."""
    return _START.search(text[:3000].lstrip("\ufeff \t\r\n")) is not None


def read_html(data: bytes, name: str) -> ReadResult:
    """Read the article. Raises NotWhatItSays where it cannot be parsed, NoText where it has none."""
    tags = (tag.partition(b">")[0] for tag in data.split(b"<"))
    if sum(len(tag.split()) ** 2 for tag in tags) > _MOST_OF_ATTRIBUTES:
        raise NotWhatItSays(f"{name} is a damaged web page: save it again from the browser.")
    try:
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding=_encoding(data)))
    except (etree.LxmlError, ValueError) as error:
        raise NotWhatItSays(
            f"{name} is a damaged web page: save it again from the browser."
        ) from error
    if sum(1 for _ in islice(root.iter(), _MOST_ELEMENTS)) == _MOST_ELEMENTS:
        raise ReadError(f"{name} is too large for a web page: save it as a PDF and add that.")
    _drop_long_attributes(root)
    metadata = _metadata(root)
    remove_hidden(root)
    writer = PageWriter()
    for element, text, is_header in _read_blocks(_article(root)):
        role, level = _role(element)
        writer.write(
            f"• {text}" if role is Role.BULLET else text, role, level=level, is_header=is_header
        )
    if not any(character.isalnum() for character in writer.text):
        raise NoText(f"{name} holds no article: save the page again, or save it as a PDF.")
    return ReadResult("html", (Page(None, writer.text),), tuple(writer.hints), metadata)


def _drop_long_attributes(root: html.HtmlElement) -> None:
    """Pictures written into the page and names of a megabyte: no words, and slow to look through."""
    for element in root.iter():
        for name, value in element.items():
            if len(value) > _LONGEST_ATTRIBUTE:
                del element.attrib[name]


def _encoding(data: bytes) -> str:
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:2048])
    for encoding in ("utf-8", declared[1].decode("ascii") if declared else "cp1252"):
        try:
            data.decode(encoding)
            return encoding
        except (UnicodeError, LookupError):
            continue
    return "cp1252"


def _article(root: html.HtmlElement) -> html.HtmlElement:
    """The smallest element that holds what Trafilatura takes for the article."""
    body = root.find("body")
    body = body if body is not None else root
    if sum(1 for _ in islice(body.iter(), _MOST_FOR_TRAFILATURA)) == _MOST_FOR_TRAFILATURA:
        return _marked(body)
    found = trafilatura.bare_extraction(
        etree.tostring(root, encoding="unicode", method="html"),
        favor_recall=True, include_comments=False, include_tables=True, with_metadata=False,
    )  # fmt: skip
    if found is None or isinstance(found, dict):
        return _marked(body)
    wanted = {
        _fold(" ".join(map(str, e.itertext())))
        for e in found.body.iter("p", "head", "item", "cell", "quote")
    }
    homes = [e for e in body.iter() if e.tag in _BLOCKS and _fold(e.text_content()) in wanted]
    homes = [e for e in homes if not _is_around(e)]
    if not homes:
        return body
    shared = [homes[0], *homes[0].iterancestors()]
    for home in homes[1:]:
        line = {id(e) for e in (home, *home.iterancestors())}
        shared = [e for e in shared if id(e) in line]
    top = next((e for e in shared if e.tag not in ("table", "tbody", "tr", "ul", "ol", "dl")), body)
    first_title = next(body.iter("h1"), None)
    if first_title is not None and not any(e is top for e in first_title.iterancestors()):
        outer = next(
            (e for e in first_title.iterancestors() if any(a is e for a in top.iterancestors())),
            None,
        )
        return outer if outer is not None and outer.tag != "html" else top
    return top


def _marked(body: html.HtmlElement) -> html.HtmlElement:
    """What the page itself marks as its content."""
    marked = [*body.iter("main"), *body.iter("article")]
    return marked[0] if marked else body


def _fold(text: str) -> str:
    return "".join(character for character in text if character.isalnum())[:200]


def _is_around(element: html.HtmlElement) -> bool:
    """Whether the site rather than the article is speaking."""
    for e in (element, *element.iterancestors()):
        if e.tag in _AROUND or e.get("role") in (
            "navigation",
            "complementary",
            "contentinfo",
            "search",
        ):
            return True
        if e.tag in ("body", "main", "article", "html"):
            return False
        if _AROUND_NAME.search(f"{e.get('class', '')} {e.get('id', '')}"):
            return True
    return False


def _read_blocks(top: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str, bool]]:
    """Each block below `top` in order, with its own text, and whether it is the head row of a table."""
    if top.tag not in ("main", "article", "body") and _is_around(top):
        return
    if top.tag == "tr":
        cells = [" ".join(cell.text_content().split()) for cell in top if cell.tag in ("td", "th")]
        yield top, "\t".join(cell for cell in cells if cell), all(c.tag == "th" for c in top)
        return
    inner = [e for e in top.iterchildren() if isinstance(e.tag, str)]
    linked = cache(partial(_letters_in_links, top))
    own = top.text or ""
    for child in inner:
        if child.tag in _BLOCKS or any(e.tag in _BLOCKS for e in child.iterdescendants()):
            yield from _own_text(top, own, linked)
            yield from _read_blocks(child)
            own = child.tail or ""
        else:
            own += ("\n" if child.tag == "br" else child.text_content()) + (child.tail or "")
    yield from _own_text(top, own, linked)


def _own_text(
    element: html.HtmlElement, text: str, linked: Callable[[], int]
) -> Iterator[tuple[html.HtmlElement, str, bool]]:
    folded = " ".join(text.split())
    if folded and not _is_only_links(element, folded, linked):
        yield element, folded, False


def _is_only_links(element: html.HtmlElement, text: str, linked: Callable[[], int]) -> bool:
    """A list item or bare block that is nothing but a link, and no sentence, leads elsewhere."""
    if element.tag in _HEADINGS or text[-1] in ".?!:;" or element.tag in ("td", "th", "dd"):
        return False
    words = text.split()
    return len(words) < 25 and linked() >= 0.9 * sum(map(len, words))


def _letters_in_links(element: html.HtmlElement) -> int:
    return sum(len("".join(link.text_content().split())) for link in element.iter("a"))


def _role(element: html.HtmlElement) -> tuple[Role, int]:
    for e in (element, *element.iterancestors()):
        if e.tag in _HEADINGS:
            return Role.HEADING, _HEADINGS[e.tag]
        if e.tag == "li":
            return Role.BULLET, 0
        if e.tag == "tr":
            return Role.ROW, 0
        if e.tag in ("article", "main", "section"):
            break
    return Role.PARAGRAPH, 0


def _metadata(root: html.HtmlElement) -> Metadata:
    tags: dict[str, str] = {}
    for tag in root.iter("meta"):
        key = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        tags.setdefault(key, (tag.get("content") or "").strip())
    canonical = root.xpath("string(//link[@rel='canonical']/@href)")
    title = tags.get("og:title") or " ".join(str(root.xpath("string(//title)")).split())
    return Metadata(
        title=title or None,
        site=tags.get("og:site_name") or tags.get("application-name") or None,
        address=tags.get("og:url") or str(canonical) or None,
        published=_published(root, tags),
    )


def _published(root: html.HtmlElement, tags: dict[str, str]) -> date | None:
    candidates = [tags[key] for key in _PUBLISHED if tags.get(key)]
    for script in root.xpath("//script[@type='application/ld+json']"):
        candidates += re.findall(r'"datePublished"\s*:\s*("[^"]{8,60}")', script.text or "")
    candidates += [str(value) for value in root.xpath("//*[@itemprop='datePublished']/@datetime")]
    candidates += [str(value) for value in root.xpath("//article//time/@datetime")][:1]
    for candidate in candidates:
        try:
            return date.fromisoformat(candidate.strip('"')[:10])
        except ValueError:
            continue
    return None
