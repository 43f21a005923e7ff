"""The Ask page: a question, its answer with numbered sources, and what to ask next.

Every handler here is also a public endpoint: none may do more than the page shows.
"""

import uuid
from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.answers import Progress, Status
from assistant.escaping import escape
from docs_store.catalogue import Catalogue
from web import conversation
from web.answering import Answering
from web.ask_parts import lay_out
from web.conversation import Messages
from web.corpus import corpus_line, example_questions
from web.settings import WebSettings

_EMPTY_STORE = """## There are no documents here yet

Put the reports, letters and papers in a folder, and run this on the computer that Footnote runs on:

`python -m ingest FOLDER --store {store}`

Then reload this page."""
_NOTHING_ASKED = "Type a question first."
_STILL_WORKING = "Wait for the answer, or press Stop, before asking again."
_LONGEST_LINK = 2000  # characters of a question taken from an address

Update = dict[Any, Any]
# How every handler is bound: no name in a public interface, no veil over the page.
_QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
_AT_ONCE: dict[str, Any] = {**_QUIET, "queue": False}


class AskPage:
    """What the page does. Make it inside a `gr.Blocks`."""

    def __init__(self, catalogue: Catalogue, answering: Answering, settings: WebSettings) -> None:
        self._catalogue = catalogue
        self._answering = answering
        self._parts = lay_out(settings.history_secret)
        self._concurrency = settings.concurrency
        self._bind()

    def _bind(self) -> None:
        """Each way to ask: first the question is shown, at once; then it is answered, in turn."""
        parts = self._parts
        changed = parts.all()
        asked = [
            gr.on(
                [parts.go.click, parts.box.submit],
                self.ask,
                [parts.box, parts.chat],
                changed,
                **_AT_ONCE,
            )
        ]
        asked += [e.click(self.ask, [e, parts.chat], changed, **_AT_ONCE) for e in parts.examples]
        answering = [self._then_answer(event, changed) for event in asked]
        parts.stop.click(self.end, parts.chat, changed, cancels=answering, **_AT_ONCE)
        parts.clear.click(self.start_afresh, None, changed, cancels=answering, **_AT_ONCE)

    def _then_answer(self, asked: Any, changed: list[Any]) -> Any:
        chat = self._parts.chat
        event = asked.success(
            self.answer,
            chat,
            changed,
            concurrency_limit=self._concurrency,
            concurrency_id="answering",
            **_QUIET,
        )
        event.then(conversation.to_keep, chat, self._parts.kept, **_AT_ONCE)
        return event

    def bind_load(self, blocks: gr.Blocks) -> None:
        """What happens when a browser opens the page."""
        blocks.load(self.arrive, self._parts.kept, self._parts.all(), **_AT_ONCE)
        blocks.load(self.from_link, None, self._parts.box, **_AT_ONCE)

    def ask(self, text: str, messages: Messages) -> Update:
        """Show the question at once, or say beside the box why it is not asked."""
        if conversation.is_waiting(messages):
            return {self._parts.problem: _STILL_WORKING}
        if not (text or "").strip():
            return {self._parts.problem: _NOTHING_ASKED}
        return {
            self._parts.chat: conversation.asked(messages, text),
            self._parts.box: "",
            self._parts.problem: "",
            self._parts.tries: gr.Column(visible=False),
            **self._busy(True),
        }

    def answer(self, messages: Messages) -> Iterator[Update]:
        """Progress, then the answer, in place of the last reply."""
        if not conversation.is_waiting(messages):
            yield {self._parts.problem: gr.skip()}
            return
        question = conversation.question(messages, uuid.uuid4().hex[:12])
        for item in self._answering.stream(question):
            if isinstance(item, Progress):
                yield {self._parts.chat: conversation.progressed(messages, item)}
            elif item.status is Status.ERROR_QUESTION:
                yield self._sent_back(messages, question.text, item.message)
            else:
                yield {self._parts.chat: conversation.answered(messages, item), **self._busy(False)}

    def _sent_back(self, messages: Messages, text: str, message: str) -> Update:
        """The question returned to the box, with a sentence that says why."""
        left = conversation.withdrawn(messages)
        return {
            self._parts.chat: left,
            self._parts.box: text,
            self._parts.problem: escape(message),
            self._parts.tries: gr.Column(visible=not left),
            **self._busy(False, talked=bool(left)),
        }

    def end(self, messages: Messages) -> Update:
        """Stop waiting for the answer."""
        left = conversation.stopped(messages)
        return {
            self._parts.chat: left,
            self._parts.kept: conversation.to_keep(left),
            **self._busy(False),
        }

    def start_afresh(self) -> Update:
        """Forget the conversation, here and in the browser."""
        return {
            self._parts.chat: [],
            self._parts.kept: [],
            self._parts.box: "",
            self._parts.problem: "",
            self._parts.tries: gr.Column(visible=True),
            **self._busy(False, talked=False),
        }

    def arrive(self, kept: object) -> Update:
        """What is held, what to try, and the conversation that this browser kept."""
        messages = conversation.restored(kept)
        documents = self._catalogue.documents()
        questions = example_questions(self._catalogue)
        filled = [gr.Button(text, visible=True) for text in questions]
        blank = [gr.Button(visible=False) for _ in self._parts.examples[len(questions) :]]
        store = self._catalogue.store_dir
        update: Update = {
            self._parts.corpus: corpus_line(documents),
            self._parts.empty: gr.Markdown(_EMPTY_STORE.format(store=store), visible=not documents),
            self._parts.tries: gr.Column(visible=bool(questions) and not messages),
            self._parts.clear: gr.Button(visible=bool(messages)),
            **dict(zip(self._parts.examples, [*filled, *blank], strict=True)),
        }
        return {**update, self._parts.chat: messages} if messages else update

    def from_link(self, request: gr.Request) -> Any:
        """The question in the address, put in the box; what was typed is never wiped."""
        return request.query_params.get("q", "")[:_LONGEST_LINK] or gr.skip()

    def _busy(self, working: bool, *, talked: bool = True) -> Update:
        return {
            self._parts.go: gr.Button(visible=not working),
            self._parts.stop: gr.Button(visible=working),
            self._parts.clear: gr.Button(visible=talked and not working),
        }


def build_ask_page(catalogue: Catalogue, answering: Answering, settings: WebSettings) -> gr.Blocks:
    """The gradio app, with the Ask page as its first page."""
    blocks: gr.Blocks = gr.Blocks(title="Ask – Footnote", analytics_enabled=False)
    with blocks:
        AskPage(catalogue, answering, settings).bind_load(blocks)
    blocks.queue(
        default_concurrency_limit=settings.concurrency, max_size=settings.queue_size, api_open=False
    )
    return blocks
