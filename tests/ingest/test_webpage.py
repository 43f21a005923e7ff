import pytest

from ingest.webpage import drop_site, is_site, is_web_text
from tests.ingest.shared import lines

PROSE = "Children in the borough get help sooner than they did, and their plans now say what must change for them."


@pytest.mark.parametrize(
    "text",
    ["Skip to content", "We use cookies to improve this site", "HOME | NEWS | JOBS | OPINION", "Sign in or register",
     "Read full story", "Copyright 2024 Finch Media", "Share this on Facebook, Twitter and LinkedIn", "0 comments",
     "Click here to have it sent to your inbox", "Image credit: a library"],
)  # fmt: skip
def test_these_lines_are_the_sites(text):
    assert is_site(text)


@pytest.mark.parametrize(
    "text",
    ["Share of children in care rises", "The council will print new leaflets for parents.", "Homes first", PROSE,
     "She posted the letter on Friday."],
)  # fmt: skip
def test_these_are_the_articles(text):
    assert not is_site(text)


def test_the_article_is_kept_from_its_title_to_where_teasers_begin():
    page = lines(
        "Skip navigation", "Borough Post", "Help comes sooner, say inspectors", "Posted on 4 May 2021 by Ada Crane",
        "", PROSE, "", "Sign up to our newsletter for daily updates", "", PROSE + " Again.", "",
        "Related articles", "Bins late again", "", "A long story about bins that nobody needs to read at all, says the man.",
        "Copyright 2024 Finch Media",
    )  # fmt: skip
    assert is_web_text(page)
    assert [line.text for line in drop_site(page)] == [
        "Help comes sooner, say inspectors",
        "Posted on 4 May 2021 by Ada Crane",
        PROSE,
        PROSE + " Again.",
    ]


def test_a_letter_is_no_web_page():
    assert not is_web_text(lines("4 May 2021", "Dear Ms Crane", PROSE))
