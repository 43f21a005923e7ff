"""The sample packs say what their sources say, and their facts point where they claim to."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("reportlab", reason="the sample packs are typeset with a development tool")

from evals.packs.typeset.__main__ import PACKS
from evals.packs.typeset.dossiers import DOSSIERS, Dossier, Item
from evals.packs.typeset.paper_hints import PAPERS
from evals.packs.typeset.papers import FOOTER, RULE, read_paper
from evals.packs.typeset.pdf_letters import PAGE_NUMBER, typeset_letter
from evals.packs.typeset.pdf_reports import typeset_report
from evals.packs.typeset.read_back import docx_text, html_text, pdf_pages, squeeze
from evals.packs.typeset.scan import scanned
from evals.packs.typeset.source_text import BULLET, fold, split_pages
from evals.packs.typeset.web_hints import PAGES, PLANTED

FACT_KEYS = {
    "id", "question", "kind", "history", "as_of", "expected_status", "nuggets", "gold",
    "forbidden_documents", "council", "split", "author", "reviewed_by", "note",
}  # fmt: skip
ALL_ITEMS = [
    pytest.param(dossier, item, id=f"{dossier.name}/{item.stem}")
    for dossier in DOSSIERS
    for item in dossier.items
]
every_dossier = pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda dossier: dossier.name)


def source_of(dossier: Dossier, item: Item) -> str:
    return (PACKS / dossier.name / "source" / f"{item.stem}.txt").read_text(encoding="utf-8")


def file_of(dossier: Dossier, item: Item) -> Path:
    return PACKS / dossier.name / "documents" / item.file_name


def facts_of(dossier: Dossier) -> list[dict[str, Any]]:
    text = (PACKS / dossier.name / "facts.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@cache
def pages_of(dossier_name: str, item: Item) -> list[str]:
    """Folded text by page; a scan's is that of the same letter before it became a picture."""
    dossier = next(d for d in DOSSIERS if d.name == dossier_name)
    path = file_of(dossier, item)
    if item.making == "scan":
        return pdf_pages(typeset_letter(source_of(dossier, item), item.title))
    if item.making == "page":
        return [html_text(path)]
    if item.making == "paper":
        return [docx_text(path)]
    return pdf_pages(path.read_bytes())


def sentences(text: str) -> list[str]:
    return [piece for piece in re.split(r"(?<=[.!?])\s+", fold(text)) if piece]


def source_pieces(dossier: Dossier, item: Item) -> list[str]:
    """What the produced file must contain: sentences, or lines where lines are kept."""
    source = source_of(dossier, item)
    if item.making == "report":
        pieces = []
        for lines in split_pages(source):
            paragraph: list[str] = []
            for line in [*lines, ""]:
                bullet = BULLET.match(line)
                if not line.strip() or bullet:
                    pieces += sentences("\n".join(paragraph))
                    paragraph = []
                paragraph.append(line[bullet.end() :] if bullet else line)
        return pieces
    lines = [line for line in source.split("\n") if line.strip()]
    if item.making in ("letter", "scan"):
        kept = [line for line in lines if not PAGE_NUMBER.match(line)]
        return [re.sub(r"^[\u2022\uf0b7] ", "", squeeze(line)) for line in kept]
    if item.making == "page":
        return [s for line in lines for s in sentences(re.sub(r"^[*-] ", "", line))]
    kept = [
        line
        for line in lines
        if not RULE.match(line)
        and not (FOOTER.match(line.strip()) and (item.kind == "minutes" or "Page" in line))
        and "NTC CYP" not in line
    ]
    return sentences("\n".join(kept))


@pytest.mark.parametrize(("dossier", "item"), ALL_ITEMS)
def test_every_sentence_of_the_source_is_in_the_document(dossier: Dossier, item: Item) -> None:
    text = " ".join(pages_of(dossier.name, item))
    missing = [piece for piece in source_pieces(dossier, item) if piece not in text]
    assert missing == []


@every_dossier
def test_every_gold_quote_stands_on_its_page(dossier: Dossier) -> None:
    items = {item.file_name: item for item in dossier.items}
    lost = []
    for fact in facts_of(dossier):
        for place in fact["gold"]:
            pages = pages_of(dossier.name, items[place["document"]])
            assert (place["page"] is None) == (not place["document"].endswith(".pdf"))
            page = pages[(place["page"] or 1) - 1]
            if squeeze(place["quote"]) not in page:
                lost.append((fact["id"], place))
    assert lost == []


@every_dossier
def test_facts_keep_the_160_questions_and_have_unique_ids(dossier: Dossier) -> None:
    facts = facts_of(dossier)
    ids = [fact["id"] for fact in facts]
    assert len(set(ids)) == len(ids)
    assert [f"{dossier.name}-{n:03}" for n in range(1, 161)] == ids[:160]
    assert all(set(fact) == FACT_KEYS for fact in facts)


@every_dossier
def test_answered_facts_have_gold_and_nuggets_and_unanswerable_ones_have_no_nuggets(
    dossier: Dossier,
) -> None:
    for fact in facts_of(dossier):
        is_answered = fact["expected_status"] == "answered"
        assert bool(fact["gold"]) == bool(fact["nuggets"]) == is_answered, fact["id"]
        assert fact["split"] == dossier.split


@every_dossier
def test_pack_manifest_names_every_document_with_its_sha256(dossier: Dossier) -> None:
    folder = PACKS / dossier.name
    manifest = yaml.safe_load((folder / "pack.yaml").read_text(encoding="utf-8"))
    listed = {entry["path"]: entry["sha256"] for entry in manifest["documents"]}
    on_disk = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (folder / manifest["corpus_root"]).iterdir()
    }
    assert listed == on_disk


@every_dossier
def test_a_scan_has_no_text_and_is_small(dossier: Dossier) -> None:
    (scan,) = [item for item in dossier.items if item.making == "scan"]
    data = file_of(dossier, scan).read_bytes()
    assert set(pdf_pages(data)) == {""}
    assert len(data) < 1_200_000


@every_dossier
def test_web_pages_fetch_nothing_from_elsewhere(dossier: Dossier) -> None:
    for item in dossier.items:
        if item.making == "page":
            html = file_of(dossier, item).read_text(encoding="utf-8")
            assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", html)
            assert not re.search(r"<(?:img|iframe|script src)|url\(", html)


def test_the_planted_instruction_is_in_one_document_only() -> None:
    carriers = [
        f"{dossier.name}/{item.stem}"
        for dossier in DOSSIERS
        for item in dossier.items
        if PLANTED in " ".join(pages_of(dossier.name, item))
    ]
    assert carriers == ["harrowmere/05-local-news"]
    assert {key for key, hint in PAGES.items() if hint.planted} == set(carriers)


def test_a_page_turn_inside_a_quote_gives_a_place_on_each_page() -> None:
    (north_tarrow,) = [dossier for dossier in DOSSIERS if dossier.name == "north-tarrow"]
    (fact,) = [fact for fact in facts_of(north_tarrow) if fact["id"] == "north-tarrow-006"]
    assert [place["page"] for place in fact["gold"]][:2] == [5, 6]


def test_every_table_hint_finds_its_table() -> None:
    for key, hint in PAPERS.items():
        pack, stem = key.split("/")
        source = (PACKS / pack / "source" / f"{stem}.txt").read_text(encoding="utf-8")
        tables = [part for part in read_paper(source, hint).parts if hasattr(part, "rows")]
        assert len(tables) == len(hint.tables), key


def test_typesetting_twice_gives_the_same_bytes() -> None:
    dossier = DOSSIERS[0]
    report = next(item for item in dossier.items if item.making == "report")
    scan = next(item for item in dossier.items if item.making == "scan")
    pdf = typeset_report(source_of(dossier, report), report.title)
    assert pdf == file_of(dossier, report).read_bytes()
    letter = typeset_letter(source_of(dossier, scan), scan.title)
    assert scanned(letter, 5) == scanned(letter, 5)
