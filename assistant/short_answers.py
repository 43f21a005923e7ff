"""The value a question asks for, taken from a sentence: a date, a number, a person."""

import re

from assistant.interpret import Form

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:and|to|[-–])\s*\d{{1,2}})?\s+)?\b(?:{_MONTH})\b"
    rf"(?:\s+\d{{4}})?|\b(?:19|20)\d\d(?:[-–/]\d\d)?\b"
)
_WORD_NUMBER = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred|half|a third|a quarter|two-thirds|three-quarters"
)
_NUMBER = re.compile(
    rf"(?:£\s?)?\b\d[\d,]*(?:\.\d+)?(?:\s?(?:%|per cent|million|billion|bn|m\b|k\b))?"
    rf"|\b(?:{_WORD_NUMBER})(?:[-\s](?:{_WORD_NUMBER}))*\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b(?:(?:Councillor|Cllr|Dr|Mr|Mrs|Ms|Miss|Professor|Dame|Sir|Canon|Lady|Lord)\.?\s+)?"
    r"[A-Z][a-z’'-]+(?:\s+(?:[A-Z]\.|[A-Z][a-zA-Z’'-]+)){1,2}"
)
_NOT_A_NAME = re.compile(
    r"\b(?:The|This|These|That|Council|County|City|Borough|Children|Services?|Board|Committee|"
    r"Ofsted|Report|Inspect\w+|Director|Executive|Cabinet|Member|Head|Officer|Team|Academy|Social|"
    r"Care|Improvement|Manager|Minister|Secretary|State|Education|Department|Agenda|Majesty\S*|"
    rf"Safeguarding|Partnership|Police|House|Street|Road|{_MONTH})\b"
)


def has_form(text: str, form: Form) -> bool:
    """True when a sentence holds a value of the form asked for (always, for other forms)."""
    return bool(values(text, form)) if form in (Form.DATE, Form.NUMBER, Form.WHO) else True


def values(text: str, form: Form) -> list[str]:
    """The values of a form in a sentence, in order, each once."""
    if form is Form.DATE:
        found = [m.group().strip() for m in _DATE.finditer(text)]
    elif form is Form.NUMBER:
        bare = _DATE.sub(lambda m: " " * len(m.group()), text)
        found = [m.group().strip() for m in _NUMBER.finditer(bare)]
    elif form is Form.WHO:
        found = [m.group() for m in _NAME.finditer(text) if not _NOT_A_NAME.search(m.group())]
    else:
        found = []
    return list(dict.fromkeys(found))


def short_answer(text: str, form: Form, question: str) -> str:
    """The one value of the form in a sentence that the question does not itself contain; "" where
    there is none, or more than one to choose from."""
    asked = question.lower()
    found = [value for value in values(text, form) if value.lower() not in asked]
    return found[0] if len(found) == 1 else ""
