"""The Ask page: a question, its answer with numbered sources, and what to ask next.

Every handler here is also a public endpoint: none may do more than the page shows.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import gradio as gr

from assistant.answers import Progress, Status
from assistant.escaping import escape
from docs_store.catalogue import Catalogue
from web import conversation
from web.answering import Answering
from web.conversation import Messages
from web.corpus import corpus_line, example_questions
from web.settings import WebSettings

CAUTION = (
    "Answers use only the documents held here. They can be wrong: open the numbered sources to check. "
    "Do not enter personal information about children or families."
)
_MASTHEAD = (
    '<div class="masthead"><p class="wordmark">Footnote<sup aria-hidden="true">1</sup></p>'
    "<h1>Ask the inspection documents</h1></div>"
)
_EMPTY_STORE = """## There are no documents here yet

Put the reports, letters and papers in a folder, and run this on the computer that Footnote runs on:

`python -m ingest FOLDER --store {store}`

Then start Footnote again and reload this page."""
_NOTHING_ASKED = "Type a question first."
_STILL_WORKING = "Wait for the answer, or press Stop, before asking again."
_EXAMPLE_COUNT = 4
_LONGEST_LINK = 2000  # characters of a question taken from an address

Update = dict[Any, Any]
# How every handler is bound: no name in a public interface, no veil over the page.
_QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
_AT_ONCE: dict[str, Any] = {**_QUIET, "queue": False}


@dataclass
class AskPage:
    """The page's parts and what they do. Build it inside a `gr.Blocks`."""

    catalogue: Catalogue
    answering: Answering
    settings: WebSettings
    examples: list[gr.Button] = field(default_factory=list)

    def build(self) -> None:
        """Lay the parts out from top to bottom, and bind them."""
        gr.Markdown(_MASTHEAD, elem_id="masthead")
        self.corpus = gr.Markdown(elem_id="corpus")
        gr.Markdown(CAUTION, elem_id="caution")
        self.empty = gr.Markdown(visible=False, elem_id="empty-store")
        self.chat = gr.Chatbot(
            show_label=False,
            label="Conversation",
            elem_id="chat",
            height="auto",
            buttons=[],
            layout="panel",
            latex_delimiters=[],
            feedback_options=None,
            group_consecutive_messages=False,
            autoscroll=False,
        )
        with gr.Column(elem_id="composer"):
            self._build_composer()
        with gr.Column(elem_id="examples", visible=False) as self.tries:
            gr.Markdown("## Try asking")
            with gr.Row():
                self.examples = [gr.Button("", visible=False) for _ in range(_EXAMPLE_COUNT)]
        secret = self.settings.history_secret or None
        self.kept = gr.BrowserState([], storage_key="footnote-conversation", secret=secret)
        self._bind()

    def _build_composer(self) -> None:
        with gr.Row(equal_height=False, elem_id="question-row"):
            self.box = gr.Textbox(
                label="Your question",
                lines=1,
                max_lines=6,
                elem_id="question",
                scale=5,
                min_width=200,
            )
            self.go = gr.Button("Ask", variant="primary", elem_id="ask", scale=0, min_width=110)
            self.stop = gr.Button("Stop", elem_id="stop", scale=0, min_width=110, visible=False)
        self.problem = gr.Markdown(elem_id="question-problem")
        self.clear = gr.Button(
            "Clear conversation", elem_id="clear", visible=False, scale=0, min_width=200
        )

    def _bind(self) -> None:
        everything = [self.chat, self.box, self.problem, self.go, self.stop, self.clear, self.tries]
        starts = [
            gr.on(
                [self.go.click, self.box.submit],
                self.ask,
                [self.box, self.chat],
                everything,
                **_AT_ONCE,
            )
        ]
        starts += [
            example.click(self.ask, [example, self.chat], everything, **_AT_ONCE)
            for example in self.examples
        ]
        working = [
            start.success(
                self.answer,
                self.chat,
                everything,
                concurrency_limit=self.settings.concurrency,
                concurrency_id="answering",
                **_QUIET,
            )
            for start in starts
        ]
        for event in working:
            event.then(conversation.to_keep, self.chat, self.kept, **_AT_ONCE)
        kept_too = [*everything, self.kept]
        self.stop.click(self.end, self.chat, kept_too, cancels=working, **_AT_ONCE)
        self.clear.click(self.start_afresh, None, kept_too, cancels=working, **_AT_ONCE)

    def bind_load(self, blocks: gr.Blocks) -> None:
        """What happens when a browser opens the page."""
        shown = [self.corpus, self.empty, self.tries, self.chat, self.clear, *self.examples]
        blocks.load(self.arrive, self.kept, shown, **_AT_ONCE)
        blocks.load(self.from_link, None, self.box, **_AT_ONCE)

    def ask(self, text: str, messages: Messages) -> Update:
        """Show the question at once, or say beside the box why it is not asked."""
        if conversation.is_waiting(messages):
            return {self.problem: _STILL_WORKING}
        if not (text or "").strip():
            return {self.problem: _NOTHING_ASKED}
        return {
            self.chat: conversation.asked(messages, text),
            self.box: "",
            self.problem: "",
            self.tries: gr.Column(visible=False),
            **self._busy(True),
        }

    def answer(self, messages: Messages) -> Iterator[Update]:
        """Progress, then the answer, in place of the last reply."""
        if not conversation.is_waiting(messages):
            yield {self.problem: gr.skip()}
            return
        question = conversation.question(messages, uuid.uuid4().hex[:12])
        for item in self.answering.stream(question):
            if isinstance(item, Progress):
                yield {self.chat: conversation.progressed(messages, item)}
            elif item.status is Status.ERROR_QUESTION:
                yield self._sent_back(messages, question.text, item.message)
            else:
                yield {self.chat: conversation.answered(messages, item), **self._busy(False)}

    def _sent_back(self, messages: Messages, text: str, message: str) -> Update:
        """The question returned to the box, with a sentence that says why."""
        left = conversation.withdrawn(messages)
        return {
            self.chat: left,
            self.box: text,
            self.problem: escape(message),
            self.tries: gr.Column(visible=not left),
            **self._busy(False, talked=bool(left)),
        }

    def end(self, messages: Messages) -> Update:
        """Stop waiting for the answer."""
        left = conversation.stopped(messages)
        return {self.chat: left, self.kept: conversation.to_keep(left), **self._busy(False)}

    def start_afresh(self) -> Update:
        """Forget the conversation, here and in the browser."""
        return {
            self.chat: [],
            self.kept: [],
            self.box: "",
            self.problem: "",
            self.tries: gr.Column(visible=True),
            **self._busy(False, talked=False),
        }

    def arrive(self, kept: Messages | None) -> Update:
        """What is held, what to try, and the conversation that this browser kept."""
        documents = self.catalogue.documents()
        questions = example_questions(self.catalogue)
        filled = [gr.Button(text, visible=True) for text in questions]
        blank = [gr.Button(visible=False) for _ in self.examples[len(questions) :]]
        store = self.catalogue.store_dir
        update: Update = {
            self.corpus: corpus_line(documents),
            self.empty: gr.Markdown(_EMPTY_STORE.format(store=store), visible=not documents),
            self.tries: gr.Column(visible=bool(questions) and not kept),
            self.clear: gr.Button(visible=bool(kept)),
            **dict(zip(self.examples, [*filled, *blank], strict=True)),
        }
        return {**update, self.chat: kept} if kept else update

    def from_link(self, request: gr.Request) -> Any:
        """The question in the address, put in the box; what was typed is never wiped."""
        return request.query_params.get("q", "")[:_LONGEST_LINK] or gr.skip()

    def _busy(self, working: bool, *, talked: bool = True) -> Update:
        return {
            self.go: gr.Button(visible=not working),
            self.stop: gr.Button(visible=working),
            self.clear: gr.Button(visible=talked and not working),
        }


def build_ask_page(catalogue: Catalogue, answering: Answering, settings: WebSettings) -> gr.Blocks:
    """The gradio app, with the Ask page as its first page."""
    page = AskPage(catalogue, answering, settings)
    blocks: gr.Blocks = gr.Blocks(title="Ask – Footnote", analytics_enabled=False)
    with blocks:
        page.build()
        page.bind_load(blocks)
    blocks.queue(
        default_concurrency_limit=settings.concurrency, max_size=settings.queue_size, api_open=False
    )
    return blocks
