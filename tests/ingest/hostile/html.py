"""Web pages made by hand: bombs."""

from collections.abc import Iterator

_ARTICLE = b"<p>Visits are regular and on time for most children, inspectors said on Tuesday.</p>"


def _page(body: bytes, head: bytes = b"") -> bytes:
    return b"<!doctype html><html><head>%s</head><body><main>%s</main></body></html>" % (head, body)


def _many_in_many() -> Iterator[tuple[str, bytes]]:
    for opened in (b"<div>", b"<span>", b"<b>", b"<table><tr><td>", b"<ul><li>", b"<a>"):
        for depth in (200, 100_000):
            name = f"{opened.decode()} in itself, {depth} deep"
            yield name, _page(opened * depth + _ARTICLE * 3)


def _heads() -> Iterator[tuple[str, bytes]]:
    script = b"<script type='application/ld+json'>%s</script>"
    heads = {
        "a style sheet of open comments": b"<style>" + b"/*" * 500_000 + b"</style>",
        "a style sheet of open media queries": b"<style>" + b"@media a{b{" * 99_999 + b"</style>",
        "a style sheet of closed media queries": b"<style>@media a{" + b"b{c}" * 99_999 + b"</style>",
        "a style sheet without brackets": b"<style>" + b"a" * 500_000 + b"</style>",
        "a style sheet that hides 50,000 classes": b"<style>"
        + b"".join(b".c%d{display:none}" % n for n in range(50_000))
        + b"</style>",
        "a date declared 50,000 times": script % (b'"datePublished": "' * 50_000),
        "a declared date that is no string": script % rb'"datePublished":"\x"',
        "a declared date with a line in it": script % b'"datePublished":"2022\n"',
        "a title of a megabyte": b"<title>" + b"Plan " * 200_000 + b"</title>",
        "200,000 meta tags": b"<meta name=date content=2022>" * 200_000,
    }  # fmt: skip
    for name, head in heads.items():
        yield name, _page(_ARTICLE, head)


def _encodings() -> Iterator[tuple[str, bytes]]:
    for name in ("base64", "zlib", "rot13", "idna", "utf-7", "utf-16", "undefined", "punycode"):
        body = b"<p>caf\xe9</p>" + _ARTICLE
        yield f"an encoding that is {name}", _page(body, b"<meta charset=%s>" % name.encode())
    surrogates = b"<p>&#xD800;&#x110000;&#0;&#xFFFFFFFFFF; words</p>"
    yield "references to surrogates and beyond", _page(surrogates + _ARTICLE)
    turned = "\u202e\u2066\u200b\ufeff" * 10_000
    yield "words in every direction", _page(f"<p>{turned}words</p>".encode() + _ARTICLE)
    spaced = bytes(byte for letter in _page(_ARTICLE) for byte in (letter, 0))
    yield "NUL bytes between all letters", spaced
    laughs = b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    yield "a document type with laughing entities", laughs + _page(b"<p>&b;</p>" + _ARTICLE)


def quick_bombs() -> Iterator[tuple[str, bytes]]:
    """Web pages made to hang, to fill memory or to crash, each with a name; met in a moment."""
    yield "an honest page", _page(_ARTICLE)
    yield from _many_in_many()
    yield from _heads()
    yield from _encodings()
    yield (
        "control characters",
        _page(b"<p>\x01\x0b<!-- x -->&#1;words\x1f<b hidden>x</b>\x02</p>" + _ARTICLE),
    )
    yield "10,000 comments between words", _page(b"<p>" + b"words <!-- x -->" * 10_000 + b"</p>")
    yield "one word of 20 MB", _page(b"<p>" + b"a" * 20_000_000 + b"</p>")
    yield "a class of 5 MB", _page(b"<div class='" + b"share-" * 800_000 + b"'>" + _ARTICLE)
    yield "a style of blanks", _page(b"<p style='font-size" + b" " * 500_000 + b"'>" + _ARTICLE)
    yield "a hundred thousand comments", _page(b"<!-- x -->" * 100_000 + _ARTICLE)
    names = b" ".join(b"a%d=1" % n for n in range(100_000))
    yield "a hundred thousand attributes", _page(b"<p " + names + b">" + _ARTICLE)


def slow_bombs() -> Iterator[tuple[str, bytes]]:
    """Those that take seconds to meet."""
    yield "a word of 9 MB", _page(b"<p>" + b"a" * 9_000_000 + b"</p>")
    yield "250,000 comments between words", _page(b"<p>" + b"words <!-- x -->" * 250_000)
    yield "two hundred thousand paragraphs", _page(_ARTICLE * 200_000)
    yield "two hundred thousand empty blocks", _page(b"<div></div>" * 200_000 + _ARTICLE)
    yield "a row of 100,000 cells", _page(b"<table><tr>" + b"<td>7" * 100_000 + b"</table>")
    yield "90,000 rows", _page(b"<table>" + b"<tr><td>7<td>8" * 90_000 + b"</table>" + _ARTICLE)
    yield "100,000 links in a paragraph", _page(b"<p>" + b"<a href=x>see</a> " * 100_000 + b"</p>")
    yield (
        "100,000 words between blocks",
        _page(b"<div>" + b"word<p>words</p>" * 100_000 + b"</div>"),
    )
    yield "19,000 words between blocks", _page(b"<div>" + b"word<p>words</p>" * 19_000 + b"</div>")
    yield (
        "100,000 items of one list",
        _page(b"<ul>" + b"<li>Visits are on time" * 100_000 + b"</ul>"),
    )
    yield "100,000 line breaks", _page(b"<p>words" + b"<br>words" * 100_000 + b"</p>")
    yield "one line of a million words", _page(b"<p>" + b"One. " * 1_000_000 + b"</p>")
    wide = b"<div>" * 200 + _ARTICLE * 100 + b"</div>" * 200
    yield "200 deep, a hundred times", _page(wide * 100)
    names = b"<p " + b" ".join(b"a%d=1" % n for n in range(19_900)) + b">words</p>"
    yield "19,900 attributes, twenty times", _page(names * 20 + _ARTICLE)
    tables = b"<table><tr><td>" * 50 + b"words" + b"</table>" * 50
    yield "19,000 elements of tables in tables", _page(tables * 120 + _ARTICLE)
    yield "19,000 paragraphs of links", _page(b"<p><a href=x>words and words</a></p>" * 9_500)
    numbered = b"".join(b"<p>%d. Visits are on time.</p>" % n for n in range(50_000))
    yield (
        "50,000 numbers below long headings",
        _page(b"<h1>" + b"Very " * 2_000 + b"</h1>" + numbered),
    )
    yield "9,500 words of one letter", _page(b"<p>a</p><b>a</b>" * 9_500)
