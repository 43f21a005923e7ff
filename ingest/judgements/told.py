"""What a document tells of inspections other than the one it reports: "the local authority was judged
inadequate in March 2017". A told grade that is wrong is worse than none, so what is not certain
(whose, of what, whether at all) is left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docs_store.documents import Document, DocumentKind, Span
from docs_store.judgements import Basis, Judgement
from ingest.blocks import Block, Kind
from ingest.judgements.grades import GRADE
from ingest.judgements.scope import Graded, graded_in
from ingest.judgements.subjects import speaks_of_others
from ingest.judgements.verdicts import Verdict, verdicts_in
from ingest.judgements.when import When, framework_at, when_judged
from ingest.judgements.whose import council_told_of
from ingest.repairs import Repairs
from ingest.sentences import sentences_of

_MAY_TELL = re.compile(
    rf"\b(?:judg(?:ed|ing)|rat(?:ed|ing)|grad(?:ed|ing)|found|finding|deemed|declared|branded|labelled|classed|ranked"
    rf"|assessed|verdict|judge?ment|grade)\b[^.]{{1,110}}?\b{GRADE}\b"
    rf"|\b{GRADE}[’”'\"]?\s+(?:overall\s+)?(?:rating|judge?ment|verdict|grade)\b"
    r"|\b(?:worst|lowest)\s+(?:possible\s+)?(?:rating|grade|judge?ment)\b",
    re.IGNORECASE,
)
_VERBS = ("judg", " rated", " rating", "grade", "grading", "found", "finding", "deemed", "declared", "branded", "labelled", "classed", "ranked", "assessed", "verdict", "worst", "lowest")  # fmt: skip
_GRADES = ("adequate", "good", "outstanding", "improvement", "worst", "lowest")
_OF_INSPECTION = re.compile(
    r"\b(?:ofsted|inspect\w*|regulator|watchdog|monitoring\s+visit)\b", re.IGNORECASE
)
_EARLIER = re.compile(r"\b(?:last|previous(?:ly)?|earlier|former(?:ly)?|prior)\b", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\b(?:ago|(?:years?|months?)\s+(?:earlier|before|later)|last\s+(?:year|summer|autumn|winter|spring|month|week)|once)\b",
    re.IGNORECASE,
)
"""A time told only from another: such a grade has a date that is not known here."""
OF_INSPECTORATE = frozenset(
    (
        DocumentKind.INSPECTION_REPORT,
        DocumentKind.MONITORING_LETTER,
        DocumentKind.FOCUSED_VISIT_LETTER,
        DocumentKind.JTAI_LETTER,
        DocumentKind.SEND_REPORT,
    )
)
_BLOCKS_ABOVE = 2
_LONGEST = 1200
"""Characters of a sentence that a person writes; longer ones are lists run together."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A verdict with what it is of and when, and the sentences that say so."""

    graded: Graded
    when: When
    spans: tuple[Span, ...]
    is_loose: bool


def told_in(document: Document, blocks: Sequence[Block], repairs: Repairs) -> list[Judgement]:
    """The grades that the running text of `document` tells of other inspections, in order, each once;
    one without a date only where the same is not told with one."""
    found: dict[tuple[object, ...], Judgement] = {}
    above: list[str] = []
    for block in blocks:
        text = block.text
        if block.kind in (Kind.PARAGRAPH, Kind.BULLET) and _may_tell(text):
            for told in _told_in_block(document, _sentences(block, repairs), above):
                found.setdefault((told.council, told.area, told.grade, told.inspected_from), told)
        above = [*above, text][-_BLOCKS_ABOVE:]
    dated = {key[:3] for key in found if key[3] is not None}
    return [told for key, told in found.items() if key[3] is not None or key[:3] not in dated]


def _may_tell(text: str) -> bool:
    """Whether it is worth cutting `text` into sentences; the words are looked for first because the
    pattern is slow."""
    folded = text.lower()
    has_words = any(word in folded for word in _GRADES) and any(word in folded for word in _VERBS)
    return has_words and _MAY_TELL.search(text) is not None


def _sentences(block: Block, repairs: Repairs) -> list[_Sentence]:
    source = repairs.join(block.lines)
    return [
        _Sentence(source.text[start:end], source.spans(start, end))
        for start, end in sentences_of(source.text)
    ]


def _told_in_block(
    document: Document, sentences: Sequence[_Sentence], above: Sequence[str]
) -> Iterator[Judgement]:
    carried: When | None = None
    for index, sentence in enumerate(sentences):
        before = sentences[index - 1] if index else None
        last_carried, carried = carried, None
        for verdict in verdicts_in(sentence.text) if len(sentence.text) <= _LONGEST else ():
            for told in _told(sentence, verdict, before, last_carried):
                carried = told.when if told.when.period else carried
                texts = [*above, *(s.text for s in sentences[:index])]
                council = council_told_of(sentence.text, texts, document.council)
                if council and _is_of_another_inspection(document, sentence, before, told):
                    yield _judgement(document, council, told)


def _told(
    sentence: _Sentence, verdict: Verdict, before: _Sentence | None, carried: When | None
) -> Iterator[_Told]:
    above = before.text if before else ""
    if verdict.points_back and (speaks_of_others(above) or speaks_of_others(sentence.text)):
        return
    when = when_judged(sentence.text, verdict, above)
    if when.is_of_sentence_above and speaks_of_others(above):
        return
    if when.period is None and carried and not when.is_named:
        when = carried
    spans = sentence.spans
    if when.is_of_sentence_above and before:
        spans += before.spans
    for graded in graded_in(sentence.text, verdict, above if when.is_of_sentence_above else ""):
        yield _Told(graded, when, spans, verdict.is_loose)


def _is_of_another_inspection(
    document: Document, sentence: _Sentence, before: _Sentence | None, told: _Told
) -> bool:
    """Whether a verdict is surely of an inspection, and not of the one that `document` reports."""
    period = told.when.period
    is_dated = told.when.is_named or told.when.is_unclear_above
    if period is None and (told.is_loose or is_dated or _LONG_AGO.search(sentence.text)):
        return False
    if document.kind in OF_INSPECTORATE:
        on_site = document.dates.on_site_from
        if period is None:
            return _EARLIER.search(sentence.text) is not None
        return on_site is None or period.last < on_site
    written = document.dates.shown
    if period is None:
        near = f"{before.text if before else ''} {sentence.text}"
        return _OF_INSPECTION.search(near) is not None
    return written is None or period.first <= written


def _judgement(document: Document, council: str, told: _Told) -> Judgement:
    period = told.when.period
    return Judgement(
        document_id=document.id,
        council=council,
        framework=framework_at(period) if period else None,
        area=told.graded.area,
        grade=told.graded.grade,
        basis=Basis.TOLD,
        inspected_from=period.first if period else None,
        inspected_to=period.last if period else None,
        spans=told.spans,
    )
