"""Carries the checked questions of a dossier over into facts, each quote placed on its page."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.packs.typeset.dossiers import Dossier
from evals.packs.typeset.read_back import squeeze

# The known kinds of fact have no "why" and no "how"; the wording of the question keeps them apart.
KINDS = {"why": "fact", "how": "fact"}

# Two quotes were taken across a page end with the source's page mark and running lines in them.
PAGE_TURN = re.compile(
    r"(?: Inspection of North Tarrow local authority children’s services 20 June to 1 July 2022 \d)?"
    r" =====PAGE \d===== "
    r"(?:Tarrowshire County Council Inspection of services for children in need of help and "
    r"protection \d )?"
)

Texts = Mapping[str, Sequence[str]]


def write_facts(dossier: Dossier, folder: Path, texts: Texts) -> int:
    """Write ``facts.jsonl`` and return how many facts it has.

    ``texts`` gives the folded text of every produced document: a PDF by page, others as one.
    """
    sources = [folder / "source" / name for name in ("questions.jsonl", "added.jsonl")]
    names = {item.stem: item.file_name for item in dossier.items}
    facts = [
        _fact(json.loads(line), dossier, names, texts)
        for path in sources
        if path.exists()
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    lines = "".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts)
    (folder / "facts.jsonl").write_text(lines, encoding="utf-8", newline="\n")
    return len(facts)


def _fact(
    asked: dict[str, Any], dossier: Dossier, names: Mapping[str, str], texts: Texts
) -> dict[str, Any]:
    kind = asked["kind"]
    note = asked["note"]
    if kind in KINDS:
        note = "; ".join(filter(None, [f"asks {kind}", note]))
    gold = [
        place
        for evidence in asked["evidence"]
        for quote in PAGE_TURN.split(evidence["quote"])
        for place in _places(quote, names[Path(evidence["document"]).stem], texts)
    ]
    gold = [place for n, place in enumerate(gold) if place not in gold[:n]]
    return {
        "id": asked["id"],
        "question": asked["question"],
        "kind": KINDS.get(kind, kind),
        "history": asked["history"],
        "as_of": last_day(asked["as_of"]),
        "expected_status": "answered" if asked["answerable"] else "unanswerable",
        "nuggets": list(_nuggets(asked)),
        "gold": gold,
        "forbidden_documents": asked.get("forbidden_documents", []),
        "council": dossier.council,
        "split": dossier.split,
        "author": "footnote",
        "reviewed_by": None,
        "note": note,
    }


def _nuggets(asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if asked["nuggets"]:
        groups = asked["nuggets"]
    else:
        groups = [sorted(asked["answers"], key=len)] if asked["answers"] else []
    for text, *aliases in groups:
        yield {"text": text, "aliases": aliases, "vital": True, "must_not": False}
    for text, *aliases in asked.get("must_not", []):
        yield {"text": text, "aliases": aliases, "vital": False, "must_not": True}


def last_day(as_of: str | None) -> str | None:
    """A year or a month as its last day, so that every date is a whole one.

    >>> last_day("2021"), last_day("2013-12"), last_day("2019-05-15")
    ('2021-12-31', '2013-12-31', '2019-05-15')
    """
    if as_of is None or len(as_of) == 10:
        return as_of
    year, month = (int(part) for part in f"{as_of}-12".split("-")[:2])
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]:02}"


def _places(quote: str, document: str, texts: Texts) -> list[dict[str, Any]]:
    pages = texts[document]
    is_paged = document.endswith(".pdf")
    for wording in (quote, re.sub(r"(?<=\w)- (?=\w)", "-", quote)):
        for number, page in enumerate(pages, start=1):
            if squeeze(wording) in page:
                return [_place(document, number if is_paged else None, wording)]
    return list(_broken_up(squeeze(quote).split(" "), document, pages))


def _broken_up(words: list[str], document: str, pages: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The longest runs of a quote that stand on one page without a bullet or page end between."""
    at = 0
    first = len(words)
    while words:
        if len(words) < first and words[0] == str(at + 2):
            words = words[1:]  # the printed number of the page that the quote runs on to
        runs = [
            (cut, page)
            for page in range(at, len(pages))
            for cut in range(len(words), 0, -1)
            if " ".join(words[:cut]) in pages[page]
        ]
        if not runs:
            raise ValueError(f"{document} does not say {' '.join(words)!r}")
        cut, at = max(runs, key=lambda run: (run[0], -run[1]))
        if cut > 1:  # a lone word is a heading above a list, and stands on every page
            yield _place(document, at + 1, " ".join(words[:cut]))
        words = words[cut:]


def _place(document: str, page: int | None, quote: str) -> dict[str, Any]:
    return {"document": document, "page": page, "quote": quote}
