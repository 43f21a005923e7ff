import random
import zlib

from ingest.pdf_streams import _unpacked, unpacks_too_far
from tests.ingest.hostile.pdf import a_stream, one_page

BLANKS = b" " * 31_000_000


def test_an_ordinary_page_does_not_unpack_too_far():
    assert not unpacks_too_far(one_page())


def test_a_drawing_of_more_than_thirty_megabytes_does():
    assert unpacks_too_far(one_page(BLANKS))


def test_so_does_one_that_is_packed_twice():
    body = zlib.compress(zlib.compress(BLANKS, 9), 9)
    head = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>" % len(body)
    assert unpacks_too_far(one_page(more={4: b"%s\nstream\n%s\nendstream" % (head, body)}))


def test_a_picture_may_be_that_large():
    picture = a_stream(BLANKS, b"/Subtype/Image")
    assert not unpacks_too_far(one_page(more={6: picture}))


def test_what_cannot_be_unpacked_is_left_to_others():
    damaged = a_stream(BLANKS).replace(b"stream\nx", b"stream\ny")
    assert not unpacks_too_far(one_page(more={6: damaged}))


def test_streams_that_never_end_are_looked_through_once():
    assert not unpacks_too_far(
        b"%PDF-1.7 1 0 obj <</Filter/FlateDecode>>" + b"stream\n" * 1_000_000
    )


def test_a_stream_that_ends_on_a_round_number_of_bytes_is_done_with():
    assert not unpacks_too_far(one_page(b"0 0 m 9 9 l S " * 1_500_000))
    packed = zlib.compress(random.Random(7).randbytes(3_000_000)) + b"\n"
    assert sum(map(len, _unpacked([packed]))) == 3_000_000
