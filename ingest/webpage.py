"""Text saved from a web page: what the site says around the article.

The signs are those of web pages in general (menus, cookie bars, log-in, sharing, teasers, copyright),
not phrases of one site. Only lines for reading are left out; the page itself stays as it is.
"""

import re
from collections.abc import Sequence

from ingest.lines import Line

_SITE = re.compile(
    r"^\W*(?:"
    r"skip (?:to|navigation|nav\b)|(?:home|news|sport|jobs|menu|search|contact us|about us|make an enquiry)\W*$"
    r"|(?:sign|log) ?(?:in|up|out)\b|register\b\W*$|subscribe\b|follow us|share(?: this| on|\W*$)|print(?: this)?\W*$"
    r"|read (?:more|full story|the full story|next)|more (?:stories|news|from|like this)|most (?:read|popular|commented)"
    r"|related (?:articles?|stories|news|content|topics)|(?:you may|you might) also (?:like|be interested)"
    r"|\d+ comments?\b|comments?\W*$|join the conversation|advertisement\W*$|sponsored\b|connecting to\b"
    r"|(?:image|photo|picture)s?(?: credit)?s?\s*:|back to (?:top|news)|previous (?:article|story)|next (?:article|story)"
    r"|got a story\b|@\w+\W*$"
    r"|(?:copyright|©|\(c\))\s|all rights reserved|privacy (?:policy|notice)|terms (?:of|and)|accept all|manage preferences"
    r")", re.IGNORECASE,
)  # fmt: skip
_WITHIN = re.compile(
    r"\bcookie (?:consent|policy|settings|preferences)\b|\b(?:use|uses|using) cookies\b|\bclick here to\b"
    r"|\b(?:newsletter|your inbox|daily briefing)\b.{0,40}(?:sign|subscribe|deliver|inbox|free)|\b(?:sign up|subscribe)\b.{0,60}\b(?:newsletter|inbox|updates|alerts)\b"
    r"|\ball rights reserved\b|\bcopyright (?:©\s*)?(?:19|20)\d\d\b|©\s*(?:19|20)\d\d|\bwebsite (?:design|by)\b"
    r"|\[(?:\.\.\.|…)\]\s*$|\bkeep (?:abreast|up to date)\b.*\bnews\b|\baccept all\b|\bmanage preferences\b",
    re.IGNORECASE,
)
_MENU = re.compile(r"(?:\S+(?:\s\S+){0,2}\s*[|»›>]\s*){2,}\S+|^(?:[A-Z][\w’'&]+\s{2,}){3,}")
_SOCIAL = re.compile(
    r"\b(?:facebook|twitter|linkedin|instagram|youtube|whatsapp|pinterest|rss|tiktok)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"^\W*(?:related|most (?:read|popular)|more (?:stories|news|from|like)|read full story|read more|comments?\b|share\b|"
    r"copyright|©|subscribe\b|you (?:may|might) also|latest (?:news|jobs|stories)|trending|follow us)"
    r"|\[(?:\.\.\.|…)\]\s*$|\bkeep (?:abreast|up to date)\b.*\bnews\b|\ball rights reserved\b",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"^\W*(?:(?i:posted|published|updated|last updated|date)\b(?:\s+on|:)?\s.*\d{4}|[Bb][Yy]\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,3}\b.{0,60}$|"
    r"(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4}\b.{0,20}$)"
)

_LONGEST = 1_000
"""Characters of a line that can be the site's."""


def is_web_text(lines: Sequence[Line]) -> bool:
    """Whether text was saved from a web page: two signs or more of a site around it."""
    return sum(is_site(line.text) for line in lines) >= 2


def drop_site(lines: list[Line]) -> list[Line]:
    """The article: from its title to where teasers, sharing or the copyright line begin."""
    prose = [i for i, line in enumerate(lines) if _is_prose(line.text)]
    if not prose:
        return [line for line in lines if not is_site(line.text)]
    title = title_index(lines, prose[0])
    end = _end_of_article(lines, prose)
    return [line for line in lines[title:end] if not is_site(line.text)]


def title_index(lines: Sequence[Line], first_prose: int) -> int:
    """Where the title stands: above a byline or date if there is one, else the last short line
    before the prose; 0 where nothing looks like a title."""
    head = range(min(first_prose + 1, len(lines)))
    for index in head:
        if BYLINE.match(lines[index].text):
            for above in range(index - 1, -1, -1):
                if _may_be_title(lines[above].text):
                    return above
    for index in reversed(head):
        if index < first_prose and _may_be_title(lines[index].text):
            return index
    return 0


def _may_be_title(text: str) -> bool:
    return 3 <= len(text.split()) <= 40 and not is_site(text) and not BYLINE.match(text)


def _is_prose(text: str) -> bool:
    return (
        len(text.split()) >= 18
        and re.search(r"[.?!:][’”\"')]*$", text) is not None
        and not is_site(text)
    )


def is_site(text: str) -> bool:
    """Whether a line is the site's and not the article's."""
    words = text.split()
    if len(words) > 60 or len(text) > _LONGEST:
        return False
    if _WITHIN.search(text) or (_SITE.match(text) and len(words) <= 16):
        return True
    return bool(_MENU.match(text) and len(words) <= 24) or len(_SOCIAL.findall(text)) >= 3


def _end_of_article(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """Where the tail begins: its first sign after half of the prose, and the short lines above it."""
    half = prose[len(prose) // 2] if len(prose) > 2 else prose[-1]
    words = 0
    total = sum(len(lines[i].text.split()) for i in prose)
    for index, line in enumerate(lines):
        words += len(line.text.split()) if index in prose else 0
        if index <= half and words < 0.5 * total:
            continue
        if not _TAIL.search(line.text) or len(line.text.split()) > 40:
            continue
        if re.search(r"\[(?:\.\.\.|…)\]\s*$", line.text):
            return _back_to_prose(lines, index, skip_prose=True)
        return _back_to_prose(lines, index, skip_prose=False)
    return len(lines)


def _back_to_prose(lines: Sequence[Line], index: int, *, skip_prose: bool) -> int:
    """Up from the sign over short lines without a full stop, which are its headings and links."""
    while index > 0:
        above = lines[index - 1].text
        is_short = len(above.split()) <= 12 and not re.search(r"[.?!:][’”\"')]*$", above)
        if not is_short and not is_site(above) and not (skip_prose and lines[index].gap == 0):
            break
        index -= 1
    return index
