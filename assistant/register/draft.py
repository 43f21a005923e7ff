"""An answer being put together: what is said, and the places it stands on, each cited once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.answers import Citation, Claim, Conflict, Statement, Status
from assistant.cite import cite_span
from assistant.register.places import days_printed
from assistant.register.records import Inspection, Register
from assistant.register.scales import label
from assistant.register.wording import capital, days, occasion, said
from docs_store.documents import Document, Page, Span
from docs_store.judgements import Judgement, same_grade

Pages = Callable[[str], Sequence[Page]]
Place = tuple[str, Span]
Side = tuple[str, list[Place]]
"""What one side of a conflict says, and where."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What an answer is made from: the register, the pages, and the day asked for (None: now)."""

    register: Register
    pages: Pages
    as_of: date | None = None

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents held, by id."""
        return self.register.documents


@dataclass(frozen=True, slots=True)
class Reply:
    """What the register says to a question."""

    status: Status
    short: str = ""
    message: str = ""
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    nearest: tuple[Citation, ...] = ()


@dataclass(slots=True)
class Draft:
    """Statements, citations and conflicts so far, and remarks that go with them."""

    desk: Desk
    statements: list[Statement] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def cite(self, document_id: str, span: Span) -> int | None:
        """The number of the citation of those characters, a new one if need be; None where nothing
        stands there."""
        document = self.desk.documents[document_id]
        made = cite_span(
            document, self.desk.pages(document_id), span, number=len(self.citations) + 1
        )
        if made is None:
            return None
        for known in self.citations:
            if known.id == made.id:
                return known.n
        self.citations.append(made)
        return made.n

    def say(self, text: str, places: Iterable[Place]) -> bool:
        """Add a statement with what it stands on; one that stands on nothing is not made."""
        numbers = [n for n in (self.cite(*place) for place in places) if n is not None]
        if numbers:
            self.statements.append(Statement(text, tuple(dict.fromkeys(numbers)), is_quote=False))
        return bool(numbers)

    def say_grade(self, inspection: Inspection, judgement: Judgement) -> bool:
        """Add a grade as a statement, with what speaks against it."""
        is_said = self.say(f"{said(inspection, judgement)}.", grade_places(judgement))
        if is_said:
            self._say_doubt(inspection, judgement)
        return is_said

    def _say_doubt(self, inspection: Inspection, judgement: Judgement) -> None:
        if judgement.doubt:
            self.remark(judgement.doubt)
        if judgement.spans:
            self._show_other_grades(inspection, judgement)
            self._show_other_dates(inspection, judgement)

    def _show_other_grades(self, inspection: Inspection, judgement: Judgement) -> None:
        against = [
            claim
            for claim in inspection.claims
            if claim.area is judgement.area and not same_grade(claim.grade, judgement.grade)
        ]
        own = (judgement.grade, grade_places(judgement)[:1])
        others = [(claim.grade, grade_places(claim)[:1]) for claim in against]
        about = f"{inspection.council}, {label(judgement.area, inspection.framework)}"
        self._show_conflict(f"{about}, {occasion(inspection)}", own, others, inspection)

    def _show_other_dates(self, inspection: Inspection, judgement: Judgement) -> None:
        misdated = [
            claim
            for claim in inspection.claims
            if claim.area is judgement.area
            and not inspection.is_at(claim.inspected_from, claim.inspected_to)
        ]
        if not misdated:
            return
        when = days(inspection.first_day, inspection.last_day)
        others = [
            (days(claim.inspected_from, claim.inspected_to), grade_places(claim)[:1])
            for claim in misdated
        ]
        about = f"when {inspection.council} was judged {judgement.grade}"
        self._show_conflict(
            about, (when, occasion_places(inspection, self.desk)), others, inspection
        )

    def _show_conflict(
        self, about: str, own: Side, others: Iterable[Side], inspection: Inspection
    ) -> None:
        """Add a conflict where other documents speak against what is preferred, each side cited."""
        sides = [(value, self.cite(*place)) for value, places in others for place in places]
        against = [Claim(value, n) for value, n in sides if n is not None]
        preferred = [self.cite(*place) for place in own[1]] if against else []
        if preferred and preferred[0] is not None:
            claims = (Claim(own[0], preferred[0]), *against)
            document = inspection.document
            self.conflicts.append(
                Conflict(about, claims, own[0], _why_preferred(inspection, document))
            )

    def remark(self, text: str) -> None:
        """Add a sentence that goes with the answer, once."""
        if text and text not in self.remarks:
            self.remarks.append(text)

    def reply(self, short: str = "", status: Status = Status.ANSWERED) -> Reply:
        """The answer as it stands."""
        return Reply(
            status,
            capital(short),
            " ".join(self.remarks),
            tuple(self.statements),
            tuple(self.citations),
            tuple(self.conflicts),
        )

    def refusal(self, message: str) -> Reply:
        """No answer, for a reason; what was cited so far is shown as near."""
        return Reply(
            Status.NO_EVIDENCE,
            message=" ".join([message, *self.remarks]),
            nearest=tuple(self.citations),
        )


def grade_places(judgement: Judgement) -> list[Place]:
    """What to quote for a grade: the row, heading or sentence that gives it, and where the report
    disagrees with itself, what disagrees."""
    spans = judgement.spans if judgement.doubt else judgement.spans[:1]
    return [(judgement.document_id, span) for span in spans]


def _why_preferred(inspection: Inspection, document: Document) -> str:
    if inspection.is_held:
        return "it is what the report of the inspection itself says"
    return f"it is told by the higher source ({document.source.rank.label}) or the later one"


def occasion_places(one: Inspection, desk: Desk) -> list[Place]:
    """Where a report prints the days of its inspection; where it does not, a grade that it gives."""
    if one.is_held and one.first_day and one.last_day:
        span = days_printed(desk.pages(one.document.id), one.first_day, one.last_day)
        if span is not None:
            return [(one.document.id, span)]
    return grade_places(next(iter(one.grades.values())))
