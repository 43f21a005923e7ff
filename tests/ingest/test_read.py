import io
import zipfile

import pytest

from docs_store.errors import EmptyFile, NoText, NotWhatItSays, ReadError
from ingest.read import read
from tests.ingest.shared import shared


def test_a_web_page_named_pdf_is_set_aside_with_what_to_do(tmp_path):
    file = tmp_path / "report.pdf"
    file.write_text("<!DOCTYPE html><html><body><p>Page not found</p></body></html>")
    with pytest.raises(
        NotWhatItSays, match=r"report\.pdf is named as a PDF but holds a web page.*download"
    ):
        read(file)


@pytest.mark.parametrize("content", [b"", b"\n\n  \t", b"\xef\xbb\xbf"])
def test_a_file_without_content_is_empty(tmp_path, content):
    file = tmp_path / "nothing.txt"
    file.write_bytes(content)
    with pytest.raises(EmptyFile, match=r"nothing\.txt is empty"):
        read(file)


def test_content_decides_where_the_name_says_nothing(tmp_path):
    file = tmp_path / "minutes"
    file.write_text("The committee met and agreed the plan.")
    assert read(file).format == "text"


def test_a_page_saved_as_text_is_read_as_a_page(tmp_path):
    file = tmp_path / "news.txt"
    file.write_text(
        "<html><body><main><p>The council opened a new hub in Beck Street.</p></main></body></html>"
    )
    assert read(file).format == "html"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Word"),
        ("photo.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "picture"),
        ("noise.txt", bytes(range(256)) * 40, "neither PDF"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name, content, words):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(NotWhatItSays, match=words):
        read(file)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("xl/workbook.xml", "archive or another kind of Office file"),
        ("content.xml", "OpenDocument file, which cannot be read: save it as .docx or PDF"),
    ],
)
def test_an_archive_is_not_a_word_document(tmp_path, part, words):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(part, "<x/>")
    file = tmp_path / "table.docx"
    file.write_bytes(data.getvalue())
    with pytest.raises(NotWhatItSays, match=words):
        read(file)


def test_an_archive_that_unpacks_to_more_than_any_document_is_not_unpacked(tmp_path):
    file = tmp_path / "bomb.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 41_000_000)
    with pytest.raises(ReadError, match="unpacks to more than any document holds"):
        read(file)


def test_a_damaged_pdf_says_so(tmp_path):
    file = tmp_path / "cut.pdf"
    file.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    with pytest.raises(ReadError, match="damaged PDF"):
        read(file)


def test_signs_without_words_are_no_text(tmp_path):
    file = tmp_path / "signs.txt"
    file.write_text("--- *** ---")
    with pytest.raises(NoText):
        read(file)


def test_a_missing_file_is_a_read_error(tmp_path):
    with pytest.raises(ReadError, match="cannot be opened"):
        read(tmp_path / "gone.pdf")


@pytest.mark.corpus
def test_the_broken_files_beside_the_project_are_all_set_aside():
    for file in sorted(shared("corpus", "broken").iterdir()):
        with pytest.raises(NotWhatItSays, match="web page"):
            read(file)
