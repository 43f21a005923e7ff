"""A councillor asks, reads, opens a source and goes back to the answer."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.pages import answered, ask, box, citations, faults, focused, open_source, sideways

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

QUESTION = "How often do social workers see children?"
IN_PDF = "What did the monitoring visit of September 2021 find about permanence?"
WIDTHS = [(1280, 860), (820, 1100), (390, 844), (320, 640)]

Open = Callable[..., Page]


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_every_state_is_accessible_and_fits_its_window(open_page: Open, width: int, height: int):
    page = open_page("/", width, height)
    expect(page.locator("#examples button").first).to_be_visible()
    assert (faults(page), sideways(page)) == ([], 0)
    page.locator("#ask").click()
    expect(page.locator("#question-problem")).to_contain_text("Type a question first.")
    assert (faults(page), sideways(page)) == ([], 0)
    ask(page, IN_PDF)
    assert (faults(page), sideways(page)) == ([], 0)
    open_source(page)
    assert (faults(page), sideways(page)) == ([], 0)


def test_the_page_says_what_is_held_and_warns(open_page: Open):
    page = open_page()
    expect(page.locator("#corpus")).to_contain_text("10 documents, ")
    expect(page.locator("#caution")).to_contain_text("They can be wrong")
    assert page.title() == "Ask – Footnote"
    assert page.evaluate("document.documentElement.lang") == "en-GB"


def test_a_question_is_echoed_at_once_and_answered_with_sources(open_page: Open):
    page = open_page()
    box(page).fill(QUESTION)
    box(page).press("Enter")
    expect(page.locator("#chat h2")).to_have_text(QUESTION)
    answered(page)
    assert citations(page).count() > 0
    expect(page.locator("#said")).to_have_text("The answer is ready")


@pytest.mark.parametrize(("width", "height"), [(1280, 860), (390, 844)])
@pytest.mark.parametrize("leave", ["Escape", "Close", "Back"])
def test_a_source_opens_beside_the_answer_and_gives_focus_back(
    open_page: Open, width: int, height: int, leave: str
):
    page = open_page("/", width, height)
    ask(page, QUESTION)
    name = citations(page).first.text_content()
    panel = open_source(page)
    expect(page.locator("#source-title")).to_be_focused()
    if leave == "Escape":
        page.keyboard.press("Escape")
    elif leave == "Close":
        panel.get_by_role("button", name="Close").click()
    else:
        page.go_back()
    expect(panel).to_be_hidden()
    assert focused(page) == name
    assert page.locator("#chat h2").count() == 1  # still the same page


def test_a_source_in_a_pdf_shows_its_page_with_the_words_marked(open_page: Open):
    page = open_page()
    ask(page, IN_PDF)
    in_pdf = [i for i, a in enumerate(citations(page).all()) if "page" in (a.text_content() or "")]
    panel = open_source(page, in_pdf[0])
    expect(panel.locator("img")).to_be_visible()
    page.wait_for_function("() => document.querySelector('#source-panel img').naturalWidth > 1000")
    mark = panel.locator(".page-box").first
    expect(mark).to_be_visible(timeout=60_000)  # it may be a scan
    expect(mark).to_be_in_viewport()


def test_the_panel_moves_from_one_source_to_the_next(open_page: Open):
    page = open_page()
    ask(page, QUESTION)
    panel = open_source(page)
    first = panel.locator(".source-quote").text_content()
    others = citations(page).evaluate_all("links => links.map(link => link.getAttribute('href'))")
    other = next(i for i, href in enumerate(others) if href != others[0])
    citations(page).nth(other).click()
    expect(panel.locator(".source-quote")).not_to_have_text(first or "")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_turning_the_tablet_keeps_the_source_open(open_page: Open):
    page = open_page("/", 1180, 820)
    ask(page, QUESTION)
    panel = open_source(page)
    page.set_viewport_size({"width": 820, "height": 1180})
    expect(panel).to_be_visible()
    box_ = panel.bounding_box()
    assert box_ is not None
    assert box_["width"] == 820


def test_a_citation_is_a_plain_link_that_opens_without_scripts(
    open_page: Open, browser, address: str
):
    page = open_page()
    ask(page, QUESTION)
    href = citations(page).first.get_attribute("href")
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{address}{href}")
    expect(plain.locator("h1")).to_be_visible()
    expect(plain.locator(".source-quote")).to_be_visible()
    context.close()
    alone = open_page(href)
    assert (faults(alone), sideways(alone)) == ([], 0)
    alone.emulate_media(media="print")
    expect(alone.locator(".source-quote")).to_be_visible()
    expect(alone.locator(".back")).to_be_hidden()


def test_a_question_that_is_too_long_is_met_beside_the_box(open_page: Open):
    page = open_page()
    box(page).fill("why " * 2000)
    page.locator("#ask").click()
    expect(page.locator("#question-problem")).to_contain_text("characters", timeout=90_000)
    expect(box(page)).to_have_attribute("aria-invalid", "true")
    assert box(page).input_value().startswith("why why")
    assert page.locator("#chat h2").count() == 0


def test_a_conversation_survives_a_reload_until_it_is_cleared(open_page: Open):
    page = open_page()
    ask(page, QUESTION)
    expect(page.locator("#clear")).to_be_visible()
    page.wait_for_function(
        "() => (localStorage.getItem('footnote-conversation') || '').length > 200"
    )
    page.reload()
    expect(page.locator("#chat h2")).to_have_text(QUESTION)
    expect(page.locator("#examples")).to_be_hidden()
    page.locator("#clear").click()
    expect(page.locator("#chat h2")).to_have_count(0)
    expect(page.locator("#examples button").first).to_be_visible()
    page.wait_for_timeout(500)
    page.reload()
    expect(page.locator("#examples button").first).to_be_visible()
    assert page.locator("#chat h2").count() == 0


def test_a_deep_link_fills_in_the_question(open_page: Open):
    page = open_page("/?q=What%20must%20improve%3F")
    expect(box(page)).to_have_value("What must improve?")


def test_an_example_is_asked_with_one_tap(open_page: Open):
    page = open_page("/", 390, 844)
    example = page.locator("#examples button").first
    expect(example).to_be_visible()
    question = (example.text_content() or "").strip()
    example.click()
    expect(page.locator("#chat h2")).to_have_text(question)
    answered(page)
    expect(page.locator("#examples")).to_be_hidden()


def test_copying_takes_the_sources_and_the_caution_along(open_page: Open, address: str):
    page = open_page()
    ask(page, QUESTION)
    page.locator("#chat .copy-answer").click()
    expect(page.locator("#said")).to_have_text("Answer copied with its sources")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(QUESTION)
    assert f"[1] {address}/source/" in copied
    assert "They can be wrong" in copied


def test_the_page_is_worked_by_keyboard_alone(open_page: Open):
    page = open_page()
    expect(page.locator("#examples button").first).to_be_visible()
    box(page).focus()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    answered(page)
    citations(page).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#source-title")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#source-panel') !== null")
    page.keyboard.press("Escape")
    assert focused(page).startswith("[1]")


def test_an_answer_can_be_stopped(open_page: Open):
    page = open_page()
    page.route("**/gradio_api/queue/data*", lambda route: None)  # the answer never arrives
    box(page).fill(QUESTION)
    page.locator("#ask").click()
    page.locator("#stop").click()
    expect(page.locator("#chat")).to_contain_text("Stopped before there was an answer.")
    expect(page.locator("#ask")).to_be_visible()
