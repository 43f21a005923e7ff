"""Manifests as people write them, with the mistakes they make."""

from datetime import date
from pathlib import Path

import pytest

from docs_store.documents import DocumentKind
from docs_store.errors import MissingPath, UsageError
from ingest.manifest import BadManifest, load_manifest
from tests.conftest import ROOT

WHOLE = {
    "title": '"Inspection of Harrowmere"',
    "publisher": '"Ofsted"',
    "kind": '"inspection report"',
    "address": '"https://example.org/report.pdf"',
}


def entry(**changed: str | None) -> str:
    keys = {**WHOLE, **changed}
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return "\n".join(["[[documents]]", *lines, ""])


def written(folder: Path, text: str) -> Path:
    file = folder / "sources.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_manifest_says_what_each_document_is(tmp_path: Path):
    text = 'title = "The record"\n' + entry(
        council='"Harrowmere"',
        on_site_from="2017-02-27",
        on_site_to="2017-03-23",
        published="2017-06-13",
        file='"inspection - 13 June 2017.pdf"',
        checked="true",
    )
    (document,) = load_manifest(written(tmp_path, text)).documents
    assert document.kind is DocumentKind.INSPECTION_REPORT
    assert document.council == "Harrowmere"
    assert document.dates.on_site_from == date(2017, 2, 27)
    assert document.dates.published == date(2017, 6, 13)
    assert document.file_name == "inspection - 13 June 2017.pdf"
    assert document.checked


def test_an_address_is_unchecked_until_someone_says_otherwise(tmp_path: Path):
    (document,) = load_manifest(written(tmp_path, entry())).documents
    assert not document.checked


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('"Inspection of Harrowmere"', "Inspection of Harrowmere.pdf"),
        ('"Ofsted: what next? A/B"', "Ofsted what next A B.pdf"),
        ('"../../etc/passwd"', None),
        ('"%s"' % ("é" * 200), "é" * 73 + ".pdf"),
    ],
)
def test_a_file_name_is_made_from_the_title(tmp_path: Path, title: str, name: str | None):
    path = written(tmp_path, entry(title=title))
    if name is None:
        name = "etc passwd.pdf"
    (document,) = load_manifest(path).documents
    assert document.file_name == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("documents = [", "sources.toml is not valid TOML: "),
        ("", "lists no documents: give each one a table headed [[documents]]."),
        ("documents = []", "lists no documents"),
        ('title = "x"\nsources = 1\n' + entry(), 'In sources.toml, "sources" is not a known key.'),
        (
            entry(kind='"letter"'),
            'In sources.toml, document 1 ("Inspection of Harrowmere"): "kind" must be one of '
            "inspection report, monitoring visit letter, focused visit letter, JTAI letter, "
            'area SEND report, committee report, minutes, improvement plan, council news, press, other; it is "letter".',
        ),
        (entry(publisher=None), 'document 1 ("Inspection of Harrowmere"): "publisher" is missing.'),
        (entry(publisher='"  "'), '"publisher" must be filled in.'),
        (entry(title='"a\\nb"'), '"title" holds a line break or a control character.'),
        (entry(adress='"x"'), '"adress" is not a known key: "address" is.'),
        (entry(published='"June 2017"'), '"published" must be a date such as 2017-06-13.'),
        (entry(published="2017"), '"published" must be a date such as 2017-06-13.'),
        (
            entry(on_site_from="2017-03-23", on_site_to="2017-02-27"),
            "on_site_from (2017-03-23) is after on_site_to (2017-02-27).",
        ),
        (
            entry(on_site_from="2017-03-23", published="2016-03-30"),
            "published (2016-03-30) is before on_site_from (2017-03-23).",
        ),
        (entry(address='"ftp://example.org/a.pdf"'), "must begin with https:// or http://"),
        (entry(address='"example.org/a.pdf"'), "(it has no scheme)."),
        (entry(address='"javascript:alert(1)"'), "(it has javascript)."),
        (entry(address='"file:///etc/passwd"'), "(it has file)."),
        (entry(address='"https://me:secret@example.org/a.pdf"'), "user name or password."),
        (entry(address='"https:///a.pdf"'), '"address": The address names no host.'),
        (entry(address='"https://[::1/a.pdf"'), "cannot be read (Invalid IPv6 URL)."),
        (entry(address='"https://example.org/a b.pdf"'), "a space or a control character."),
        (entry(address='"https://example.org/%s"' % ("a" * 2000)), "longer than 2000 characters."),
        (entry(file='"../report.pdf"'), "cannot be a file name on every system."),
        (entry(file='"con.pdf"'), "cannot be a file name on every system."),
        (entry(file='".report.pdf"'), "would be hidden, and hidden files are passed over."),
        (entry(file='"report.exe"'), '"report.exe" must end in one of .pdf, .docx, .html'),
        (entry(file='"%s.pdf"' % ("a" * 150)), "it is longer than 150 bytes."),
        (
            entry(address='"https://example.org/file/50148774"'),
            'no file name can be made from its title and address: add "file", '
            'such as file = "report.pdf".',
        ),
        (entry(title=None), 'document 1 ("https://example.org/report.pdf"): no file name can be'),
        (entry() + entry(kind='"x"', title='"Two"'), 'document 2 ("Two"): "kind"'),
        (
            entry() + entry(file='"other.pdf"'),
            'documents 1 and 2 have the same address, "https://example.org/report.pdf": each needs',
        ),
        (
            entry() + entry(address='"https://example.org/2"', file='"inspection of Harrowmere.PDF"'),
            'documents 1 and 2 have the same file name, "inspection of harrowmere.pdf"',
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_one_sentence_with_the_entry_at_fault(
    tmp_path: Path, text: str, said: str
):
    with pytest.raises(BadManifest) as raised:
        load_manifest(written(tmp_path, text))
    sentence = str(raised.value)
    assert said in sentence
    assert sentence.endswith(".")
    assert not sentence.endswith("..")
    assert "\n" not in sentence
    assert isinstance(raised.value, UsageError)


def test_a_manifest_that_is_not_utf8_is_told_of(tmp_path: Path):
    file = tmp_path / "sources.toml"
    file.write_bytes('title = "é"'.encode("latin-1"))
    with pytest.raises(BadManifest, match="is not UTF-8 text: save it as UTF-8"):
        load_manifest(file)


def test_a_manifest_saved_with_a_byte_order_mark_is_read(tmp_path: Path):
    file = tmp_path / "sources.toml"
    file.write_bytes(b"\xef\xbb\xbf" + entry().encode())
    assert len(load_manifest(file).documents) == 1


def test_a_manifest_that_is_not_there_is_told_of(tmp_path: Path):
    with pytest.raises(MissingPath, match="There is no manifest at"):
        load_manifest(tmp_path / "none.toml")


@pytest.mark.parametrize("file", sorted((ROOT / "ingest" / "manifests").glob("*.toml")))
def test_the_manifests_that_are_shipped_can_be_used_and_claim_no_checked_address(file: Path):
    manifest = load_manifest(file)
    assert manifest.documents
    assert not any(document.checked for document in manifest.documents)
    assert all(document.address.startswith("https://") for document in manifest.documents)
