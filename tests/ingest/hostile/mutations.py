"""Mutations of good files, seeded and repeatable.

A mutation keeps enough of a file for a reader to start on it: that is where readers fail.
"""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree

from tests.ingest.hostile.docx import a_zip

Mutation = Callable[[random.Random, bytes, bytes], bytes]

_NASTY = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf",
    "\u202e\u200b\u2066\ufeff\u200d".encode(), b"%s%n", b"\r", b"\x0c", b"\x1a", b"&#xD800;",
    b"-1", b"99999999999999999999", b"NaN", b"<", b">", b"]]>", b"<!--", b"<![CDATA[", b"(", b")",
    b"<<", b">>", b"[", b"]", b"endobj", b"stream\n", b"endstream", b"%%EOF", b"0 0 R", b"&a;",
)  # fmt: skip


_ODD = (
    "",
    "0",
    "-1",
    "7",
    "99999999999999999999",
    "NaN",
    "%1%2%3%9",
    "\u202e",
    "a" * 5_000,
    "Heading 1",
)


def mutant(originals: Sequence[bytes], suffix: str, number: int) -> bytes:
    """File `number` of its kind: one of `originals` after one to four mutations."""
    chance = random.Random(f"{suffix} {number}")
    inside = {"docx": _inside_zip, "pdf": _inside_streams}.get(suffix)
    data = chance.choice(originals)
    for _ in range(chance.randint(1, 4)):
        mutation, other = chance.choice(_MUTATIONS), chance.choice(originals)
        if inside is not None and chance.random() < 0.7:
            data = inside(chance, data, mutation)
        else:
            data = mutation(chance, data, other)
    return data


def _truncated(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    return data[: chance.randint(1, max(1, len(data)))]


def _flipped(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 30, 300))):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _deleted(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    start, length = chance.randint(0, len(data)), chance.choice((1, 10, 1000))
    return data[:start] + data[start + length :]


def _repeated(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    start, length = chance.randint(0, len(data)), chance.choice((1, 10, 100, 1000))
    times = chance.choice((1, 2, 50, 500))
    return data[:start] + data[start : start + length] * times + data[start:]


def _spliced(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _nastied(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    for _ in range(chance.choice((1, 5, 50))):
        at = chance.randint(0, len(data))
        data = data[:at] + chance.choice(_NASTY) * chance.choice((1, 1, 1, 100)) + data[at:]
    return data


def _renumbered(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    """Numbers become others: lengths, offsets, references, sizes."""
    numbers = list(re.finditer(rb"(?<![\w.])\d+(?![\w.])", data))
    for found in sorted(chance.sample(numbers, min(len(numbers), 4)), key=lambda n: -n.start()):
        new = chance.choice((b"0", b"1", b"-1", b"7", b"65536", b"2147483648", b"9" * 25))
        data = data[: found.start()] + new + data[found.end() :]
    return data


def _nested(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    """Something that opens, very often, and may never close."""
    opened, closed = chance.choice(
        ((b"<div>", b"</div>"), (b"<table><tr><td>", b""), (b"<b><i>", b""), (b"[", b"]"))
        + ((b"<<", b">>"), (b"(", b")"), (b"<w:p><w:r>", b""), (b"<w:tbl><w:tr><w:tc>", b""))
        + ((b"<ul><li>", b""), (b"q ", b"Q "), (b"BT ", b"ET "))
    )
    depth = chance.choice((50, 500, 5000))
    at = chance.randint(0, len(data))
    return data[:at] + opened * depth + b"words" + closed * depth + data[at:]


def _long_lined(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    """All on one line, or a line of one thing over and over: what slow patterns choke on."""
    piece = chance.choice(
        (b"a", b" ", b"\t", b".", b"- ", b"1.", b"(a) ", b"\xe2\x80\xa2 ", b"good ", b"A | ")
        + (b"a\xc2\xad", b"i ", b"1 of ", b"Dear A", b"<!-- ", b"/* ", b"@media{", b"May ", b"a-\n")
    )
    at = chance.randint(0, len(data))
    long = piece * chance.choice((1000, 20_000))
    return chance.choice((data[:at] + long + data[at:], data.replace(b"\n", b" ") + long))


_MUTATIONS: tuple[Mutation, ...] = (
    _truncated, _flipped, _deleted, _repeated, _spliced, _nastied, _renumbered, _nested, _long_lined,
)  # fmt: skip


def _inside_zip(chance: random.Random, data: bytes, mutation: Mutation) -> bytes:
    """Mutate one part of a Word file and pack it again, so that the archive itself is sound."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError):
        return data
    if not parts:
        return data
    names = [*parts, *[name for name in parts if name == "word/document.xml"] * len(parts)]
    name, other = chance.choice(names), chance.choice(names)
    if chance.random() < 0.7:
        parts[name] = _in_the_tree(chance, parts[name])
    else:
        parts[name] = mutation(chance, parts[name], parts[other])
    return a_zip(parts)


def _in_the_tree(chance: random.Random, data: bytes) -> bytes:
    """Elements of an XML file go, come twice, go elsewhere or change: it still is XML."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return data
    for _ in range(chance.choice((1, 5, 50))):
        elements = [element for element in root.iter(etree.Element) if element is not root]
        if not elements:
            break
        element, other = chance.choice(elements), chance.choice(elements)
        parent, act = element.getparent(), chance.randrange(5)
        if act == 0 and parent is not None:
            parent.remove(element)
        elif act == 1:
            other.append(deepcopy(element))
        elif act == 2:
            element.tag = other.tag
        elif act == 3:
            element.text = chance.choice(_ODD)
        for name in element.attrib if act == 4 else ():
            element.set(name, chance.choice(_ODD))
    return etree.tostring(root)


def _inside_streams(chance: random.Random, data: bytes, mutation: Mutation) -> bytes:
    """Mutate what a compressed stream of a PDF holds, and give it its right length."""
    streams = list(re.finditer(rb"/Length (\d+)([^>]*)>>\s*stream\r?\n", data))
    if not streams:
        return data
    found = chance.choice(streams)
    end = found.end() + int(found[1])
    try:
        body = zlib.decompress(data[found.end() : end])
    except zlib.error:
        return data
    packed = zlib.compress(mutation(chance, body, data))
    length = str(len(packed)).encode()
    head = b"/Length " + length + found[2] + b">>\nstream\n"
    return data[: found.start()] + head + packed + data[end:]
