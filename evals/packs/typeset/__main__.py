"""Rebuild every sample pack: documents, facts.jsonl and pack.yaml."""

from __future__ import annotations

import hashlib
from pathlib import Path

import yaml

from evals.packs.typeset.dossiers import DOSSIERS, Dossier, Item
from evals.packs.typeset.fact_lines import Texts, write_facts
from evals.packs.typeset.paper_hints import PAPERS
from evals.packs.typeset.pdf_letters import typeset_letter
from evals.packs.typeset.pdf_reports import typeset_report
from evals.packs.typeset.read_back import docx_text, html_text, pdf_pages
from evals.packs.typeset.scan import scanned
from evals.packs.typeset.web_hints import PAGES
from evals.packs.typeset.web_pages import write_page
from evals.packs.typeset.word_papers import write_paper

PACKS = Path(__file__).resolve().parents[1]
LICENCE = (
    "Written for this project; every council, person and event is fictional. Offered under the "
    "licence of this repository. Not issued by, or endorsed by, Ofsted or any council."
)


def build(dossier: Dossier, folder: Path) -> int:
    """Make every file of one pack in ``folder``, from ``folder/source``; returns its facts."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    texts: Texts = {item.file_name: _make(dossier, item, folder) for item in dossier.items}
    _write_manifest(dossier, folder)
    return write_facts(dossier, folder, texts)


def _make(dossier: Dossier, item: Item, folder: Path) -> list[str]:
    """Make one document and return its text; that of a scan is read before it is a picture."""
    source = folder / "source" / f"{item.stem}.txt"
    target = folder / "documents" / item.file_name
    key = f"{dossier.name}/{item.stem}"
    if item.making == "page":
        write_page(source, target, PAGES[key])
        return [html_text(target)]
    if item.making == "paper":
        write_paper(source, target, hint=PAPERS[key], title=item.title, author=item.author,
                    dated=item.dated)  # fmt: skip
        return [docx_text(target)]
    setter = typeset_report if item.making == "report" else typeset_letter
    pdf = setter(source.read_text(encoding="utf-8"), item.title)
    target.write_bytes(scanned(pdf, dossier.scan_seed) if item.making == "scan" else pdf)
    return pdf_pages(pdf)


def _write_manifest(dossier: Dossier, folder: Path) -> None:
    manifest = {
        "title": dossier.title,
        "description": dossier.description,
        "council": dossier.council,
        "corpus_root": "documents",
        "documents": [
            {
                "path": item.file_name,
                "sha256": hashlib.sha256(
                    (folder / "documents" / item.file_name).read_bytes()
                ).hexdigest(),
                "title": item.title,
                "kind": item.kind,
                "published": item.published,
            }
            for item in dossier.items
        ],
        "notes": list(dossier.notes),
        "licence": LICENCE,
    }
    text = yaml.safe_dump(manifest, allow_unicode=True, sort_keys=False, width=96)
    (folder / "pack.yaml").write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Rebuild all packs in place and say what was made."""
    for dossier in DOSSIERS:
        facts = build(dossier, PACKS / dossier.name)
        print(f"{dossier.name}: {len(dossier.items)} documents, {facts} facts")


if __name__ == "__main__":
    main()
