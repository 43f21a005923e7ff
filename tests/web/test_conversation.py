from assistant.answers import Answer, Progress, Question, Status
from docs_store.catalogue import Catalogue
from tests.web.fakes import GOOD, cite
from web import conversation

NASTY = '<img src=x> & "quoted" #1 `code` [a](b) &amp;'


def test_a_question_comes_back_as_it_was_typed():
    messages = conversation.asked([], "Earlier?")
    messages = conversation.answered(messages, Answer(Question("Earlier?"), "", Status.NO_EVIDENCE))
    messages = conversation.asked(messages, NASTY)
    assert conversation.question(messages, "id") == Question(NASTY, ("Earlier?",), id="id")
    assert "<img" not in messages[-2]["content"]


def test_progress_and_then_the_answer_stand_in_place_of_the_wait():
    messages = conversation.asked([], "How?")
    assert conversation.is_waiting(messages)
    messages = conversation.progressed(messages, Progress("Searching <b>…"))
    assert conversation.is_waiting(messages)
    assert "&#60;b&#62;" in messages[-1]["content"]
    messages = conversation.answered(messages, Answer(Question("How?"), "", Status.NO_EVIDENCE))
    assert not conversation.is_waiting(messages)
    assert len(messages) == 2


def test_stopping_says_so_only_where_an_answer_was_awaited():
    waiting = conversation.asked([], "How?")
    stopped = conversation.stopped(waiting)
    assert "Stopped" in stopped[-1]["content"]
    assert conversation.stopped(stopped) == stopped
    assert conversation.stopped([]) == []


def test_content_in_typed_parts_is_kept_as_plain_text():
    parts = [{"role": "user", "content": [{"type": "text", "text": "## How?"}], "metadata": None}]
    assert conversation.to_keep(parts) == [{"role": "user", "content": "## How?"}]
    assert conversation.question(parts, "").text == "How?"


def test_a_chat_in_which_nothing_was_asked_gives_an_empty_question():
    crafted = conversation.asked([], "How?")[1:]
    assert conversation.question(crafted, "id") == Question("", (), id="id")


def test_only_the_newest_messages_are_kept():
    many = [{"role": "user", "content": str(n)} for n in range(100)]
    assert conversation.to_keep(many)[0]["content"] == str(100 - conversation.KEPT_MESSAGES)


def test_a_citation_links_to_its_source_and_is_named_for_those_who_do_not_see(catalogue: Catalogue):
    citation = cite(catalogue, "letter one.pdf", GOOD)
    link = conversation.citation_link(citation)
    assert f'href="/source/{citation.id}"' in link
    assert "source: Title of letter one, page 1</span>" in link
