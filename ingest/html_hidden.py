"""What a browser would not show must not be read: words hidden by attribute, style or class."""

import re
from collections.abc import Iterator

from lxml import etree, html

_NEVER_SHOWN = (
    "script style template noscript head iframe object svg canvas select button input textarea"
)
_HIDING_CLASS = re.compile(
    r"(?:^|[-_\s])(?:visually-?hidden|sr-?only|screen-?reader(?:-text|-only)?|hidden|d-none|offscreen)(?:$|[-_\s])",
    re.IGNORECASE,
)
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01]"
    r"|clip-path\s*:\s*inset\(\s*(?:50|100)%",
    re.IGNORECASE,
)
_WHITE = r"(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)"
_WHITE_TEXT = re.compile(rf"(?:^|;)\s*color\s*:\s*{_WHITE}", re.IGNORECASE)
_WHITE_GROUND = re.compile(rf"background(?:-color)?\s*:\s*{_WHITE}", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color|-image)?\s*:", re.IGNORECASE)
_BRACKETS = re.compile(r"([{}])")
_TO_REMOVE = "x-hidden"
_SIMPLE_SELECTOR = re.compile(r"^(?:[a-z0-9]+)?([.#])([\w-]+)$", re.IGNORECASE)


def remove_hidden(root: html.HtmlElement) -> None:
    """Take out of `root` every element that is not shown. Text after an element stays."""
    rules = list(_hiding_rules(root))
    classes = {name for kind, name in rules if kind == "."}
    ids = {name for kind, name in rules if kind == "#"}
    for element in root.iter(etree.Element):
        if element is not root and _is_hidden(element, classes, ids):
            element.tag = _TO_REMOVE
    etree.strip_elements(root, _TO_REMOVE, etree.Comment, etree.PI, with_tail=False)


def _is_hidden(element: html.HtmlElement, classes: set[str], ids: set[str]) -> bool:
    if element.tag in _NEVER_SHOWN.split():
        return True
    if element.get("hidden") is not None or element.get("aria-hidden", "").lower() == "true":
        return True
    named = element.get("class", "")
    if (
        classes.intersection(named.split())
        or element.get("id") in ids
        or _HIDING_CLASS.search(named)
    ):
        return element.tag not in ("body", "main", "article")
    return _hides(element.get("style", ""))


def _hides(style: str) -> bool:
    if not style:
        return False
    if _HIDING_STYLE.search(style):
        return True
    if _WHITE_TEXT.search(style):
        return bool(_WHITE_GROUND.search(style)) or not _GROUND.search(style)
    return False


def _hiding_rules(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Classes and ids that the page's own style sheets hide, outside media queries."""
    for sheet in root.iter("style"):
        for selectors, body in _rules(sheet.text or ""):
            if not _HIDING_STYLE.search(body) and not _is_white_on_white(body):
                continue
            for selector in selectors.split(","):
                simple = _SIMPLE_SELECTOR.match(selector.strip())
                if simple:
                    yield simple[1], simple[2]


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and body of each rule that stands in no media query. Walks the brackets once: what
    never closes must not make it start over."""
    pieces = css.split("/*")
    css = "".join([pieces[0], *(piece.partition("*/")[2] for piece in pieces[1:])])
    open_at: list[str] = []
    medias, before = 0, ""
    for piece in _BRACKETS.split(css):
        if piece == "{":
            open_at.append(before)
            medias += "@media" in before
        elif piece == "}" and open_at:
            selectors = open_at.pop()
            medias -= "@media" in selectors
            if before and not medias:
                yield selectors, before
        before = "" if piece in ("{", "}") else piece


def _is_white_on_white(body: str) -> bool:
    return bool(_WHITE_TEXT.search(body) and _WHITE_GROUND.search(body))
