"""The numbers that Word shows before paragraphs but does not store: "3.1", "(a)", "•"."""

import re
from collections import defaultdict
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_SMALL = re.compile(r"[0-9]{1,4}")
_PLACE = re.compile(r"%(\d)")
_LONGEST_CHAIN, _LONGEST_MARKER = 50, 60
"""Styles based on one another, and characters of a marker before its numbers are put in."""


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which list a paragraph is in, and how deep (0 is the highest level)."""

    list_id: str
    level: int


class Numbers:
    """Counts the lists of one document; ask for each paragraph once, in document order."""

    def __init__(self, document: WordDocument) -> None:
        self._lists: dict[str, dict[int, _Level]] = {}
        self._shared: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._styles = {
            s.get(qn("w:styleId")): s for s in document.styles.element.iter(qn("w:style"))
        }
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        self._read(root)

    def _read(self, root: etree._Element) -> None:
        abstract = {a.get(qn("w:abstractNumId")): a for a in root.iter(qn("w:abstractNum"))}
        for num in root.iter(qn("w:num")):
            list_id = num.get(qn("w:numId"), "")
            shared = _value(num.find(qn("w:abstractNumId")))
            levels = _levels(abstract.get(shared))
            for override in num.iter(qn("w:lvlOverride")):
                depth = number_in(override.get(qn("w:ilvl")), 0)
                levels.update(_levels(override))
                start = _value(override.find(qn("w:startOverride")))
                if start and depth in levels:
                    levels[depth] = _Level(
                        levels[depth].format, levels[depth].text, number_in(start, 1)
                    )
                    self._shared[list_id] = f"restarted {list_id}"
            self._lists[list_id] = levels
            self._shared.setdefault(list_id, shared or list_id)

    def of(self, paragraph: etree._Element) -> Numbering | None:
        """The list that a w:p element is in, by itself or through its style."""
        properties = paragraph.find(qn("w:pPr"))
        style = _value(properties.find(qn("w:pStyle"))) if properties is not None else None
        found_id, found_level = _list_of(properties)
        for _ in range(_LONGEST_CHAIN):
            element = self._styles.get(style)
            if element is None or (found_id is not None and found_level is not None):
                break
            style_id, style_level = _list_of(element.find(qn("w:pPr")))
            found_id = style_id if found_id is None else found_id
            found_level = style_level if found_level is None else found_level
            style = _value(element.find(qn("w:basedOn")))
        if not found_id or found_id == "0" or found_id not in self._lists:
            return None
        return Numbering(found_id, number_in(found_level, 0))

    def next_marker(self, numbering: Numbering) -> str:
        """The marker shown before the next paragraph of that list: "3.1", "(a)", "•" or ""."""
        levels = self._lists[numbering.list_id]
        level = levels.get(numbering.level)
        if level is None:
            return ""
        if level.format == "bullet":
            return "•"
        counts = self._counts[self._shared[numbering.list_id]]
        counts[numbering.level] = counts.get(numbering.level, level.start - 1) + 1
        for deeper in [depth for depth in counts if depth > numbering.level]:
            del counts[deeper]
        return _PLACE.sub(lambda place: self._shown(levels, counts, int(place[1]) - 1), level.text)

    @staticmethod
    def _shown(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        return _in_format(counts.setdefault(depth, level.start), level.format)


def number_in(text: str | None, instead: int) -> int:
    """The small number that an attribute holds; `instead` where it holds none, or an absurd one."""
    return int(text) if text and _SMALL.fullmatch(text) else instead


def _levels(element: etree._Element | None) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for level in element.iter(qn("w:lvl")) if element is not None else ():
        levels[number_in(level.get(qn("w:ilvl")), 0)] = _Level(
            _value(level.find(qn("w:numFmt"))) or "decimal",
            (_value(level.find(qn("w:lvlText"))) or "")[:_LONGEST_MARKER],
            number_in(_value(level.find(qn("w:start"))), 1),
        )
    return levels


def _list_of(properties: etree._Element | None) -> tuple[str | None, str | None]:
    inside = properties.find(qn("w:numPr")) if properties is not None else None
    if inside is None:
        return None, None
    return _value(inside.find(qn("w:numId"))), _value(inside.find(qn("w:ilvl")))


def _value(element: etree._Element | None) -> str | None:
    return element.get(qn("w:val")) if element is not None else None


def _in_format(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman.upper() if form == "upperRoman" else roman
    return "" if form == "none" else str(number)
