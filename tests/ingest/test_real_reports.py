"""A quick sample of what `benchmarks.identification` and `benchmarks.splitting` measure in full."""

from pathlib import Path

import pytest

from benchmarks.identification import compared, labelled
from benchmarks.reports import prepared
from benchmarks.running_lines import running_lines, standing_in
from benchmarks.splitting import SKIPS, check
from docs_store.documents import Page
from tests.fakes import make_passage

HEADER = "Inspection of Ambleford children’s services"


def test_the_second_opinion_sees_a_header_and_a_page_number_where_they_are_left_in():
    texts = [f"Visits {word} regular.\n{HEADER} {n}\n{n}" for n, word in enumerate("abcd", start=1)]
    pages = [Page(n, text) for n, text in enumerate(texts, start=1)]
    running, again = running_lines(pages)
    assert [line.page for line in running if line.text.startswith(HEADER)] == [1, 2, 3]
    assert len(running) == 7
    assert again == []
    clean = make_passage("a.pdf", 0, ["Visits b regular."], page_text=texts[1], page=1)
    dirty = make_passage("a.pdf", 1, [f"{HEADER} 2"], page_text=texts[1], page=1)
    assert standing_in(running, [clean]) == []
    assert [line.text for line in standing_in(running, [dirty])] == [f"{HEADER} 2"]


@pytest.fixture(scope="module")
def sample(corpus_dir: Path):
    """Twelve labelled reports of every age, short ones mostly, each prepared and with its labels."""
    folder = corpus_dir / "reports"
    rows = [row for row in labelled() if (folder / row["document"]).is_file()]
    if not rows:
        pytest.skip("none of the labelled reports is there")
    old = [row for row in rows if row["framework"] == "SIF"][:1]
    new = [row for row in rows if row["framework"] == "ILACS"][::3][:11]
    chosen = old + new
    files = [folder / row["document"] for row in chosen]
    return list(zip(chosen, prepared(folder, files), strict=True))


@pytest.mark.corpus
def test_labelled_reports_are_identified_field_by_field(sample):
    fields = [one for row, found in sample for one in compared(found.document, row)]
    assert len(fields) == 7 * len(sample)
    assert [one for one in fields if not one.is_right] == []


@pytest.mark.corpus
def test_no_running_line_stands_in_a_passage_and_no_numbered_paragraph_is_lost(sample):
    for _, found in sample:
        running, _ = running_lines(found.pages)
        assert len(running) >= len(found.pages) - 2
        assert standing_in(running, found.passages) == []
        checked = check(found)
        assert checked.fault is None or checked.fault.startswith(SKIPS)
        assert checked.cut == ()
