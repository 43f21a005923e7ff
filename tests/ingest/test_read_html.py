from datetime import date

import pytest

from docs_store.errors import NoText
from ingest.read_html import looks_like_html, read_html
from ingest.reading import Role

PROSE = (
    "Children in the borough get help sooner than they did, and their plans say what must change."
)


def a_page(body, head=""):
    html = f"<!doctype html><html><head><title>Help comes sooner | Borough Post</title>{head}</head><body>{body}</body></html>"
    return read_html(html.encode(), "a.html")


def shown(result):
    page = result.pages[0].text
    return [(hint.role, page[hint.start : hint.end]) for hint in result.hints]


def test_the_article_is_kept_whole_and_the_site_left_out():
    result = a_page(
        f"""<nav><a href="/">Home</a></nav><main><article><h1>Help comes sooner</h1><p>{PROSE}</p>
        <h2>In figures</h2><ul><li>17 cases each</li><li>no child waits</li></ul>
        <table><tr><th>Measure</th><th>Now</th></tr><tr><td>Caseload</td><td>17</td></tr></table>
        <h3>Notes to editors</h3><ol><li>The visit was in May.</li></ol></article>
        <aside class="related"><h3>Related stories</h3><p>{PROSE} Bins.</p></aside></main>
        <div class="cookie-banner"><p>We use cookies to improve this site for you.</p></div>
        <footer>Copyright 2024</footer>"""
    )
    assert shown(result) == [
        (Role.HEADING, "Help comes sooner"),
        (Role.PARAGRAPH, PROSE),
        (Role.HEADING, "In figures"),
        (Role.BULLET, "• 17 cases each"),
        (Role.BULLET, "• no child waits"),
        (Role.ROW, "Measure\tNow"),
        (Role.ROW, "Caseload\t17"),
        (Role.HEADING, "Notes to editors"),
        (Role.BULLET, "• The visit was in May."),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">SECRET</p>',
        '<p style="visibility:hidden">SECRET</p>',
        '<p style="color:#ffffff">SECRET</p>',
        '<p style="color: white; background-color: #FFF">SECRET</p>',
        '<p style="font-size:0">SECRET</p>',
        '<p style="position:absolute; left:-9999px">SECRET</p>',
        "<p hidden>SECRET</p>",
        '<p aria-hidden="true">SECRET</p>',
        '<span class="visually-hidden">SECRET</span>',
        '<span class="govuk-visually-hidden">SECRET</span>',
        '<p class="u-away">SECRET</p>',
        "<!-- SECRET -->",
        "<script>SECRET</script>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden):
    head = "<style>.u-away { position: absolute; left: -10000px }</style>"
    result = a_page(
        f"<main><h1>Help</h1><p>{PROSE}</p>{hidden}<p>{PROSE} Staff stay.</p></main>", head
    )
    assert "SECRET" not in result.pages[0].text
    assert "Staff stay" in result.pages[0].text


def test_words_after_a_hidden_element_stay():
    result = a_page(f"<main><p>{PROSE} Before <span hidden>SECRET</span>after.</p></main>")
    assert "Before after." in result.pages[0].text


def test_white_words_on_a_coloured_ground_are_shown():
    result = a_page(
        f'<main><p>{PROSE}</p><p style="color:#fff;background:#003">Open until five today.</p></main>'
    )
    assert "Open until five" in result.pages[0].text


def test_the_date_comes_from_the_page_and_not_from_the_copyright_line():
    body = f"<main><p>{PROSE}</p></main><footer>Copyright 2024</footer>"
    assert a_page(body).metadata.published is None
    dated = a_page(body, '<meta property="article:published_time" content="2019-06-14T08:00:00Z">')
    assert dated.metadata.published == date(2019, 6, 14)
    linked = a_page(
        body, '<script type="application/ld+json">{"datePublished": "2021-11-02"}</script>'
    )
    assert linked.metadata.published == date(2021, 11, 2)


def test_site_and_title_are_told():
    metadata = a_page(
        f"<main><p>{PROSE}</p></main>", '<meta property="og:site_name" content="Borough Post">'
    ).metadata
    assert (metadata.site, metadata.title) == ("Borough Post", "Help comes sooner | Borough Post")


def test_a_page_without_an_article_has_no_text():
    with pytest.raises(NoText):
        a_page("<script>run()</script>")


def test_text_that_mentions_a_tag_is_no_page():
    assert not looks_like_html("The committee asked what <b> meant in the report.")
    assert looks_like_html("\ufeff  <!DOCTYPE html>\n<html>")
