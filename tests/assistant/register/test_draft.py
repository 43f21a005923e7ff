from assistant.register.draft import Desk, Draft
from docs_store.documents import Span
from tests.assistant.register.made import a_shelf

SHELF = a_shelf()
DESK = Desk(SHELF.register(), SHELF.pages.__getitem__)


def test_a_place_is_cited_once() -> None:
    draft = Draft(DESK)
    place = ("westmere-2022.pdf", Span(0, 0, 10))
    assert draft.say("One.", [place])
    assert draft.say("Two.", [place])
    assert [said.citations for said in draft.statements] == [(1,), (1,)]
    assert len(draft.citations) == 1


def test_what_stands_on_nothing_is_not_said() -> None:
    draft = Draft(DESK)
    assert not draft.say("One.", [("westmere-2022.pdf", Span(0, 9000, 9010))])
    assert draft.statements == []


def test_a_remark_is_made_once() -> None:
    draft = Draft(DESK)
    draft.remark("So it is.")
    draft.remark("So it is.")
    assert draft.reply("good").message == "So it is."
    assert draft.reply("good").short == "Good"
