"""A few bytes of a PDF can unpack to gigabytes, with which PDFium would fill the memory until it
ends its process. What unpacks too far is found beforehand, without unpacking ordinary files twice.
"""

import re
import zlib
from collections.abc import Iterable, Iterator

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_MOST = 30_000_000
"""Bytes that a page's drawing, a font or a store of objects unpacks to. Pictures may have more:
PDFium unpacks them row by row."""
_LARGEST_SAFE = _MOST // 1032
"""Bytes that cannot unpack to more than `_MOST`: deflate makes 1,032 bytes of one at best."""
_LONGEST_HEAD, _AT_ONCE = 1_000, 1_000_000


def unpacks_too_far(data: bytes) -> bool:
    """Whether a stream of the PDF `data`, pictures and encrypted streams aside, unpacks to more
    than any honest one."""
    end = 0
    for found in _STREAM.finditer(data):
        if found.start() < end:
            continue
        end = data.find(b"endstream", found.end())
        end = len(data) if end < 0 else end
        head = data[max(0, found.start() - _LONGEST_HEAD) : found.start()].rpartition(b" obj")[2]
        times = head.count(b"/FlateDecode")
        if b"/Image" in head or (end - found.end() <= _LARGEST_SAFE and times < 2):
            continue
        pieces: Iterable[bytes] = [data[found.end() : end]]
        for _ in range(times):
            pieces = _unpacked(pieces)
        if _is_more(pieces):
            return True
    return False


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What `pieces` unpack to, as far as they can be unpacked."""
    unpacker = zlib.decompressobj()
    try:
        for piece in pieces:
            rest = piece
            while rest and not unpacker.eof:
                yield unpacker.decompress(rest, _AT_ONCE)
                rest = unpacker.unconsumed_tail
    except zlib.error:
        return


def _is_more(pieces: Iterable[bytes]) -> bool:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > _MOST:
            return True
    return False
