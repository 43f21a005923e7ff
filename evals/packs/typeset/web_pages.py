"""Writes a news page as the HTML such sites serve: the article, and everything around it.

Cookie bars, menus, other stories, comments and footers are kept as page furniture because a
reader has to tell them from the article. Nothing is fetched: no scripts, fonts or pictures.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals.packs.typeset.web_hints import WebHint

AFTER_ARTICLE = frozenset({"related", "mostread", "comments", "jobs", "useful", "footer"})
FOOT = frozenset({"footer"})
BULLET_LINE = re.compile(r"^(?:\s{4}|[*-]\s+)(?=\S)")
RANKED_LINE = re.compile(r"^(\d+\.?)\s+(.*)$")
_TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True)
class Region:
    """One part of the page with its lines."""

    role: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of an article's body: a "p", an "h2" or a "ul" of several items."""

    tag: str
    items: tuple[str, ...]


def write_page(source: Path, target: Path, hint: WebHint) -> None:
    """Write ``source`` as one self-contained HTML file."""
    regions = read_regions(source.read_text(encoding="utf-8"), hint)
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(links=_links, pieces=_pieces, ranked=_ranked)
    title = next(" ".join(r.lines) for r in regions if r.role == "h1")
    start = next(n for n, r in enumerate(regions) if r.role == "h1")
    end = next(n for n, r in enumerate(regions) if n > start and r.role in AFTER_ARTICLE)
    html = environment.get_template("page.html.j2").render(
        hint=hint,
        title=title,
        summary=_summary(regions),
        json_ld=_json_ld(hint, title) if hint.kind != "council" else "",
        head=regions[:start],
        article=regions[start:end],
        after=[r for r in regions[end:] if r.role not in FOOT],
        foot=[r for r in regions[end:] if r.role in FOOT],
    )
    target.write_text(html, encoding="utf-8", newline="\n")


def read_regions(source: str, hint: WebHint) -> list[Region]:
    """The parts of the page in the order in which the hints name them."""
    regions: list[Region] = []
    waiting = list(hint.parts)
    for line in source.split("\n"):
        if not line.strip():
            continue
        if waiting and line.strip().startswith(waiting[0][0]):
            regions.append(Region(waiting.pop(0)[1], ()))
        if not regions:
            raise ValueError(f"no part is named for {line!r}")
        regions[-1] = Region(regions[-1].role, (*regions[-1].lines, line.rstrip()))
    if waiting:
        raise ValueError(f"never found {waiting[0]!r}")
    return regions


def _summary(regions: Sequence[Region]) -> str:
    """The standfirst, or else the first paragraph, as sites put in their description."""
    stands = [r for r in regions if r.role == "stand"] or [r for r in regions if r.role == "body"]
    return stands[0].lines[0]


def _json_ld(hint: WebHint, title: str) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": hint.published,
        "author": {"@type": "Person", "name": hint.author},
        "publisher": {"@type": "Organization", "name": hint.site},
        "articleSection": hint.section,
    }
    return json.dumps(data, ensure_ascii=False, indent=1).replace("<", "\\u003c")


def _links(line: str) -> list[tuple[str, str]]:
    """Menu entries with the separator that follows each, "" where only spaces do."""
    parts = re.split(r"(\s+[|>/]\s+|\s{2,})", line.strip())
    texts, gaps = parts[::2], [gap.strip() for gap in parts[1::2]] + [""]
    return list(zip(texts, gaps, strict=True))


def _ranked(line: str) -> tuple[str, str]:
    found = RANKED_LINE.match(line.strip())
    return (found[1], found[2]) if found else ("", re.sub(BULLET_LINE, "", line).strip())


def _pieces(lines: Sequence[str]) -> list[Piece]:
    pieces: list[Piece] = []
    for line in lines:
        text = line.strip()
        bullet = BULLET_LINE.match(line)
        if bullet:
            item = line[bullet.end() :].strip()
            if pieces and pieces[-1].tag == "ul":
                pieces[-1] = Piece("ul", (*pieces[-1].items, item))
            else:
                pieces.append(Piece("ul", (item,)))
        else:
            pieces.append(Piece("h2" if _is_subheading(text) else "p", (text,)))
    return pieces


def _is_subheading(text: str) -> bool:
    is_quoted = text[0] in "‘'" and text[-1] in "’'"
    return len(text) < 52 and (is_quoted or text[-1] not in '.,:;”"')
