import pytest

from assistant.register.forms import form_of, opens_with_verdict
from assistant.register.question import Ask
from assistant.register.reading import Reader

READER = Reader.of(["Eastmere", "Westmere"], ["Bo Elm"])


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("is Eastmere's rating higher than it was in 2014", Ask.CHANGE),
        ("have Eastmere's ratings got any better", Ask.CHANGE),
        ("which area of Eastmere was marked down", Ask.AREAS),
        ("Eastmere: pass or fail?", Ask.GRADE),
        ("who was in charge of the Eastmere inspection", Ask.WHO_LED),
        ("which councils have dropped in their ratings", Ask.MOVED),
    ],
)
def test_a_form_is_known_by_its_cues(text: str, ask: Ask) -> None:
    assert form_of(READER.read(text)) is ask


@pytest.mark.parametrize(
    "text",
    [
        "how much did adoptions go up in Eastmere",
        "did adoptions go up in Eastmere",
        "did leaders in Eastmere fail",
        "did the same inspector lead both Eastmere inspections",
    ],
)
def test_no_form_fits_what_only_uses_its_words(text: str) -> None:
    assert form_of(READER.read(text)) is None


def test_a_verdict_is_asked_for_by_the_first_word() -> None:
    assert opens_with_verdict(READER.read("so is Eastmere good"))
    assert not opens_with_verdict(READER.read("what is Eastmere"))
