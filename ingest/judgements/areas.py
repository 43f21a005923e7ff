"""What reports call the areas they grade."""

import re

from docs_store.judgements import Area

_OPENING = (
    r"(?:\d(?:\.\d)?[.)]?\s+)?(?:(?:the\s+)?graded\s+judge?ment\s+(?:for|about|of|on)\s+)?(?:the\s+)?"
    r"(?:experiences?\s+(?:and|of)\s+progress\s+(?:of|for)\s+)?"
)
_CHILDREN = r"children(?:\s+and\s+young\s+people)?"
_NAMES = {
    Area.HELP_AND_PROTECTION: (
        rf"{_CHILDREN}\s+(?:who\s+need|in\s+need\s+of|who\s+are\s+in\s+need\s+of)\s+help\s+and\s+protection"
        r"|(?:effectiveness\s+of\s+)?(?:the\s+)?help\s+and\s+protection"
        r"(?:\s+provided\s+to\s+children(?:,?\s+(?:and\s+)?(?:young\s+people|families|carers))*)?"
    ),
    Area.IN_CARE_AND_CARE_LEAVERS: (
        rf"(?:{_CHILDREN}\s+(?:in\s+care|looked\s+after)|looked[\s-]+after\s+children)\s+and\s+(?:of\s+)?care\s+leavers"
    ),
    Area.IN_CARE: (
        rf"(?:{_CHILDREN}\s+(?:in\s+care|looked\s+after)|looked[\s-]+after\s+children)"
        r"(?:\s+and\s+achieving\s+permanence)?"
    ),
    Area.CARE_LEAVERS: r"(?:young\s+)?care\s+leavers|young\s+people\s+leaving\s+care",
    Area.LEADERSHIP: (
        r"impact\s+of\s+leaders(?:hip)?(?:\s+on\s+social\s+work\s+practice(?:\s+with\s+children\s+and\s+families)?)?"
        r"|leadership(?:,?\s+management)?,?\s+(?:and|&)\s+(?:governance|management)|leadership"
    ),
    Area.ADOPTION: r"adoption(?:\s+performance)?",
    Area.OVERALL: r"overall(?:\s+(?:effectiveness|judge?ment|grade))?",
}
AREA_NAME = "|".join(f"(?P<{area.name}>{name})" for area, name in _NAMES.items())
_LABEL = re.compile(
    rf"{_OPENING}(?:{AREA_NAME})"
    r"(?:\s+(?:is|are))?(?:\s+that\s+(?:it|they)(?:\s+(?:is|are))?)?\s*[:|–—-]?\s*",
    re.IGNORECASE,
)
_MAY_OPEN = re.compile(
    r"\W*(?:\d(?:\.\d)?[.)]?\s+)?(?:the\s+)?(?:graded|experience|impact\s+of|leadership|overall|children|"
    r"looked|young|adoption|care\s+leavers|effectiveness|help\s+and)",
    re.IGNORECASE,
)


def area_of(label: str) -> Area | None:
    """The area that `label` names and nothing else: "2.1 Adoption performance", "The experiences and
    progress of care leavers are"."""
    found = _LABEL.fullmatch(label.strip())
    return Area[found.lastgroup] if found and found.lastgroup else None


def may_open_label(line: str) -> bool:
    """Whether a line can be the first of a label; cheap, and true of more lines than are."""
    return _MAY_OPEN.match(line) is not None
