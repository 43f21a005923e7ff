"""What a sentence says was graded: a council's services for children, or one area of them.

Schools, homes, agencies, plans and case files are graded too, and are none of ours; so only a phrase
that is known counts, and it must be the head of what is graded ("the quality of services" is not).
"""

import re

from docs_store.gazetteer import gazetteer
from docs_store.judgements import Area

_AREAS = (
    (
        Area.HELP_AND_PROTECTION,
        re.compile(
            r"\b(?:(?:need|needs)\s+(?:of\s+)?(?:help\s+and|help\s+or)?\s*protection|help\s+and\s+protection"
            r"|safeguarding(?:\s+children|\s+services)?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Area.IN_CARE_AND_CARE_LEAVERS,
        re.compile(
            r"\b(?:in\s+care|looked[\s-]+after(?:\s+children)?)\s+and\s+care\s+leavers\b",
            re.IGNORECASE,
        ),
    ),
    (Area.IN_CARE, re.compile(r"\b(?:children\s+in\s+care|looked[\s-]+after)\b", re.IGNORECASE)),
    (Area.CARE_LEAVERS, re.compile(r"\bcare[\s-](?:leavers|experienced)\b", re.IGNORECASE)),
    (
        Area.LEADERSHIP,
        re.compile(
            r"\b(?:impact\s+of\s+leaders(?:hip)?|leadership(?:,?\s+management)?)\b", re.IGNORECASE
        ),
    ),
    (Area.ADOPTION, re.compile(r"\badoption\s+performance\b", re.IGNORECASE)),
    (Area.OVERALL, re.compile(r"\boverall\b|\b(?:in|across)\s+all\s+areas\b", re.IGNORECASE)),
)
_NAME = (
    r"(?!(?-i:A|An|Another|Any|Each|Every|Many|Most|Neighbouring|No|One|Other|Some|That|Which)\b)"
    r"(?-i:[A-Z])[\w’'-]+(?:(?:,?\s(?:and|&|upon|of|on|with|under))?\s(?-i:[A-Z])[\w’'-]*){0,4}"
)
_BODY = (
    r"(?:(?:county|city|borough|metropolitan(?:\s+borough)?|london\s+borough|district|unitary)\s+)?"
    r"(?:council|local\s+authority|authority)"
)
_OWNER = rf"(?:(?:the\s+(?:county|borough|city|{_BODY})|{_NAME}(?:\s+{_BODY})?)[’']s?\s+|our\s+|its\s+|their\s+|all\s+|the\s+)"
_CHILDREN = r"(?:all\s+|vulnerable\s+|our\s+)*(?:children|young\s+people|families|care[\s-]leavers|looked[\s-]+after)[\w,’' -]{0,60}?"
_SERVICES = (
    rf"(?:(?:{_OWNER}|(?:{_NAME}|the)\s+(?:{_BODY}\s+)?)?(?:local\s+authority\s+)?children[’']s\s+(?:social\s+care\s+)?(?:services|department)"
    rf"|{_OWNER}?(?:council\s+)?services(?:\s+for\s+{_CHILDREN})?"
    rf"|(?:the\s+)?overall\s+effectiveness(?:\s+of\s+(?:its\s+|the\s+)?(?:children[’']s\s+)?services(?:\s+for\s+{_CHILDREN})?)?)"
)
_PLACE = rf"(?:\s+(?:in|at|across|on)\s+(?:the\s+)?(?:{_NAME}|{_BODY}|county|city|borough))?"
_PART = (
    r"(?:the\s+)?(?:impact\s+of\s+leaders(?:hip)?(?:\s+on\s+social\s+work\s+practice(?:\s+with\s+children\s+and\s+families)?)?"
    r"|leadership(?:,\s+management)?(?:\s+and\s+(?:governance|management))?|help\s+and\s+protection"
    r"|experiences?\s+and\s+progress\s+of\s+[\w’' -]{5,60}?|adoption\s+performance)"
)
_WHO = (
    rf"(?:(?:the\s+)?(?:{_NAME}\s+)?{_BODY}|{_SERVICES}{_PLACE}|{_PART}"
    r"|the\s+(?:county|city|borough|department)|it|they|we|these)"
)
_HEAD = re.compile(rf"(?:^|(?<=\s))(?P<who>{_WHO})\s*$", re.IGNORECASE)
_WHOLE = re.compile(rf"(?:that\s+)?{_WHO}", re.IGNORECASE)
_BEFORE_HEAD = re.compile(
    r"(?:^(?:and|but|so)?|\b(?:that|said|says|found|earlier|later|ago|then|previously|overall|(?:19|20)\d\d))\W*$",
    re.IGNORECASE,
)
_BEFORE_RELATIVE = re.compile(
    r"(?:^|\b(?:that|of|in|for|by|at|from|to|with|said|says|found))\W*$", re.IGNORECASE
)
_PRONOUN = re.compile(r"(?:that\s+)?(?:it|they|these)", re.IGNORECASE)
_BARE = re.compile(r"(?:all\s+|the\s+|these\s+)?services", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\b(?:schools?|academ(?:y|ies)|nurser(?:y|ies)|pre-?schools?|childmind\w*|colleges?|homes?|agenc(?:y|ies)|"
    r"fostering|adoption\s+(?:services?|agency|panel)|hospitals?|police|constabulary|health|NHS|CQC|probation|youth\s+(?:offending|justice)|"
    r"safeguarding\s+(?:children\s+)?(?:board|partnership)|LSCB|trusts?|SEND|special\s+educational|audit\w*|cases?|files?|plans?|assessments?|"
    r"visits\s+(?:were|are)|samples?|provi(?:sion|ders?)|placements?|carers?|accommodation|adult)\b",
    re.IGNORECASE,
)  # fmt: skip


def is_subject(text: str, *, is_relative: bool = False) -> bool:
    """Whether `text`, which stands before "was judged" (or, relative, before "which was judged"), is
    a council or its services, and not what is said of them ("the quality of services")."""
    found = _HEAD.search(text)
    before = _BEFORE_RELATIVE if is_relative else _BEFORE_HEAD
    return found is not None and before.search(text[: found.start("who")]) is not None


def is_object(text: str) -> bool:
    """Whether `text`, which stands between "judged" and the grade, is a council or its services."""
    text = text.strip()
    return text in gazetteer() or _WHOLE.fullmatch(text) is not None


def is_pronoun(text: str) -> bool:
    """Whether `text` ends by pointing back ("it", "they"), so that what stands above counts."""
    found = _HEAD.search(text)
    return found is not None and _PRONOUN.fullmatch(found["who"]) is not None


def is_bare(text: str) -> bool:
    """Whether `text` ends in services without a word that says which ("when services were judged")."""
    found = _HEAD.search(text)
    return found is not None and _BARE.fullmatch(found["who"]) is not None


def speaks_of_others(text: str) -> bool:
    """Whether `text` speaks of something else that is graded: a school, a home, a case file."""
    return _OF_OTHERS.search(text) is not None


def areas_named(text: str) -> list[Area]:
    """The areas that `text` names, each once; care leavers graded with children in care are one."""
    named = [area for area, pattern in _AREAS if pattern.search(text)]
    if Area.IN_CARE_AND_CARE_LEAVERS in named:
        named = [area for area in named if area not in (Area.IN_CARE, Area.CARE_LEAVERS)]
    return named
