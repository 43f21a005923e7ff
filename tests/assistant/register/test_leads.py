from assistant.register.draft import Desk, Draft
from assistant.register.leads import say_who_led
from tests.assistant.register.made import a_shelf


def test_who_led_is_said_with_the_line_that_prints_it_and_not_of_what_is_only_told() -> None:
    shelf = a_shelf()
    register = shelf.register()
    draft = Draft(Desk(register, shelf.pages.__getitem__))
    assert say_who_led(register.of("Northmere"), draft) == ["Di Fir"]
    assert [citation.quote for citation in draft.citations] == ["Lead inspector: Di Fir"]
