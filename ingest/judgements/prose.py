"""Grades in sentences and titles: "The overall judgement is good", "Children’s services in Amble are
inadequate", "The experiences and progress of care leavers are outstanding."

Only a sentence that opens with what is graded and says nothing else before its grade counts: "Care
leavers receive a good service" praises, and grades nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from docs_store.judgements import NOT_JUDGED, Area
from ingest.blocks import Block, Kind
from ingest.judgements.areas import AREA_NAME
from ingest.judgements.claims import Claim, Form
from ingest.judgements.grades import GRADE, as_printed, is_cut_short
from ingest.repairs import Repairs

_CHILDRENS_SERVICES = (
    r"(?:children[’']s\s+(?:social\s+care\s+)?services"
    r"|services\s+for\s+(?:vulnerable\s+)?children(?:,?\s+(?:and\s+)?(?:their\s+)?(?:young\s+people|families))*)"
)
_PLACE = (
    r"(?:\s+(?:in|at|across|on|for|provided\s+by)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]*"
    r"(?:,?\s(?:(?-i:[A-Z])[\w’'-]*|and|&|upon|of|on|the|with|under|city|county|borough|council|area|district))*)?"
)
_IS = r"\s+(?:(?:is|are)\s+(?:(?:now|still|again)\s+)?(?:judged\s+(?:to\s+be\s+)?)?)?"
_JUDGEMENT = (
    r"(?:the\s+)?overall\s+(?:judge?ment|effectiveness|grade)"
    r"(?:\s+(?:of|for)\s+(?!(?:\w+\s+){0,4}?(?:board|partnership)\b)[^.;:]{3,90}?)?"
)
_THAT = rf"(?:that\s+(?:{_CHILDRENS_SERVICES}{_PLACE}{_IS}|it\s+(?:is\s+)?|they\s+(?:are\s+)?)?)?"
_WHOLE = (
    rf"(?:{_CHILDRENS_SERVICES}{_PLACE}{_IS}"
    rf"|{_JUDGEMENT}\s+(?:is\s+(?:judged\s+(?:to\s+be\s+|as\s+)?)?{_THAT}|(?=requires?\b)))"
)
_PART = (
    r"(?:(?:the\s+)?graded\s+judge?ment\s+(?:for|about|of|on)\s+)?(?:the\s+)?"
    r"(?:experiences?\s+and\s+progress\s+(?:of|for)\s+)?"
    rf"(?:{AREA_NAME})\s+(?:(?:is|are|was|were)\s+)?(?:that\s+(?:it|they)\s+(?:is\s+|are\s+)?)?"
)
_FORMAL = re.compile(
    r"(?:the\s+)?(?:graded\s+judge|experiences?\s+and\s+progress|impact\s+of\s+leaders\s+on"
    r"|leadership,?\s+management|adoption\s+performance)",
    re.IGNORECASE,
)
"""How a report opens a sentence that grades, and not one that only praises."""
_ENDS = r"(?=\s*(?:[.,;:]|$)|\s+(?-i:[A-Z])|\s+(?:because|overall|and\s+(?!better)|but|as)\b)"
_OVERALL_SENTENCE = re.compile(
    rf"(?:overall,?\s+)?{_WHOLE}[‘“'\"]?(?P<grade>{GRADE})[’”'\"]?{_ENDS}", re.IGNORECASE
)
_PART_SENTENCE = re.compile(
    rf"{_PART}(?P<grade>{GRADE})\s*(?:\.|$|because\b|overall\b)", re.IGNORECASE
)
_SENTENCE_OPENS = re.compile(r"(?:^|(?<=[.?!]\s))(?=[A-Z])")
_MAY_HOLD = re.compile(
    r"(?:^|[.?!]\s)(?:overall|the\s+(?:overall|experience|impact|graded|effectiveness|help)|children|young|services\s+for"
    r"|experience|impact\s+of|graded|leadership|adoption|care\s+leavers|looked|help\s+and|effectiveness)"
    rf"[^.?!]{{0,200}}?\b(?:{GRADE}|requires?$)",
    re.IGNORECASE,
)
_FIRST_PAGES = 4
_LONGEST_TITLE = 200


def sentences_in(blocks: Sequence[Block], repairs: Repairs) -> Iterator[Claim]:
    """What the sentences and titles of a report claim, in order."""
    for block, following in zip_longest(blocks, blocks[1:]):
        text = block.text
        if block.kind is Kind.ROW or not _MAY_HOLD.search(text):
            continue
        rest = following.lines if following and is_cut_short(text) else []
        source = repairs.join([*block.lines, *rest])
        is_title = block.kind is Kind.HEADING or len(source.text) < _LONGEST_TITLE
        for opening in _SENTENCE_OPENS.finditer(source.text):
            claimed = _claim_at(source.text, opening.start(), block.lines[0].page)
            if claimed:
                area, grade, end = claimed
                is_whole = is_title and not source.text[end:].strip(" .")
                form = Form.HEADING if is_whole and opening.start() == 0 else Form.PROSE
                yield Claim(area, grade, form, source.spans(opening.start(), end))


def _claim_at(text: str, start: int, page: int) -> tuple[Area, str, int] | None:
    """The area, the grade and the end of what a sentence that starts there claims."""
    found = _OVERALL_SENTENCE.match(text, start) if page < _FIRST_PAGES else None
    if found:
        return Area.OVERALL, as_printed(found["grade"]), found.end("grade")
    found = _PART_SENTENCE.match(text, start)
    if found is None:
        return None
    area = next(area for area in Area if found[area.name])
    grade = as_printed(found["grade"])
    if area is Area.OVERALL or not (grade == NOT_JUDGED or _FORMAL.match(text, start)):
        return None
    return area, grade, found.end("grade")
