"""What kind of document this is, from how it opens."""

import re

from docs_store.documents import DocumentKind as Kind

_INSPECTION = re.compile(
    r"\binspection of\b.{0,140}?\b(?:children|services|safeguarding|arrangements)\b|\bsingle inspection of\b",
    re.IGNORECASE,
)
_INSPECTION_SIGNS = (
    re.compile(r"\blead inspectors?\b", re.IGNORECASE),
    re.compile(r"\binspection dates?\s*:", re.IGNORECASE),
    re.compile(r"\breport published\b", re.IGNORECASE),
    re.compile(r"\bjudgement\s+grade\b", re.IGNORECASE),
    re.compile(r"\boverall (?:judgement|effectiveness)\b", re.IGNORECASE),
    re.compile(r"\bchildren who need help and protection\b", re.IGNORECASE),
    re.compile(r"\bofsted\b", re.IGNORECASE),
)
_LETTER = re.compile(
    r"\bDear\s+(?:M[rsx]+|Dr|Prof\w*|Sir|Dame|Councillor|Cllr|[A-Z])[\w’'. -]{0,40}"
)
_JOINT = re.compile(r"\bjoint targeted area inspection\b", re.IGNORECASE)
_SEND = re.compile(
    r"\barea send (?:full |monitoring )?inspection\b|\blocal area partnership\b|"
    r"\b(?:joint )?(?:local )?area (?:send|special educational needs\b.{0,60}?) (?:inspection|re-?visit)\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"\bminutes\s+(?:of\s+(?:the|a)\s+)?(?:\w+\s){0,8}?(?:meeting|held)\b|\bMINUTES\b(?=.{0,400}\b(?:present|apologies)\b)",
    re.IGNORECASE | re.DOTALL,
)
_PRESENT = re.compile(r"\b(?:present|in attendance|apologies)\b", re.IGNORECASE)
_PLAN = re.compile(
    r"\b(?:improvement|action|recovery|getting to good)\b[\w ,:–-]{0,40}\bplan\b", re.IGNORECASE
)
_PLAN_SIGNS = re.compile(
    r"\b(?:RAG|owner|due|on track|milestone|responsible officer|success measure|version|sponsor)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:committee|cabinet|scrutiny|full council|executive|sub-?committee|corporate parenting (?:board|panel))\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:reports?\s+of\b|report\s+by\b|report\s+author|author\s*:|purpose\s+of\s+(?:the\s+)?report|meeting\s+date|date\s+of\s+(?:the\s+)?meeting|"
    r"agenda\s+item|recommend(?:ation|ed)s?\b|wards?\s+affected|cabinet\s+(?:portfolio|member)|exempt\s+information|key\s+decision)",
    re.IGNORECASE,
)
_COUNCIL_SITE = re.compile(r"\bcouncil\b|\.gov\.uk\b", re.IGNORECASE)


def kind_of(text: str, *, is_web: bool, site: str) -> Kind:
    """The kind of a document that opens with `text` (white space folded). `is_web` says that it is a
    page of a web site, `site` is that site's name and address where known."""
    head, near = text[:900], text[:3500]
    if not is_web:
        letter = _kind_of_letter(head, near)
        if letter:
            return letter
        joint = None if _PAPER.search(text[:300]) else _kind_of_joint(head)
        if joint:
            return joint
        if (
            _INSPECTION.search(text[:700])
            and sum(bool(sign.search(near)) for sign in _INSPECTION_SIGNS) >= 2
            and not _PAPER.search(text[:300])
        ):
            return Kind.INSPECTION_REPORT
    paper = _kind_of_paper(head, near)
    if paper and (not is_web or len(_PAPER.findall(near)) >= 2):
        return paper
    if is_web:
        return Kind.COUNCIL_NEWS if _COUNCIL_SITE.search(site) else Kind.PRESS
    return Kind.OTHER


def _kind_of_letter(head: str, near: str) -> Kind | None:
    letter = _LETTER.search(near[:2000])
    if not letter:
        return None
    after = near[letter.start() : letter.start() + 760]
    if re.search(r"\bmonitoring visit\b", after, re.IGNORECASE):
        return Kind.MONITORING_LETTER
    if re.search(r"\bfocused visit\b", after, re.IGNORECASE):
        return Kind.FOCUSED_VISIT_LETTER
    return None


def _kind_of_joint(head: str) -> Kind | None:
    """An inspection of a whole area, by what its head names first."""
    joint, send = _JOINT.search(head[:700]), _SEND.search(head[:700])
    if joint and (not send or joint.start() < send.start()):
        return Kind.JTAI_LETTER
    return Kind.SEND_REPORT if send else None


def _kind_of_paper(head: str, near: str) -> Kind | None:
    if _MINUTES.search(head) and _PRESENT.search(near):
        return Kind.MINUTES
    is_plan = _PLAN.search(head[:400]) is not None and len(_PLAN_SIGNS.findall(near)) >= 2
    if is_plan and not (_BODY.search(head[:200]) and _PAPER.search(head)):
        return Kind.IMPROVEMENT_PLAN
    if _BODY.search(head) and _PAPER.search(near):
        return Kind.COMMITTEE_REPORT
    return None
