"""The inspectors whom a report or letter names as leading or making the visit."""

import re

_LEADS = re.compile(
    r"\b(?:[Ll]ead\s+[Ii]nspectors?\s*:|[Ll]ead\s+[Ii]nspectors?\s+(?:was|were)\s"
    r"|[Ii]nspectors?\s+(?:for\s+this\s+visit\s+)?(?:was|were)\s|[Ii]nspectors?\s+who\s+(?:visited|carried\s+out\s+the\s+visit)\s+were\s"
    r"|[Vv]isit\s+was\s+(?:carried\s+out|led|conducted|undertaken)\s+by\s|[Rr]eport\s+author\s*:)\s*"
)
_OFFICE = re.compile(
    r"[,(]?\s*\b(?:Her|His)\s+Majesty[’']?s?[’']?\s+Inspectors?(?:\s*\(HMI\))?|\bHMIs?\b|\bSenior\s+HMI\b|\bOfsted\s+Inspectors?\b"
    r"|\b(?:Social\s+Care\s+)?(?:Regulatory\s+)?Inspectors?\b"
)
_NAME = re.compile(
    r"[A-Z][a-zà-ÿ]*[\w’'-]*(?:\s(?:(?:de|van|von|der|du|la|le|bin|al)\s)?(?:Mc|Mac|O[’'])?[A-Z][\w’'-]*){1,3}"
)
_END = re.compile(
    r"\.\s|\n\s*\n|[;:]|\b(?:who|supported|assisted|with|from|and\s+(?:six|five|four|three|two|a|the))\b|\b(?:Judgements?|Grade|Deputy|Team)\b"
)
_NOT_NAMES = frozenset(
    "Her His Majesty Majesty’s Inspector Inspectors Ofsted Judgement Grade The Lead Children Social Care Department Regional Director".split()
)


def inspectors_in(text: str) -> tuple[str, ...]:
    """Names after "Lead inspector:" or "The inspectors were", in order, each once. `text` keeps its
    line breaks."""
    names: list[str] = []
    for found in _LEADS.finditer(text):
        if "eport" in found[0]:
            continue
        stretch = text[found.end() : found.end() + 220]
        is_label = found[0].rstrip().endswith(":")
        stretch = _end_of_label(stretch) if is_label else re.sub(r"\s+", " ", stretch)
        end = _END.search(stretch)
        stretch = _OFFICE.sub(" , ", stretch[: end.start()] if end else stretch)
        for piece in re.split(r"\s*[,\n&]\s*|\s+and\s+", stretch):
            name = _NAME.fullmatch(re.sub(r"^and\s", "", " ".join(piece.split()).rstrip(" .")))
            if name and not _NOT_NAMES.intersection(name[0].split()) and name[0] not in names:
                names.append(name[0])
        if names:
            break
    return tuple(names)


def _end_of_label(stretch: str) -> str:
    """The line of the label, and the next where the line ends open ("Joint lead: A and" …)."""
    lines = [line.strip() for line in stretch.lstrip().split("\n")]
    taken = lines[0]
    for line in lines[1:3]:
        if not taken.endswith((",", "and", "&")) and not re.match(r"(?:and|&)\b", line):
            break
        taken = f"{taken} {line}"
    return taken
