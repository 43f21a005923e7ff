"""What a line looks like: the signs by which lines of a page are told apart."""

import re

GRADE = (
    r"(?:outstanding|good|adequate|inadequate|requires improvement(?: to be good)?"
    r"|not (?:yet )?judged)"
)
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
BULLET = re.compile(
    r"^(?:[¢«•◼◾▪■●○◦‣⁃∙·§➢►✓✔\uf000-\uf0ff]+|[oO](?=\s+[A-Z\d‘“'a-z])|[-–—*\xad](?=\s))\s*"
)
LETTERED = re.compile(r"^(?:\((?:[a-z]{1,2}|[ivx]{1,4}|\d{1,2})\)|[a-h]\)|[ivx]{1,4}\))\s+(?=\S)")
NUMBERED = re.compile(r"\d{1,3}\.\s+[A-Z‘“]|\d{1,2}(?:\.\d{1,2}){1,2}\s+[A-Z‘“]")
GRADED_HEADING = re.compile(rf":\s*{GRADE}\W*$", re.IGNORECASE)
ONLY_GRADE = re.compile(rf"^{GRADE}\W*$", re.IGNORECASE)
KEY_VALUE = re.compile(r"^[A-Z][\w’' /()-]{2,40}:\s+\S")
ADDRESSING = re.compile(r"^(?:dear|yours|cc|tel|email|e-mail|https?:|www\.)\b", re.IGNORECASE)
OFFICE = re.compile(r"^(?:Her|His) Majesty[’']s Inspectors?\W*$")
ONLY_DATE = re.compile(rf"[\d\W]*(?:{MONTH})?[\d\W]*")
CAPTION = re.compile(r"^(?:Table|Figure|Chart)\s\w{1,4}\b")
REMARK = r"\([A-Z][^().]{2,30}\)"
"""A remark in brackets that no stop ends: after a sentence it belongs to that sentence."""
_TERMINAL = re.compile(rf"(?:[.?!:;][’”\"')\]]*\d{{0,2}}|[.?!]\s*{REMARK})$")
_OPEN_END = re.compile(
    r"(?:,|–|-|\b(?:a|an|and|or|of|the|to|in|for|with|by|on|at|from|as|is|are|was|were|that|which|"
    r"who|their|its|has|have|had|not|be|been|this|these|than|into|but|local|Her|His|Majesty’s|Dr|"
    r"Mr|Mrs|Ms|Cllr|Councillor))$"
)


def is_ended(text: str) -> bool:
    """Whether the text ends as a sentence or clause does, whatever quotation or mark comes after."""
    return _TERMINAL.search(text[-40:]) is not None


def is_open(text: str) -> bool:
    """Whether the text ends in a word or sign after which more must come ("and", "of the", ",")."""
    return _OPEN_END.search(text[-14:]) is not None
