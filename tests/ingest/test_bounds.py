from ingest.bounds import cut


def pieces(text, longest):
    return [text[start:end] for start, end in cut(text, longest)]


def test_a_short_text_is_one_piece():
    assert pieces("Visits are on time.", 100) == ["Visits are on time."]


def test_a_long_text_is_cut_after_a_sentence_where_one_ends_in_the_second_half():
    assert pieces("Visits are late. Plans are not.", 20) == ["Visits are late. ", "Plans are not."]


def test_else_after_a_blank_and_else_anywhere():
    assert pieces("one two three four", 10) == ["one two ", "three four"]
    assert pieces("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_the_pieces_together_are_the_text():
    text = "Aa. " * 50 + "b" * 333 + " c" * 77
    for longest in (2, 3, 10, 99):
        assert "".join(pieces(text, longest)) == text
        assert all(0 < len(piece) <= longest for piece in pieces(text, longest))
