"""The parts of the Ask page, laid out from top to bottom; what they do is in `ask_page`."""

from dataclasses import dataclass, fields
from typing import Any

import gradio as gr

CAUTION = (
    "Answers use only the documents held here. They can be wrong: open the numbered sources to check. "
    "Do not enter personal information about children or families."
)
_MASTHEAD = (
    '<div class="masthead"><p class="wordmark">Footnote<sup aria-hidden="true">1</sup></p>'
    "<h1>Ask the inspection documents</h1></div>"
)
_EXAMPLE_COUNT = 4


@dataclass(frozen=True, slots=True)
class AskParts:
    """Every part that a handler changes. `kept` is what the browser keeps between visits."""

    corpus: gr.Markdown
    empty: gr.Markdown
    chat: gr.Chatbot
    box: gr.Textbox
    go: gr.Button
    stop: gr.Button
    problem: gr.Markdown
    clear: gr.Button
    tries: gr.Column
    examples: tuple[gr.Button, ...]
    kept: gr.BrowserState

    def all(self) -> list[Any]:
        """Every part, for handlers that name what they change."""
        flat: list[Any] = []
        for part in (getattr(self, field.name) for field in fields(self)):
            flat += part if isinstance(part, tuple) else [part]
        return flat


def lay_out(history_secret: str) -> AskParts:
    """Make the parts inside the current `gr.Blocks`."""
    gr.Markdown(_MASTHEAD, elem_id="masthead")
    corpus = gr.Markdown(elem_id="corpus")
    gr.Markdown(CAUTION, elem_id="caution")
    empty = gr.Markdown(visible=False, elem_id="empty-store")
    chat = _chat()
    with gr.Column(elem_id="composer"):
        with gr.Row(equal_height=False, elem_id="question-row"):
            box = gr.Textbox(
                label="Your question",
                lines=1,
                max_lines=6,
                elem_id="question",
                scale=5,
                min_width=200,
            )
            go = gr.Button("Ask", variant="primary", elem_id="ask", scale=0, min_width=110)
            stop = gr.Button("Stop", elem_id="stop", scale=0, min_width=110, visible=False)
        problem = gr.Markdown(elem_id="question-problem")
    clear = gr.Button("Clear conversation", elem_id="clear", visible=False, scale=0, min_width=200)
    with gr.Column(elem_id="examples", visible=False) as tries:
        gr.Markdown("## Try asking")
        with gr.Row():
            examples = tuple(gr.Button("", visible=False) for _ in range(_EXAMPLE_COUNT))
    kept = gr.BrowserState([], storage_key="footnote-conversation", secret=history_secret or None)
    return AskParts(corpus, empty, chat, box, go, stop, problem, clear, tries, examples, kept)


def _chat() -> gr.Chatbot:
    return gr.Chatbot(
        label="Conversation",
        show_label=False,
        elem_id="chat",
        height="auto",
        buttons=[],
        layout="panel",
        latex_delimiters=[],
        feedback_options=None,
        group_consecutive_messages=False,
        autoscroll=False,
    )
