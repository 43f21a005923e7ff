"""The hostile files of each reader, by name. What is mutated are a sample pack's documents, and small
files made here."""

import io
from collections.abc import Iterator

from pypdf import PdfReader, PdfWriter

from tests.ingest.hostile import docx, html, pdf, text
from tests.ingest.hostile.mutations import mutant
from tests.ingest.hostile.pdf import one_page, packed_pdf
from tests.ingest.shared import documents_of

READERS = ("pdf", "docx", "html", "text")

_SAVED_PAGE = """Harrowmere Gazette
Home › News › Council
Share this story
Council rated good for children’s services
By A Reporter
Posted on 3 May 2022
Inspectors visited in February. They found that visits were regular and on time.
“It is a good result,” said the leader.
• Plans are clear.
• Caseloads fell from 19 to 17.
Related stories
Sign up to our newsletter
© 2022 Harrowmere Gazette. Cookie policy
"""
_LETTER = """# Monitoring visit of Harrowmere

Headline findings
1. The local authority is making progress.
2. Most children wait:
   - too long for a plan
   - too long for a visit

| Measure | 2021 | 2022 |
|---|---|---|
| Visits on time | 74% | 88% |
"""


def bombs(reader: str, kind: str) -> Iterator[tuple[str, bytes]]:
    """The "quick" or the "slow" bombs, or (of "pdf") the "fatal"."""
    make = getattr({"pdf": pdf, "docx": docx, "html": html, "text": text}[reader], f"{kind}_bombs")
    yield from make(_seeds("docx")[0]) if reader == "docx" else make()


def mutants(reader: str, first: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Mutated files number `first` and so on: the same ones at every call."""
    seeds = _seeds(reader)
    for number in range(first, first + count):
        yield f"{reader} {number}", mutant(seeds, reader, number)


def _seeds(reader: str) -> list[bytes]:
    folder = documents_of("harrowmere")
    if reader == "text":
        reports = [path.read_bytes() for path in sorted((folder.parent / "source").glob("*.txt"))]
        return [_SAVED_PAGE.encode(), _LETTER.encode("cp1252"), _LETTER.encode("utf-16"), *reports]
    files = [path.read_bytes() for path in sorted(folder.glob(f"*.{reader}"))]
    if reader == "pdf":
        return [*files, one_page(), packed_pdf(), _encrypted(files[0])]
    return files


def _encrypted(data: bytes) -> bytes:
    """The same PDF encrypted with an empty password, as council offices send them."""
    writer, packed = PdfWriter(PdfReader(io.BytesIO(data))), io.BytesIO()
    writer.encrypt("", algorithm="AES-256")
    writer.write(packed)
    return packed.getvalue()
