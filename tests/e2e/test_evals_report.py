"""A report as an evaluator opens it: from disk, with no network, by keyboard, on paper."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from evals.asking import Choice
from evals.compare import compare
from evals.html_report.page import Against, report_page, write_page
from evals.run import run_pack
from evals.sheets import sheet_of
from evals.stored import StoredRun, load_run
from tests.e2e.pages import faults, focused, sideways
from tests.evals.fakes import (
    Abstainer,
    Oracle,
    make_corpus,
    make_fact,
    make_pack,
    make_unanswerable,
)

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

MISSED = "the social workers' own view"
FACTS = (
    make_fact("f1"),
    make_fact("f2", question="How is morale?", nuggets=[{"text": MISSED}]),
    make_unanswerable("u1", question="What did it cost?"),
)
OpenReport = Callable[..., Page]


def run_of(assistant: Oracle, folder: Path) -> StoredRun:
    pack = make_pack(facts=FACTS)
    done = run_pack(pack, Choice(), assistant, make_corpus(), out=folder, config={})
    return load_run(done.folder)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with a failure (what is expected is not said), two passes and a comparison."""
    folder = tmp_path_factory.mktemp("report")
    before, after = (run_of(one, folder / "runs") for one in (Abstainer(FACTS), Oracle(FACTS)))
    found = compare(sheet_of(before), sheet_of(after))
    return write_page(folder / "report.html", report_page(after, Against(found, before)))


@pytest.fixture
def open_report(browser: Browser, report: Path) -> Iterator[OpenReport]:
    """A function that opens the report from disk; afterwards there must be nothing in the console
    and no request for anything but the file."""
    complaints: list[str] = []
    contexts = []

    def visit(width: int = 1280, height: int = 860, at: str = "", *, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=script, offline=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("console", lambda said: complaints.append(said.text))
        page.on(
            "request",
            lambda sent: (
                None
                if sent.url.split("#")[0] == report.as_uri() or sent.url.startswith("data:")
                else complaints.append(f"asked for {sent.url}")
            ),
        )
        page.goto(report.as_uri() + at)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []


def shown(page: Page) -> list[str]:
    """The ids of the cases that the filters let through."""
    return page.locator("details.case:not([hidden])").evaluate_all("all => all.map(one => one.id)")


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_it_is_accessible_and_fits_its_window_closed_and_open(open_report: OpenReport, width: int):
    page = open_report(width)
    assert (faults(page), sideways(page)) == ([], 0)
    page.locator("#open-all").click()
    for closed in page.locator("details:not([open]) > summary").all():
        if closed.is_visible():
            closed.click()
    assert (faults(page), sideways(page)) == ([], 0)


def test_why_a_case_failed_is_three_clicks_from_opening(open_report: OpenReport):
    page = open_report()
    page.get_by_role("link", name="not stated").click()
    assert shown(page) == ["case-f2"]
    page.locator("#case-f2 > summary").click()
    expect(page.locator("#case-f2 .why")).to_contain_text("what is expected was not said")
    expect(page.locator("#case-f2 .fault")).to_contain_text(MISSED)
    page.locator("#case-f2 a.cite").first.click()
    place = page.locator("#case-f2 .place").first
    expect(place.locator("mark.cited").first).to_be_in_viewport()
    expect(place.locator("mark.gold").first).to_contain_text("There were 47 children")


def test_the_filters_work_by_keyboard(open_report: OpenReport):
    page = open_report()
    page.locator("#filter-words").focus()
    page.keyboard.type("MORALE how")
    assert shown(page) == ["case-f2"]
    expect(page.locator("#count")).to_contain_text("1 of 3 cases")
    page.keyboard.press("Control+A")
    page.keyboard.type("nowhere")
    expect(page.locator("#count")).to_contain_text("No case fits")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    assert focused(page) == "filter-outcome"
    page.keyboard.press("p")
    assert shown(page) == ["case-f1", "case-u1"]
    page.get_by_role("button", name="Clear filters").focus()
    page.keyboard.press("Enter")
    assert len(shown(page)) == 3


def test_a_case_opens_by_keyboard_and_by_its_address(open_report: OpenReport):
    page = open_report()
    page.locator("#case-f1 > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#case-f1 .why")).to_be_visible()
    linked = open_report(at="#case-u1")
    expect(linked.locator("#case-u1 .why")).to_be_in_viewport()


def test_what_changed_shows_both_answers_and_leads_to_the_case(open_report: OpenReport):
    page = open_report()
    expect(page.locator("#changes")).to_contain_text("0 facts pass no more, 1 pass now")
    page.locator(".flip > summary").first.click()
    flip = page.locator(".flip").first
    expect(flip).to_contain_text("No answer")
    expect(flip).to_contain_text("There were 47 children")
    flip.get_by_role("link", name="Open the whole case").click()
    expect(page.locator("#case-f1 .why")).to_be_in_viewport()


def test_the_cases_are_downloaded_without_a_network(open_report: OpenReport):
    page = open_report()
    with page.expect_download() as download:
        page.get_by_role("link", name="as CSV").click()
    text = download.value.path().read_text("utf-8-sig")
    assert len(text.splitlines()) == 4
    assert text.startswith("id,outcome,lost at")


def test_it_is_read_without_scripts(open_report: OpenReport):
    page = open_report(script=False)
    expect(page.locator("#filters")).to_be_hidden()
    page.locator("#case-f1 > summary").click()
    expect(page.locator("#case-f1 .why")).to_be_visible()


def test_it_prints_what_is_open_without_its_controls(open_report: OpenReport):
    page = open_report()
    page.locator("#case-f1 > summary").click()
    page.emulate_media(media="print")
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("nav")).to_be_hidden()
    expect(page.locator("#case-f1 .why")).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
