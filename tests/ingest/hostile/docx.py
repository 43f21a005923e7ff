"""Word files made by hand: bombs."""

import io
import zipfile
from collections.abc import Iterator

_WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BODY = b"<w:p><w:r><w:t>Visits are regular and on time.</w:t></w:r></w:p>"
_LISTED = _BODY.replace(
    b"<w:p>", b'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
)
_CELL = b"<w:tc>" + _BODY + b"</w:tc>"


def a_zip(parts: dict[str, bytes]) -> bytes:
    """An archive of these parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def a_docx(original: bytes, **changed: bytes) -> bytes:
    """A Word file with parts replaced or added: document=…, footnotes=…, media=…"""
    with zipfile.ZipFile(io.BytesIO(original)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return a_zip({**parts, **{f"word/{name}.xml": content for name, content in changed.items()}})


def _body(body: bytes, before: bytes = b"") -> bytes:
    return b"%s<w:document %s><w:body>%s</w:body></w:document>" % (before, _WORD, body)


def _said(words: bytes) -> bytes:
    return b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % words


def _numbering(start: bytes, form: bytes, shown: bytes = b"%1") -> bytes:
    level = b'<w:lvl w:ilvl="0"><w:start w:val="%s"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>'
    abstract = b'<w:abstractNum w:abstractNumId="1">%s</w:abstractNum>'
    one = b'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    inside = abstract % (level % (start, form, shown)) + one
    return b"<w:numbering %s>%s</w:numbering>" % (_WORD, inside)


def _styles(count: int, *, is_circle: bool) -> bytes:
    """Styles each based on the next; the last on none, or on the first."""
    last = b'<w:basedOn w:val="s0"/>' if is_circle else b""
    chain = b"".join(
        b'<w:style w:type="paragraph" w:styleId="s%d"><w:name w:val="s%d"/>%s</w:style>'
        % (n, n, b'<w:basedOn w:val="s%d"/>' % (n + 1) if n + 1 < count else last)
        for n in range(count)
    )
    return b"<w:styles %s>%s</w:styles>" % (_WORD, chain)


def _styled(count: int) -> bytes:
    return _BODY.replace(b"<w:p>", b'<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr>') * count


def _with_lying_sizes(original: bytes) -> bytes:
    """An archive that says each part unpacks to a hundred bytes."""
    data = bytearray(a_docx(original, document=_body(_BODY * 100_000)))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = (100).to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


def _with_relations_to_itself(original: bytes) -> bytes:
    name = "_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(original)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    loop = b"".join(
        b'<Relationship Id="x%d" Type="urn:x" Target="document.xml"/>' % n for n in range(1000)
    )
    end = b"</Relationships>"
    parts[f"word/{name}"] = parts[f"word/{name}"].replace(end, loop + end)
    return a_zip(parts)


def _entities(original: bytes) -> Iterator[tuple[str, bytes]]:
    laughs = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    laughs = b'<!DOCTYPE x [<!ENTITY a0 "ha">' + laughs + b"]>"
    laugh = _said(b"&a9;")
    yield "a billion laughs", a_docx(original, document=_body(laugh + _BODY, laughs))
    note = b"<w:footnotes %s><w:footnote>%s</w:footnote></w:footnotes>" % (_WORD, laugh)
    yield "laughing footnotes", a_docx(original, document=_body(_BODY), footnotes=laughs + note)
    long = b'<!DOCTYPE x [<!ENTITY a "' + b"ha" * 50_000 + b'">]>'
    yield "a quadratic blow-up", a_docx(original, document=_body(_said(b"&a;" * 50_000), long))
    outside = b'<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>'
    yield "words from another file", a_docx(original, document=_body(laugh + _BODY, outside))


def quick_bombs(original: bytes) -> Iterator[tuple[str, bytes]]:
    """Word files made to hang, to fill memory or to crash, each with a name; made of `original`, and
    made and met in a moment."""
    yield "an honest file", a_docx(original, document=_body(_BODY))
    yield from _entities(original)
    yield "an archive that lies about its sizes", _with_lying_sizes(original)
    yield "a relation that leads to itself", _with_relations_to_itself(original)
    yield "one word of 20 MB", a_docx(original, document=_body(_said(b"a" * 20_000_000)))
    for depth in (60, 200, 100_000):
        tables = b"<w:tbl><w:tr><w:tc>" * depth + _BODY + b"</w:tc></w:tr></w:tbl>" * depth
        yield f"tables in tables, {depth} deep", a_docx(original, document=_body(tables))
        tracked = b"<w:ins>" * depth + _BODY + b"</w:ins>" * depth
        yield f"insertions in insertions, {depth} deep", a_docx(original, document=_body(tracked))
    for form in (b"lowerRoman", b"lowerLetter", b"decimal"):
        numbering = _numbering(b"2000000000", form)
        listed = a_docx(original, document=_body(_LISTED * 5), numbering=numbering)
        yield f"a list that starts at two billion, {form.decode()}", listed
    numbering = _numbering(b"many", b"decimal")
    yield "a list that starts at no number", a_docx(
        original, document=_body(_LISTED), numbering=numbering
    )  # fmt: skip
    numbering = _numbering(b"9999", b"decimal", b"%1" * 100_000)
    yield "numbers of 400,000 digits", a_docx(
        original, document=_body(_LISTED * 100), numbering=numbering
    )  # fmt: skip
    circle = a_docx(original, document=_body(_styled(100)), styles=_styles(50, is_circle=True))
    yield "styles based on each other", circle


def slow_bombs(original: bytes) -> Iterator[tuple[str, bytes]]:
    """Those that take seconds to make or to meet."""
    yield "a word of 9 MB", a_docx(original, document=_body(_said(b"a" * 9_000_000)))
    yield "a body of 1 GB of white space", a_docx(original, document=_body(b" " * 1_000_000_000))
    media = {f"media{n}": b"\x00" * 200_000_000 for n in range(3)}
    yield "three parts of 200 MB", a_docx(original, **media)
    parts = {"word/document.xml": _body(_BODY), **{f"word/{n}": b"" for n in range(100_000)}}
    yield "a hundred thousand parts", a_zip(parts)
    yield "two million paragraphs", a_docx(original, document=_body(_BODY * 2_000_000))
    yield "600,000 paragraphs", a_docx(original, document=_body(_BODY * 600_000))
    yield "260,000 listed paragraphs of one word", a_docx(
        original, document=_body(_LISTED.replace(b"Visits are regular and on time.", b"a") * 260_000),
        numbering=_numbering(b"1", b"decimal"),
    )  # fmt: skip
    table = b"<w:tbl>" + (b"<w:tr>" + _CELL * 2 + b"</w:tr>") * 180_000 + b"</w:tbl>"
    yield "a table of 180,000 rows", a_docx(original, document=_body(table))
    nested = _CELL
    for _ in range(60):
        nested = b"<w:tc><w:tbl><w:tr>" + nested + _CELL + b"</w:tr></w:tbl></w:tc>"
    rows = b"<w:tbl><w:tr>" + nested * 200 + b"</w:tr></w:tbl>"
    yield "200 cells of tables in tables", a_docx(original, document=_body(rows))
    chain = _styles(20_000, is_circle=False)
    yield "20,000 styles based on each other", a_docx(
        original, document=_body(_styled(20_000)), styles=chain
    )  # fmt: skip
    runs = b"<w:p>" + b"<w:r><w:t>a </w:t></w:r>" * 1_100_000 + b"</w:p>"
    yield "a paragraph of 1,100,000 runs", a_docx(original, document=_body(runs))
