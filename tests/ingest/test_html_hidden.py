import pytest
from lxml import html

from ingest.html_hidden import remove_hidden


def left(body):
    root = html.document_fromstring(f"<html><body>{body}</body></html>")
    remove_hidden(root)
    return " ".join(str(root.xpath("string()")).split())


def test_a_body_marked_hidden_by_class_is_still_read():
    root = html.document_fromstring('<html><body class="no-js hidden"><p>Words</p></body></html>')
    remove_hidden(root)
    assert "Words" in str(root.xpath("string()"))


def test_rules_in_media_queries_do_not_hide():
    assert "Words" in left(
        "<style>@media print { .x { display: none } }</style><p class='x'>Words</p>"
    )


def test_a_rule_for_an_id_hides():
    assert (
        left("<style>#x, .y { display:none }</style><p id='x'>A</p><p class='y'>B</p><p>C</p>")
        == "C"
    )


@pytest.mark.parametrize(
    "css",
    [
        "/* .x { display: none }",
        "/* note */ @media print { .y { color: red } .x { display: none } }",
        ".x { color: red } /* .x { display: none } */",
        "@media print { .x { display: none }",
    ],
)
def test_rules_that_do_not_count_hide_nothing(css):
    assert left(f"<style>{css}</style><p class='x'>Words</p>") == "Words"


@pytest.mark.parametrize(
    "css",
    [
        "/* note */ .x { display: none }",
        "@media print { .y { color: red } } .x { display: none }",
        "@supports (display: grid) { .x { display: none } }",
        "} .x { display: none }",
    ],
)
def test_rules_after_or_within_others_hide(css):
    assert left(f"<style>{css}</style><p class='x'>Words</p><p>Shown</p>") == "Shown"
