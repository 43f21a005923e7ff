"""Text files made by hand: what chokes slow patterns."""

from collections.abc import Iterator

_REPEATED = (
    "a", "A", " ", "\t", "a ", "A ", ".", ". ", "... ", "-", "- ", "a-", "a- ", "1", "1.", "1. ", "1.1.",
    "(", "(a) ", ")", "[", "[...]", "•", "• ", "\u00ad", "\u200b", "\u200ba", "\u202e", "\u2066words ",
    "\x0b", "\x85", "\u2028", "|", "A | ", "a> ", "› ", "good ", "Good: ", "requires improvement ", "Ofsted ",
    "May ", "1 May 2022 ", "to and of ", "page 1 of ", "Dear A ", "By A ", "Home ", "©", "© 2022 ", "cookie ",
    "sign up newsletter ", "subscribe ", "i", "ii ", "v", "is are was ", "http://a", "www.a", "https://a.b/ ",
    "No. ", "St. ", "e.g. ", "p.m. ", "Mr. A. ", "”", "’s ", "'", "a.”", "a?A", "Key ", "Judgement ", "judgements grade ",
    "Council ", "County Council ", "Borough of ", "Children’s services ", "Posted on ", "Inspected on 1 ",
    "\ud800", "é", "e\u0301", "\u0301", "文", "🙂", "\uf0b7", "Lead inspector: ", "Lead inspector A ", "and ", ", ", "a, ",
)  # fmt: skip
_QUICK = (
    "a",
    " ",
    ". ",
    "A | ",
    "1 May 2022 ",
    "to and of ",
    "a-",
    "a.”",
    "\ud800",
    "County Council ",
)


_REPORT = """Ofsted
Inspection of children’s services
Inspection dates: 7 to 18 February 2022
Lead inspector: A Person
Judgement Grade
Overall effectiveness Good
"""


def _lines(
    piece: str, length: int, end: str, *, head: str = "", total: int = 300_000
) -> tuple[str, bytes]:
    line = piece * (length // len(piece)) + end
    name = f"{piece!r} for {length}, then {end!r}, {'in a report' if head else 'alone'}"
    return name, (head + line * (total // length)).encode("utf-8", "surrogatepass")


def quick_bombs() -> Iterator[tuple[str, bytes]]:
    """Texts made to choke slow patterns, each with a name; met in a moment."""
    yield "an honest line", b"Visits are regular and on time for most children.\n"
    for piece in _QUICK:
        yield _lines(piece, 20_000, "\n", total=40_000)
    yield "ten thousand empty lines", b"\n" * 10_000 + b"words"
    yield "ten thousand page breaks", b"words\x0c" * 10_000
    yield "lone surrogates as bytes", b"words \xed\xa0\x80\xed\xbf\xbf words\n" * 1000
    yield "lone surrogates in UTF-16", b"\xff\xfe" + b"w\x00\x00\xd8o\x00\x00\xdc" * 1000
    yield "two thirds of a letter", b"\xff\xfe" + "words and more".encode("utf-16-le")[:-1]
    yield "NUL bytes after a page of words", b"Visits are regular. " * 300 + b"\x00" * 100_000
    yield "every byte there is", bytes(range(256)) * 1000


def slow_bombs() -> Iterator[tuple[str, bytes]]:
    """The others: each takes up to some seconds, and there are a thousand."""
    for piece in _REPEATED:
        for length in (300_000, 3_000):
            for end in ("\n", "x\n", "!"):
                yield _lines(piece, length, end)
                yield _lines(piece, length, end, head=_REPORT)
    yield "a hundred thousand lines", b"Visits are regular.\n" * 100_000
    yield "a hundred thousand bullets", "• Visits are regular\n".encode() * 100_000
    numbers = b"".join(b"%d. Visits are regular.\n" % n for n in range(100_000))
    yield "a hundred thousand numbers", numbers
    yield "a hundred thousand headings", b"HEADING\n\n" * 100_000
    yield "a hundred thousand footnotes", b"word1\n1 Note.\n" * 100_000
    yield "a hundred thousand judgements", b"The council is good.\nGood\n" * 100_000
    yield "one page 100,000 times", b"Report title\nVisits.\n1\n\x0c" * 100_000
    entries = b"".join(b"Chapter %d ........ %d\n" % (n, n % 999) for n in range(200_000))
    yield "contents without end", b"Contents\n" + entries
    guesses = bytes((n * 7 + n // 256) % 224 + 32 for n in range(2_000_000))
    yield "two megabytes of guesses", guesses
    yield "eleven megabytes of words", b"Visits are on time. " * 550_000
