"""The words of a question that can be looked up."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

STOP_WORDS = frozenset(
    """
    a about all am an and any are as at be been being but by can could did do does doing done for
    from get gets getting go going got had has have having he her hers him his how i if in into is
    it its just let many may me might more most much my no nor not of off on or our out over own
    please say says said she should so some tell than that the their them then there these they
    this those to too under until up us was we were what when where which while who whom whose why
    will with would you your
    """.split()
)


def words(text: str) -> list[str]:
    """Every word and number of a text, in lower case, with possessive endings off."""
    return [re.sub(r"['’]s?$", "", w.lower()) for w in _WORD.findall(text)]


def content_words(text: str) -> list[str]:
    """The words that carry the question's content, each once, in order."""
    return list(dict.fromkeys(w for w in words(text) if w not in STOP_WORDS))
