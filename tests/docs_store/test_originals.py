import hashlib
from pathlib import Path

from docs_store.originals import Originals, sha256_of


def test_an_original_is_kept_byte_for_byte_under_its_digest(tmp_path: Path) -> None:
    file = tmp_path / "Letter.PDF"
    file.write_bytes(b"%PDF-1.4 words")
    digest = sha256_of(file)
    assert digest == hashlib.sha256(b"%PDF-1.4 words").hexdigest()
    originals = Originals(tmp_path / "store")
    kept = originals.keep(file, digest)
    assert kept.read_bytes() == file.read_bytes()
    assert kept.suffix == ".pdf"
    assert originals.path(digest) == kept
    assert originals.keep(file, digest) == kept


def test_a_dropped_original_is_no_longer_held(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("words")
    digest = sha256_of(file)
    originals = Originals(tmp_path / "store")
    originals.keep(file, digest)
    originals.drop(digest)
    originals.drop(digest)
    assert originals.path(digest) is None
