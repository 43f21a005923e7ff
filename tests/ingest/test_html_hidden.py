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
