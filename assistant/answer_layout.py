"""The parts of an answer from top to bottom, each written as plain text or as Markdown.

Words from documents are data: they are shown in quotation marks and escaped.
"""

from collections.abc import Callable, Iterable
from datetime import date

from assistant.answers import Answer, Citation, Conflict, Statement, Status
from assistant.escaping import escape, one_line

Link = Callable[[Citation], str]

_SAYINGS = {
    Status.CLARIFICATION: "Which do you mean?",
    Status.NO_EVIDENCE: "The documents held here do not answer this.",
    Status.OUT_OF_SCOPE: "This is not something that the documents held here are about.",
    Status.REFUSED_STEERING: "This cannot be answered as asked.",
    Status.ERROR_QUESTION: "This cannot be read as a question.",
    Status.ERROR_INTERNAL: "Something went wrong, and there is no answer. Please ask again.",
}

_SUGGESTIONS = {
    Status.NO_EVIDENCE: "What you can do: ask again and name a council, a report or a year; "
    "or put this to an officer, who may hold papers that are not here: {question}",
    Status.OUT_OF_SCOPE: "What you can do: ask about the inspections, visits, plans and meetings "
    "that these documents describe.",
    Status.REFUSED_STEERING: "What you can do: ask what the documents say.",
}


def day(when: date) -> str:
    """A date as British readers write it: "4 December 2013"."""
    return f"{when.day} {when:%B %Y}"


def quoted(text: str) -> str:
    """`text` on one line, in quotation marks: single ones where it has double ones inside."""
    line = one_line(text)
    return f"‘{line}’" if any(mark in line for mark in '"“”') else f"“{line}”"


def place(citation: Citation) -> str:
    """Where on the document a quote stands: "paragraph 12, page 3"; "" where it has neither."""
    parts = []
    if citation.paragraph:
        parts.append(f"paragraph {one_line(citation.paragraph)}")
    if citation.page is not None:
        parts.append(f"page {citation.page}")
    return ", ".join(parts)


def provenance(citation: Citation) -> str:
    """What the quoted document is and its date: "monitoring visit letter, Ofsted, 29 October 2021";
    the last day on site where it is not known when it was published."""
    dated = "date not known"
    if citation.published:
        dated = day(citation.published)
    elif citation.on_site:
        dated = f"on site to {day(citation.on_site)}"
    return ", ".join((citation.kind.value, one_line(citation.publisher), dated))


def blocks(answer: Answer, *, plain: bool, link: Link) -> list[str]:
    """The answer's parts from top to bottom, each a block of text or of Markdown."""
    writer = _Writer(plain, link, answer)
    if answer.status.is_answered:
        parts = [
            writer.short_answer(answer),
            writer.said(answer.message),
            writer.own_words(answer.statements),
            *writer.quotes([*_quoted_for(answer), *answer.statements]),
            *(block for conflict in answer.conflicts for block in writer.conflict(conflict)),
            writer.as_at(answer.as_of),
        ]
    else:
        parts = [
            writer.said(answer.message or _SAYINGS.get(answer.status, "")),
            writer.searched(answer.searched),
            *writer.nearest(answer.nearest),
            writer.suggestion(answer),
        ]
    return [block for block in parts if block]


class _Writer:
    """Writes the parts of one answer, as plain text or as Markdown."""

    def __init__(self, plain: bool, link: Link, answer: Answer) -> None:
        self.plain = plain
        self.link = link
        self.citations = {citation.n: citation for citation in answer.citations}

    def safe(self, text: str) -> str:
        return one_line(text) if self.plain else escape(text)

    def bold(self, text: str) -> str:
        return text if self.plain else f"**{text}**"

    def heading(self, text: str) -> str:
        return text if self.plain else f"### {text}"

    def small(self, text: str) -> str:
        safe = self.safe(text)
        return safe if self.plain or not safe else f"*{safe}*"

    def quote(self, text: str, after: str) -> str:
        body = self.safe(quoted(text))
        return f"{body} {after}" if self.plain else f"> {body}\n>\n> {after}"

    def said(self, message: str) -> str:
        return self.safe(message) if message else ""

    def short_answer(self, answer: Answer) -> str:
        if not answer.short_answer:
            return ""
        bold = self.bold(self.safe(answer.short_answer))
        return f"{bold} {self._links(_supporting(answer))}".rstrip()

    def own_words(self, statements: Iterable[Statement]) -> str:
        """What is said in our words, a line each, with the numbers of what it stands on."""
        return "\n".join(
            f"- {self.safe(said.text)} {self._links(said.citations)}"
            for said in statements
            if not said.is_quote
        )

    def quotes(self, statements: Iterable[Statement]) -> list[str]:
        """Statements under the title of the document they quote, documents in order of first use."""
        groups: dict[str, list[Statement]] = {}
        for said in statements:
            cited = self._known(said.citations)
            if cited and said.is_quote:
                groups.setdefault(cited[0].document, []).append(said)
        return [block for group in groups.values() for block in self._group(group)]

    def _group(self, statements: list[Statement]) -> list[str]:
        first = self._known(statements[0].citations)[0]
        head = [self.heading(self.safe(first.title)), self.small(_capital(provenance(first)))]
        return head + [
            self.quote(said.text, self._after(said, first.document)) for said in statements
        ]

    def _after(self, said: Statement, document: str) -> str:
        """What follows a quote: its citation links, each with where it stands."""
        return "; ".join(
            f"{self.link(citation)} {self.small(self._where(citation, document))}".rstrip()
            for citation in self._known(said.citations)
        )

    def _where(self, citation: Citation, document: str) -> str:
        other = [] if citation.document == document else [citation.title]
        return ", ".join([*other, place(citation) or "in the text"])

    def conflict(self, conflict: Conflict) -> list[str]:
        """Who says what, when; then which is preferred, and why."""
        about = f"Sources differ: {conflict.about}" if conflict.about else "Sources differ"
        sides = "\n".join(
            f"- {self.safe(quoted(claim.value))}: {self.safe(self._who(claim.citation))} "
            f"{self._links((claim.citation,))}".rstrip()
            for claim in conflict.claims
        )
        preferred = (
            conflict.preferred and f"Preferred here: {self.safe(quoted(conflict.preferred))}"
        )
        reason = conflict.reason and f"{self.safe(conflict.reason)}"
        verdict = ". ".join(part.rstrip(".") for part in (preferred, reason) if part)
        return [self.heading(self.safe(about)), sides, f"{verdict}." if verdict else ""]

    def _who(self, number: int) -> str:
        known = self._known((number,))
        return f"{known[0].title}, {provenance(known[0])}" if known else "source not shown"

    def as_at(self, newest: date | None) -> str:
        if newest is None:
            return ""
        return self.small(f"As at {day(newest)}, the date of the newest evidence used.")

    def searched(self, searched: str) -> str:
        return f"Searched: {self.safe(searched).rstrip('.')}." if searched else ""

    def nearest(self, citations: Iterable[Citation]) -> list[str]:
        """Passages that are near, labelled so that nobody takes them for an answer."""
        cited = list(citations)
        if not cited:
            return []
        head = self.heading("Nearest passages (not an answer)")
        return [head, *(self._near(citation) for citation in cited)]

    def _near(self, citation: Citation) -> str:
        where = ", ".join(filter(None, [citation.title, provenance(citation), place(citation)]))
        return self.quote(citation.quote, f"{self.link(citation)} {self.small(where)}")

    def suggestion(self, answer: Answer) -> str:
        question = self.safe(quoted(answer.standalone_question or answer.question.text))
        return _SUGGESTIONS.get(answer.status, "").format(question=question)

    def _links(self, numbers: Iterable[int]) -> str:
        return " ".join(self.link(citation) for citation in self._known(numbers))

    def _known(self, numbers: Iterable[int]) -> list[Citation]:
        return [self.citations[n] for n in numbers if n in self.citations]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _quoted_for(answer: Answer) -> list[Statement]:
    """The quotes that statements in our own words stand on, each once, as statements."""
    used = dict.fromkeys(n for s in answer.statements if not s.is_quote for n in s.citations)
    return [Statement(c.quote, (c.n,)) for c in answer.citations if c.n in used]


def _supporting(answer: Answer) -> tuple[int, ...]:
    """Citations of the first statement that contains the short answer's words; () if none does."""
    words = one_line(answer.short_answer).casefold().strip(" .")
    for said in answer.statements:
        if words and words in one_line(said.text).casefold():
            return said.citations
    return answer.statements[0].citations if len(answer.statements) == 1 else ()
