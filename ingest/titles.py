"""A title by which a person knows the document."""

import re
from collections.abc import Sequence

from docs_store.documents import Dates
from docs_store.documents import DocumentKind as Kind
from ingest.dates import as_text
from ingest.frameworks import ordinal, visit_in

_BODY = re.compile(
    r"\b((?:[A-Z][\w’'-]*|and|AND|of|for|&|,)(?:\s(?:[A-Z][\w’'-]*|and|AND|of|for|&)){0,9}\s(?:Committee|COMMITTEE|Cabinet|CABINET|Board|BOARD|Panel|PANEL|Executive|EXECUTIVE))\b"
)
_SMALL = frozenset("and of the for in on to at by with from a an or".split())
_KEPT = frozenset("LSCB MASH SEND ILACS SIF HMI IRO NHS DFE RAG JTAI Q1 Q2 Q3 Q4".split())


def title_of(
    kind: Kind,
    council: str | None,
    dates: Dates,
    text: str,
    lines: Sequence[str],
    headline: str | None,
    name: str,
) -> str:
    """The title for a document of that kind; `headline` is the one its page or file carries, `name`
    its file name without suffix, the last resort."""
    whose = f"{council} children’s services" if council else "children’s services"
    if kind is Kind.INSPECTION_REPORT:
        return f"Inspection of {whose}"
    if kind is Kind.MONITORING_LETTER:
        visit = visit_in(text)
        return f"Monitoring visit of {whose}" + (f" ({ordinal(visit)})" if visit else "")
    if kind is Kind.FOCUSED_VISIT_LETTER:
        return f"Focused visit to {whose}"
    if kind is Kind.JTAI_LETTER:
        return "Joint targeted area inspection" + (f" of {council}" if council else "")
    if kind is Kind.SEND_REPORT:
        return "Area SEND inspection" + (f" of {council}" if council else "")
    body = _body(text)
    if kind is Kind.MINUTES:
        day = dates.shown
        return f"Minutes of {body or 'the meeting'}" + (f", {as_text(day)}" if day else "")
    if kind is Kind.COMMITTEE_REPORT:
        return _committee_title(body, lines, dates)
    if kind is Kind.IMPROVEMENT_PLAN:
        named = next(
            (line for line in lines[:8] if re.search(r"\bplan\b", line, re.IGNORECASE)), None
        )
        headline = in_sentence_case(named) if named and len(named.split()) <= 20 else headline
    return headline or _first_heading(lines) or name


def _body(text: str) -> str | None:
    found = _BODY.search(text[:1500])
    if not found:
        return None
    name = re.sub(r"^.*\b(?:Council|COUNCIL)\s(?=.)", "", found[1])
    return in_sentence_case_of_names(re.sub(r"^(?:and|AND|of|for|the|,)\s", "", name))


def _committee_title(body: str | None, lines: Sequence[str], dates: Dates) -> str:
    subject = next((line for line in lines[1:25] if _is_subject(line, body)), None)
    day = dates.shown
    if body and subject:
        return f"{body}: {in_sentence_case(subject)}"
    return (body or "Committee report") + (f", {as_text(day)}" if day else "")


def _is_subject(line: str, body: str | None) -> bool:
    words = line.split()
    if ":" in line:
        labelled = re.match(r"(?:title|subject|report title)\s*:\s*(\S.*)", line, re.IGNORECASE)
        return labelled is not None
    is_body = (
        re.search(
            r"\b(?:committee|council|cabinet|overview|scrutiny|agenda)\b", line, re.IGNORECASE
        )
        is not None
    )
    return (
        3 <= len(words) <= 20
        and line.isupper()
        and not is_body
        and re.match(r"[\d.]+\s", line) is None
    )


def _first_heading(lines: Sequence[str]) -> str | None:
    for line in lines[:12]:
        if 3 <= len(line.split()) <= 25 and line[:1].isupper() and not re.search(r"[.,;:]$", line):
            return in_sentence_case(line) if line.isupper() else line
    return None


def in_sentence_case(text: str) -> str:
    """ "OFSTED INSPECTION 2022" → "Ofsted inspection 2022"; text not all in capitals is left as it is."""
    text = re.sub(r"^(?:title|subject|report title)\s*:\s*", "", text, flags=re.IGNORECASE).strip()
    if not text.isupper():
        return text
    words = [word if word in _KEPT else word.lower() for word in text.split()]
    joined = " ".join(words)
    return joined[:1].upper() + joined[1:]


def in_sentence_case_of_names(text: str) -> str:
    """ "CHILDREN and FAMILIES COMMITTEE" → "Children and Families Committee"."""
    words = [
        w.lower() if w.lower() in _SMALL else w.capitalize() if w.isupper() else w
        for w in text.split()
    ]
    return " ".join(words)
