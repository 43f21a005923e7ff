"""A conversation as the messages that a chat shows, and the steps that change it.

A message is {"role", "content"}; content is Markdown in which everything that people or documents
wrote is escaped. The browser keeps the messages and hands them back, so nothing in them is trusted
beyond being shown to the one who sent them.
"""

from html import unescape
from typing import Any

from assistant.answers import Answer, Citation, Progress, Question
from assistant.escaping import escape
from assistant.present import to_markdown
from web import addresses

Message = dict[str, Any]
Messages = list[Message]

KEPT_MESSAGES = 40
_WAITING = '<span class="working">'
_HEADING = "## "
_STOPPED = "Stopped before there was an answer."


def asked(messages: Messages, text: str) -> Messages:
    """The conversation with a new question, and a first word that it is being looked at."""
    question = {"role": "user", "content": _HEADING + escape(text)}
    return [*messages, question, _reply(_working("Looking…"))]


def progressed(messages: Messages, progress: Progress) -> Messages:
    """The conversation with its last reply saying what is being done now."""
    return [*messages[:-1], _reply(_working(progress.text))]


def answered(messages: Messages, answer: Answer) -> Messages:
    """The conversation with its last reply being the answer."""
    return [*messages[:-1], _reply(to_markdown(answer, citation_link))]


def stopped(messages: Messages) -> Messages:
    """The conversation with a reply that was still awaited marked as stopped."""
    return [*messages[:-1], _reply(_STOPPED)] if is_waiting(messages) else messages


def withdrawn(messages: Messages) -> Messages:
    """The conversation without its last question and reply."""
    return messages[:-2]


def is_waiting(messages: Messages) -> bool:
    """True while the last question has no answer yet."""
    return bool(messages) and _content(messages[-1]).startswith(_WAITING)


def question(messages: Messages, question_id: str) -> Question:
    """The last question asked, with the questions before it; an empty one where none was asked."""
    asked_so_far = [_content(m) for m in messages if m.get("role") == "user"] or [""]
    *earlier, last = [unescape(text.removeprefix(_HEADING)) for text in asked_so_far]
    return Question(last, tuple(earlier), id=question_id)


def to_keep(messages: Messages) -> Messages:
    """What a browser is given to keep: the newest messages, as plain data."""
    kept = messages[-KEPT_MESSAGES:]
    return [{"role": m.get("role"), "content": _content(m)} for m in kept]


def restored(kept: object) -> Messages:
    """The conversation that a browser kept; [] where what it kept is not one."""
    if not isinstance(kept, list) or not all(isinstance(m, dict) for m in kept):
        return []
    roles = [m.get("role") for m in kept]
    is_whole = roles == ["user", "assistant"] * (len(kept) // 2)
    return stopped(to_keep(kept)) if is_whole else []


def citation_link(citation: Citation) -> str:
    """[n] as a link to the citation's page. Class, title and href outlive gradio's sanitiser."""
    page = "" if citation.page is None else f", page {citation.page}"
    name = escape(f"{citation.title}{page}")
    return (
        f'<a class="cite" href="{addresses.source(citation.id)}" title="{name}">'
        f'&#91;{citation.n}&#93;<span class="vh"> source: {name}</span></a>'
    )


def _working(text: str) -> str:
    return f"{_WAITING}{escape(text)}</span>"


def _reply(content: str) -> Message:
    return {"role": "assistant", "content": content}


def _content(message: Message) -> str:
    """The text of a message, which gradio hands back whole or in typed parts."""
    content = message.get("content") or ""
    if isinstance(content, str):
        return content
    return "".join(part.get("text", "") for part in content if isinstance(part, dict))
