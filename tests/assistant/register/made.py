"""Made-up inspection reports of councils that do not exist, with the judgements taken from them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answers import Answer, Question
from assistant.register.answer import answer_from_register
from assistant.register.build import build_register
from assistant.register.reading import Reader
from assistant.register.records import Register
from docs_store.documents import Dates, Document, DocumentKind, Page, Span
from docs_store.judgements import Area, Basis, Judgement
from docs_store.sources import Source, SourceRank
from tests.fakes import make_document

ROWS = {
    Area.LEADERSHIP: "The impact of leaders on social work practice",
    Area.HELP_AND_PROTECTION: "Children who need help and protection",
    Area.IN_CARE: "Children in care",
    Area.CARE_LEAVERS: "Care leavers",
    Area.IN_CARE_AND_CARE_LEAVERS: "Children in care and care leavers",
    Area.ADOPTION: "Adoption performance",
    Area.OVERALL: "Overall effectiveness",
}
RI = "requires improvement to be good"


class Shelf:
    """Documents, pages and judgements, put together one at a time."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.pages: dict[str, list[Page]] = {}
        self.judgements: list[Judgement] = []

    def report(
        self,
        council: str,
        first: date,
        last: date,
        published: date,
        *,
        framework: str = "ILACS",
        lead: str = "Ann Oak",
        doubt: str = "",
        **grades: str,
    ) -> str:
        """Add a report whose grades are named by area ("overall", "leadership"); its id."""
        key = f"{council.lower()}-{published:%Y}.pdf"
        lines = [
            f"Inspection of {council} children’s services",
            f"Inspection dates: {first.day} {first:%B} to {last.day} {last:%B %Y}",
            f"Lead inspector: {lead}",
        ]
        spans = {}
        for name, grade in grades.items():
            area = Area[name.upper()]
            start = len("\n".join(lines)) + 1
            lines.append(f"{ROWS[area]} {grade.capitalize()}")
            spans[area] = Span(0, start, start + len(lines[-1]))
            self.judgements.append(
                Judgement(
                    key, council, framework, area, grade, Basis.JUDGED, first, last,
                    (spans[area],), doubt if area is Area.OVERALL else "",
                )
            )  # fmt: skip
        self._keep(key, council, lines, Dates(first, last, published=published), framework, lead)
        return key

    def told(
        self,
        teller: str,
        council: str,
        grade: str,
        first: date,
        last: date,
        *,
        area: Area = Area.OVERALL,
        kind: DocumentKind = DocumentKind.PRESS,
        published: date = date(2024, 1, 1),
    ) -> None:
        """Add to a document (made if need be) that it tells of a grade."""
        sentence = f"{council} was judged {grade} in {first:%B %Y}."
        if teller not in self.documents:
            self._keep(teller, council, ["News."], Dates(published=published), None, "")
            press = SourceRank.PRESS if kind is DocumentKind.PRESS else SourceRank.INSPECTORATE
            self.documents[teller] = replace(
                self.documents[teller], kind=kind, source=Source("The Courier", press)
            )
        text = f"{self.pages[teller][0].text}\n{sentence}"
        self.pages[teller] = [Page(1, text)]
        span = Span(0, len(text) - len(sentence), len(text))
        self.judgements.append(
            Judgement(teller, council, None, area, grade, Basis.TOLD, first, last, (span,))
        )

    def _keep(
        self,
        key: str,
        council: str,
        lines: Sequence[str],
        dates: Dates,
        framework: str | None,
        lead: str,
    ) -> None:
        self.documents[key] = replace(
            make_document(key, council=council, kind=DocumentKind.INSPECTION_REPORT),
            dates=dates,
            framework=framework,
            inspectors=(lead,) if lead else (),
        )
        self.pages[key] = [Page(1, "\n".join(lines))]

    def register(self) -> Register:
        """The register of what was added."""
        return build_register(self.documents, self.judgements)

    def ask(self, text: str, *history: str, as_of: date | None = None) -> Answer | None:
        """The register's answer, None where the question is for the passages."""
        register = self.register()
        return answer_from_register(
            Question(text, history, as_of),
            text,
            register,
            Reader.of(register.inspections, register.people),
            self.pages.__getitem__,
        )


def answered(answer: Answer | None) -> Answer:
    """The answer, which is one, and is answered."""
    assert answer is not None
    assert answer.status.is_answered, answer.message
    return answer


def a_shelf() -> Shelf:
    """Eastmere: inadequate (SIF, 2014), requires improvement to be good (2018), good (2023).
    Westmere: good (2022). Northmere: inadequate (2019), outstanding told of in 2012."""
    shelf = Shelf()
    shelf.report(
        "Eastmere", date(2014, 5, 6), date(2014, 5, 28), date(2014, 7, 18), framework="SIF",
        lead="Bo Elm", overall="inadequate", help_and_protection="inadequate",
        in_care="requires improvement", adoption="good", care_leavers="requires improvement",
        leadership="inadequate",
    )  # fmt: skip
    shelf.report(
        "Eastmere", date(2018, 9, 3), date(2018, 9, 14), date(2018, 10, 22), lead="Cy Ash",
        leadership="good", help_and_protection=RI, in_care_and_care_leavers=RI, overall=RI,
    )  # fmt: skip
    shelf.report(
        "Eastmere", date(2023, 3, 6), date(2023, 3, 17), date(2023, 5, 2),
        leadership="outstanding", help_and_protection="good", in_care="good", care_leavers=RI,
        overall="good",
    )  # fmt: skip
    shelf.report(
        "Westmere", date(2022, 6, 6), date(2022, 6, 17), date(2022, 8, 1), lead="Bo Elm",
        leadership="good", help_and_protection="good", in_care_and_care_leavers="outstanding",
        overall="good",
    )  # fmt: skip
    shelf.report(
        "Northmere", date(2019, 2, 4), date(2019, 2, 15), date(2019, 4, 1), lead="Di Fir",
        leadership="inadequate", help_and_protection="inadequate", in_care_and_care_leavers=RI,
        overall="inadequate",
    )  # fmt: skip
    shelf.told(
        "northmere-2019.pdf", "Northmere", "outstanding", date(2012, 1, 1), date(2012, 12, 31)
    )
    return shelf
