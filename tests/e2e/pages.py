"""The Ask page as a person uses it. Waits are on our own ids, never on gradio's class names."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def ask(page: Page, question: str) -> None:
    """Put a question and wait for its answer."""
    box(page).fill(question)
    page.locator("#ask").click()
    answered(page)


def answered(page: Page) -> None:
    """Wait until the last question has its answer."""
    expect(page.locator("#chat h2").last).to_be_visible()
    expect(page.locator("#chat .working")).to_have_count(
        0, timeout=90_000
    )  # the models may be loading
    expect(page.locator("#ask")).to_be_visible(timeout=90_000)


def box(page: Page) -> Locator:
    return page.locator("#question textarea")


def citations(page: Page) -> Locator:
    return page.locator("#chat a.cite")


def open_source(page: Page, which: int = 0) -> Locator:
    """Tap a citation; returns the panel once the source is there."""
    citations(page).nth(which).click()
    panel = page.locator("#source-panel")
    expect(panel.locator(".source")).to_be_visible()
    return panel


def faults(page: Page) -> list[str]:
    """What axe finds wrong with the page as it is now."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{v['id']}: {v['help']}: {[n['html'][:120] for n in v['nodes'][:3]]}" for v in found]


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def focused(page: Page) -> str:
    """The id of the element with focus, else its text."""
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")
