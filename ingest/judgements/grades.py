"""Grades as documents print them."""

import re

from docs_store.judgements import NOT_JUDGED

GRADE = (
    r"(?:outstanding|good|adequate|inadequate"
    r"|requir(?:es?|ed|ing)\s+improvement(?:\s+to\s+be\s+good)?"
    r"|(?:not\s+(?:yet\s+)?(?:been\s+)?(?:judged|graded)|no\s+judge?ment(?:\s+made)?))"
)
"""One grade of any framework, in any case."""
_GRADE_ONLY = re.compile(rf"(?:grade\s+)?[1-4]?\s*\(?({GRADE})\)?\d?", re.IGNORECASE)
_CUT_SHORT = re.compile(r"\brequires?(?:\s+improvement\s+to(?:\s+be)?)?$", re.IGNORECASE)
_VERB = re.compile(r"^requir\w+")
_FRAGMENT = re.compile(
    rf"(?:^|(?<=[\s:|(–—-]))((?:grade\s+)?[1-4]?\s*\(?{GRADE}\)?"
    r"|requires?(?:\s+improvement(?:\s+to(?:\s+be)?)?)?|improvement(?:\s+to(?:\s+be(?:\s+good)?)?)?"
    r"|(?:to\s+)?be\s+good|to(?:\s+be)?|be|not(?:\s+yet)?|judged)\s*$",
    re.IGNORECASE,
)


def as_printed(text: str) -> str:
    """A grade in lower case with white space folded: "Require improvement" → "requires improvement"."""
    folded = " ".join(text.lower().split())
    if folded.startswith("no"):
        return NOT_JUDGED
    return _VERB.sub("requires", folded)


def is_cut_short(text: str) -> bool:
    """Whether `text` breaks off within a grade: "require improvement to be"."""
    return _CUT_SHORT.search(text) is not None


def whole_grade(text: str) -> str | None:
    """The grade that `text` is and nothing else ("Good", "Grade 3 (adequate)"), or None."""
    found = _GRADE_ONLY.fullmatch(text.strip())
    return as_printed(found[1]) if found else None


def cut_before_grade(text: str) -> int:
    """Where a grade, or a piece of one that goes on below, starts at the end of a line; its length
    where there is none."""
    found = _FRAGMENT.search(text)
    return found.start(1) if found else len(text)
