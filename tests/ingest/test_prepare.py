from datetime import date

import pytest
from pypdf import PdfReader

from docs_store.documents import DocumentKind as Kind
from docs_store.documents import verbatim
from docs_store.errors import ReadError
from ingest import prepare as module
from ingest.prepare import prepare
from tests.ingest.shared import count_tokens, documents_of, shared


def prepared(path, document_id=None):
    return prepare(path, document_id or path.name, count_tokens)


def test_every_failure_is_a_read_error_with_a_sentence(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    file.write_text("Some words.")

    def fail(*_args):
        raise ZeroDivisionError

    monkeypatch.setattr(module, "identify", fail)
    with pytest.raises(ReadError, match=r"a\.txt could not be read \(ZeroDivisionError\)"):
        prepared(file)


@pytest.mark.parametrize("pack", ["harrowmere", "wessenshire"])
def test_every_document_of_a_pack_is_read_and_every_quote_stands(pack):
    for file in sorted(documents_of(pack).iterdir()):
        if file.suffix == ".pdf" and not PdfReader(file).pages[0].extract_text().strip():
            continue  # a scan: recognising it takes longer than all the others together
        found = prepared(file)
        assert found.passages
        assert found.document.kind is not Kind.OTHER
        assert found.document.council == pack.capitalize()
        for passage in found.passages:
            for sentence in passage.sentences:
                assert all(verbatim(found.pages, span) for span in sentence.spans)


def test_minutes_keep_items_resolutions_and_actions_apart():
    found = prepared(documents_of("harrowmere") / "08-minutes.docx")
    items = {p.paragraph: p.text for p in found.passages}
    assert "one in five social workers" in items["27.3"]
    sentences = [p.sentence_text(i) for p in found.passages for i in range(len(p.sentences))]
    assert "(1) the report be noted;" in sentences
    assert any(text.startswith("A1 Number of children who declined") for text in sentences)


def test_rows_of_a_table_are_whole_and_come_with_the_head_of_the_table():
    found = prepared(documents_of("harrowmere") / "10-improvement-plan.docx")
    row = "K3 Agency social workers 21.6% (Sept 2022) 20.4% 15% Mar 2024"
    passage = next(p for p in found.passages if row in p.text)
    assert "Indicator Baseline Latest" in passage.text


@pytest.mark.corpus
def test_the_gloucestershire_documents_are_identified():
    folder = shared("corpus", "gloucestershire")
    files = sorted(folder.iterdir())
    found = [prepared(file).document for file in files]
    assert [d.kind for d in found] == [
        Kind.PRESS, Kind.PRESS, Kind.MONITORING_LETTER, Kind.PRESS, Kind.COMMITTEE_REPORT,
        Kind.INSPECTION_REPORT, Kind.INSPECTION_REPORT,
    ]  # fmt: skip
    assert {d.council for d in found} == {"Gloucestershire"}
    assert [d.dates.published for d in found] == [
        None, None, None, date(2018, 10, 29), None, date(2022, 4, 1), date(2017, 6, 13),
    ]  # fmt: skip
    assert [d.dates.signed for d in found][2:5:2] == [date(2018, 10, 25), date(2022, 7, 14)]
    assert [d.dates.on_site_to for d in found if d.dates.on_site_to] == [
        date(2018, 10, 3), date(2022, 2, 18), date(2017, 3, 23),
    ]  # fmt: skip
    assert found[2].inspectors == ("Nicola Bennett", "Emmy Tomsett")
    assert [d.framework for d in found] == [None, None, "ILACS", None, None, "ILACS", "SIF"]
    assert [d.visit for d in found] == [None, None, 4, None, None, None, None]


@pytest.mark.corpus
def test_reports_of_every_age_keep_whole_sentences_and_no_running_header():
    folder = shared("corpus", "reports")
    files = sorted(folder.glob("*/*.pdf"))[3::40]
    for file in files:
        found = prepared(file, file.relative_to(folder).as_posix())
        sentences = [p.sentence_text(i) for p in found.passages for i in range(len(p.sentences))]
        starts_small = sum(text[0].islower() for text in sentences if not text.startswith("www"))
        assert starts_small < 0.25 * len(sentences)
        assert not any("local authority children’s services 2" in text for text in sentences)
        assert found.document.dates.on_site_from is not None
        assert len(found.document.inspectors) == 1
