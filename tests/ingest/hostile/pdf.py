"""PDFs made by hand: small honest ones, and bombs."""

import zlib
from collections.abc import Iterator

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
_WORDS = b"BT /F 12 Tf 60 700 Td (Visits are regular and on time for most children.) Tj ET "


def a_pdf(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects; number 1 is the catalogue."""
    parts, offsets, length = [b"%PDF-1.7\n"], {}, 9
    for number, body in objects.items():
        offsets[number] = length
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        length += len(parts[-1])
    size = max(objects) + 1
    parts.append(b"xref\n0 %d\n" % size)
    for number in range(size):
        known = number in offsets
        parts.append(b"%010d 00000 n \n" % offsets[number] if known else b"0000000000 65535 f \n")
    parts.append(
        b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, length)
    )
    return b"".join(parts)


def a_stream(body: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream object."""
    packed = zlib.compress(body, 9)
    head = b"<</Length %d/Filter/FlateDecode%s>>" % (len(packed), entries)
    return b"%s\nstream\n%s\nendstream" % (head, packed)


def one_page(
    contents: bytes = _WORDS, more: dict[int, bytes] | None = None, resources: bytes = b""
) -> bytes:
    """A PDF of one page that draws `contents`."""
    page = _PAGE.replace(b"/Resources<<", b"/Resources<<" + resources)
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    objects = {1: _CATALOGUE, 2: pages, 3: page, 4: a_stream(contents), 5: _FONT}
    return a_pdf(objects | (more or {}))


def packed_pdf() -> bytes:
    """An honest page whose objects stand in an object stream, as Word writes them."""
    inside = {1: _CATALOGUE, 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: _PAGE, 5: _FONT}
    places, body = b"", b""
    for number, content in inside.items():
        places += b"%d %d " % (number, len(body))
        body += content + b" "
    entries = b"/Type/ObjStm/N %d/First %d" % (len(inside), len(places))
    data, offsets = b"%PDF-1.7\n", {}
    for number, content in ((4, a_stream(_WORDS)), (6, a_stream(places + body, entries))):
        offsets[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = [b"\0\0\0\0\xff"]
    for number in range(1, 8):
        if number in inside:
            rows.append(bytes((2, 0, 0, 6, list(inside).index(number))))
        else:
            rows.append(b"\1%s\0" % offsets.get(number, len(data)).to_bytes(3))
    table = a_stream(b"".join(rows), b"/Type/XRef/Size 8/W[1 3 1]/Root 1 0 R")
    return data + b"7 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(data))


def _pages(kids: bytes, count: int, more: dict[int, bytes] | None = None) -> bytes:
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    objects = {1: _CATALOGUE, 2: pages, 3: _PAGE, 4: a_stream(_WORDS), 5: _FONT}
    return a_pdf(objects | (more or {}))


def _form_bomb(times: int, depth: int) -> bytes:
    """Forms that draw the next form so many times."""
    forms = {}
    for number in range(10, 10 + depth):
        entries = _FORM + b"/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>" % (number + 1)
        forms[number] = a_stream(_WORDS + b"/X Do " * times, entries)
    forms[10 + depth] = a_stream(_WORDS, _FORM)
    return one_page(b"/X Do " + _WORDS, forms, b"/XObject<</X 10 0 R>>")


def _twice_packed(size: int) -> bytes:
    body = zlib.compress(zlib.compress(b" " * size, 9), 9)
    head = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>" % len(body)
    return one_page(more={4: b"%s\nstream\n%s\nendstream" % (head, body)})


def _picture_bomb(side: int) -> bytes:
    packer = zlib.compressobj(1)
    body = b"".join(packer.compress(b"\x00" * side) for _ in range(side)) + packer.flush()
    head = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray" % (side, side)
    head += b"/BitsPerComponent 8/Length %d/Filter/FlateDecode" % len(body)
    picture = b"<<%s>>\nstream\n%s\nendstream" % (head, body)
    return one_page(b"q 500 0 0 500 0 0 cm /X Do Q", {6: picture}, b"/XObject<</X 6 0 R>>")


def _mapped_font() -> dict[int, bytes]:
    table = (
        b"begincmap 1 begincodespacerange <00000000><ffffffff> endcodespacerange\n"
        b"1 beginbfrange <00000000> <3fffffff> <0041> endbfrange endcmap"
    )
    return {5: _FONT.replace(b">>", b"/ToUnicode 7 0 R>>"), 7: a_stream(table)}


def _tree(depth: int, kids: bytes) -> dict[int, bytes]:
    """Page trees in page trees; the innermost holds object 3."""
    nodes = {}
    for number in range(10, 10 + depth):
        child = b"%d 0 R " % (number + 1 if number < 9 + depth else 3)
        nodes[number] = b"<</Type/Pages/Parent 2 0 R/Count 1/Kids[%s]>>" % kids.replace(b"?", child)
    return nodes


def _damaged_tables() -> Iterator[tuple[str, bytes]]:
    honest = one_page()
    start = honest.rindex(b"xref\n0")
    yield "an xref that leads nowhere", honest.replace(b"0 R>>\nstart", b"0 R/Prev 9>>\nstart")
    yield (
        "an xref that leads back to itself",
        honest.replace(b"0 R>>\nstart", b"0 R/Prev %d>>\nstart" % start),
    )
    yield "an xref of a billion objects", honest.replace(b"xref\n0 6", b"xref\n0 999999999")
    yield "a length that is its own stream", honest.replace(b"/Length ", b"/Length 4 0 R/Was ")
    yield "no xref at all", honest[:start]
    holds_itself = a_stream(b"3 0 <</Type/Page>>", b"/Type/ObjStm/N 1/First 4")
    yield "an object stream that holds itself", _pages(b"3 0 R", 1, {3: holds_itself})


def quick_bombs() -> Iterator[tuple[str, bytes]]:
    """PDFs made to hang, to fill memory or to crash, each with a name; made and met in a moment."""
    yield "an honest page", one_page()
    yield "an honest page of packed objects", packed_pdf()
    yield from _damaged_tables()
    arrays = b"[" * 50_000 + b"]" * 50_000
    names = b"<</A" * 20_000 + b">>" * 20_000
    yield "arrays in arrays", one_page(arrays + _WORDS)
    yield "arrays in arrays as an object", one_page(_WORDS, {6: arrays}, b"/ColorSpace 6 0 R")
    yield "dictionaries in dictionaries", one_page(_WORDS, {6: names}, b"/ColorSpace 6 0 R")
    yield "brackets that never close", one_page(b"(" * 1_000_000 + _WORDS)
    yield "a page tree that is its own child", _pages(b"2 0 R", 1)
    yield "a tree in a circle", _pages(b"10 0 R", 1, {10: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"})
    yield "a claim of 100,000 pages", _pages(b"3 0 R", 100_000)
    yield "one page 100,000 times", _pages(b"3 0 R " * 100_000, 100_000)
    yield "a tree that doubles forty times", _pages(b"10 0 R", 1, _tree(40, b"??"))
    yield "a tree five thousand deep", _pages(b"10 0 R", 1, _tree(5_000, b"?"))
    yield "a font with a map of a billion letters", one_page(more=_mapped_font())
    white = _WORDS.replace(b"Visits", b"\\000\\255\\240" * 5_000)
    yield "words of every kind of white space", one_page(white)
    yield "a title of a megabyte", a_pdf(
        {1: _CATALOGUE, 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: _PAGE, 4: a_stream(_WORDS)}
        | {5: _FONT, 6: b"<</Title(%s)>>" % (b"Plan " * 200_000)},
        b"/Info 6 0 R",
    )  # fmt: skip


def slow_bombs() -> Iterator[tuple[str, bytes]]:
    """Those that take seconds to make or to meet."""
    yield "a stream of 1 GB of nothing", one_page(b" " * 1_000_000_000)
    yield "a stream of 200 MB, packed twice", _twice_packed(200_000_000)
    yield "a stream of 60 MB of drawing", one_page(b"0 0 m 9 9 l S " * 4_300_000 + _WORDS)
    yield "a stream of 20 MB of words", one_page(_WORDS * 250_000)
    yield "a stream of 60 MB of open brackets", one_page(b"[" * 60_000_000)
    yield "300 pages of a megabyte of words", _pages(
        b"3 0 R " * 300, 300, {4: a_stream(_WORDS * 13_000)}
    )  # fmt: skip
    yield "a picture of 60,000 by 60,000 dots", _picture_bomb(60_000)
    large = one_page(b"q Q " * 900).replace(b"[0 0 595 842]", b"[0 0 9999999 9999999]")
    yield "a page of 4 km", large


def fatal_bombs() -> Iterator[tuple[str, bytes]]:
    """Those with which PDFium fills any memory, and ends its process; only limits hold them."""
    loop = {6: a_stream(b"/X Do /X Do ", _FORM + b"/Resources<</XObject<</X 6 0 R>>>>")}
    yield "a form that draws itself", one_page(b"/X Do " + _WORDS, loop, b"/XObject<</X 6 0 R>>")
    yield "forms that draw forms twice each", _form_bomb(2, 40)
    yield "forms that draw forms a thousand times each", _form_bomb(1000, 4)
