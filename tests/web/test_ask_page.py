from typing import Any

import gradio as gr
import pytest

from docs_store.catalogue import Catalogue
from docs_store.catalogue_writer import CatalogueWriter
from tests.web.fakes import FakeAssistant
from web import conversation
from web.answering import Answering
from web.ask_page import AskPage, build_ask_page
from web.settings import WebSettings


@pytest.fixture
def page(catalogue: Catalogue, assistant: FakeAssistant) -> AskPage:
    with gr.Blocks():
        return AskPage(catalogue, Answering(lambda: assistant, 1), WebSettings())


def shown(page: AskPage, update: dict, name: str) -> Any:
    """What an update does to the part of that name."""
    return update.get(getattr(page._parts, name))


def test_a_question_is_shown_at_once(page: AskPage):
    update = page.ask("How is the trust?", [])
    assert conversation.is_waiting(shown(page, update, "chat"))
    assert shown(page, update, "box") == ""


@pytest.mark.parametrize("text", ["", "   ", None])
def test_an_empty_question_is_met_with_a_sentence(page: AskPage, text: str):
    update = page.ask(text, [])
    assert shown(page, update, "problem") == "Type a question first."
    assert shown(page, update, "chat") is None


def test_a_second_question_waits_for_the_first(page: AskPage):
    update = page.ask("And now?", conversation.asked([], "How?"))
    assert "press Stop" in str(shown(page, update, "problem"))


def test_the_answer_follows_progress(page: AskPage):
    updates = list(page.answer(conversation.asked([], "How?")))
    assert "Searching" in str(shown(page, updates[-2], "chat"))
    assert "know their children well" in str(shown(page, updates[-1], "chat"))


def test_a_question_that_is_too_long_goes_back_to_the_box(page: AskPage):
    text = "why " * 200
    *_, update = page.answer(conversation.asked([], text.strip()))
    assert shown(page, update, "box") == text.strip()
    assert shown(page, update, "chat") == []
    assert shown(page, update, "problem") == "Too long: 400 at most."


def test_a_crafted_chat_without_a_question_is_met_with_a_sentence(page: AskPage):
    *_, update = page.answer(conversation.asked([], "How?")[1:])
    assert shown(page, update, "problem") == "There is no question."
    assert shown(page, update, "chat") == []


def test_earlier_questions_are_handed_over(page: AskPage, assistant: FakeAssistant):
    first = shown(page, list(page.answer(conversation.asked([], "How?")))[-1], "chat")
    list(page.answer(conversation.asked(first, "And care leavers?")))
    assert assistant.asked[-1].history == ("How?",)


def test_a_conversation_that_was_kept_is_shown_again(page: AskPage):
    kept = conversation.stopped(conversation.asked([], "How?"))
    assert shown(page, page.arrive(kept), "chat") == kept


@pytest.mark.parametrize(
    "kept", [None, [], "x", [1], [{"role": "user", "content": "alone"}], {"a": 1}]
)
def test_what_is_no_conversation_is_not_shown(page: AskPage, kept: object):
    assert shown(page, page.arrive(kept), "chat") is None


def test_the_page_says_what_is_held(page: AskPage):
    update = page.arrive([])
    assert shown(page, update, "corpus") == "2 documents, October 2018"
    assert page._parts.examples[0] in update


def test_an_empty_store_is_met_with_how_to_add_documents(tmp_path, assistant: FakeAssistant):
    empty = CatalogueWriter.create(tmp_path / "empty")
    with gr.Blocks():
        page = AskPage(empty, Answering(lambda: assistant, 1), WebSettings())
    update = page.arrive([])
    assert "python -m ingest FOLDER" in shown(page, update, "empty").value
    assert shown(page, update, "corpus") == "No documents yet"
    empty.close()


def test_every_handler_is_private(catalogue: Catalogue, assistant: FakeAssistant):
    blocks = build_ask_page(catalogue, Answering(lambda: assistant, 1), WebSettings())
    visibilities = {function.api_visibility for function in blocks.fns.values()}
    assert visibilities == {"private"}
