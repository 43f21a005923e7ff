import json
from dataclasses import replace
from datetime import date

from assistant.answers import (
    Answer,
    Citation,
    Claim,
    Conflict,
    Hit,
    Question,
    Scope,
    Statement,
    Status,
)
from assistant.present import to_json, to_markdown, to_text
from docs_store.documents import DocumentKind, Passage, Span

REPORT = Citation(
    n=1,
    id="0123456789ab.2.10-40",
    document="reports/2022.pdf",
    title="Inspection of Eastmere, 2022",
    kind=DocumentKind.INSPECTION_REPORT,
    council="Eastmere",
    publisher="Ofsted",
    published=date(2022, 8, 30),
    page=3,
    paragraph="12",
    quote="The trust must improve.",
    span=Span(2, 10, 40),
)
NEWS = replace(
    REPORT, n=2, id="ba9876543210.0.1-9", document="news.html", title="Trust is praised",
    kind=DocumentKind.COUNCIL_NEWS, publisher="Eastmere Council", published=None, page=None,
    paragraph=None, quote="All is well.",
)  # fmt: skip
ANSWERED = Answer(
    question=Question("How is the trust?", id="q1"),
    standalone_question="How is the trust in Eastmere?",
    status=Status.ANSWERED,
    short_answer="must improve",
    statements=(
        Statement("The trust must improve.", (1,)),
        Statement("All is well.", (2,)),
        Statement("It must do so soon.", (1, 2)),
    ),
    citations=(REPORT, NEWS),
    conflicts=(
        Conflict(
            "how the trust is",
            (Claim("must improve", 1), Claim("well", 2)),
            "must improve",
            "the inspectorate outranks the council",
        ),
    ),
    hits=(Hit(Passage("d#0", "d", 0, "text", "", None, 1, 2, ()), 0.5),),
    scope=Scope(("Eastmere",), (DocumentKind.MINUTES,), date(2020, 1, 1), None),
    as_of=date(2022, 8, 30),
    timings_ms={"total": 12.5},
)
REFUSED = Answer(
    question=Question("What does fish cost?"),
    standalone_question="What does fish cost?",
    status=Status.NO_EVIDENCE,
    searched="10 documents, 2013 to 2023",
    nearest=(replace(REPORT, n=1),),
)


def link(citation: Citation) -> str:
    return f"[LINK {citation.n}]"


def test_the_json_has_exactly_the_keys_of_the_contract():
    assert list(to_json(ANSWERED)) == [
        "id", "question", "standalone_question", "status", "short_answer", "text", "statements",
        "citations", "conflicts", "passages", "scope", "as_of", "timings_ms",
    ]  # fmt: skip


def test_the_json_holds_plain_values():
    made = json.loads(json.dumps(to_json(ANSWERED)))
    assert made["status"] == "answered"
    assert made["citations"][0] == {
        "n": 1,
        "document": "reports/2022.pdf",
        "title": "Inspection of Eastmere, 2022",
        "kind": "inspection report",
        "council": "Eastmere",
        "published": "2022-08-30",
        "page": 3,
        "paragraph": "12",
        "quote": "The trust must improve.",
    }
    assert made["conflicts"][0]["claims"] == [
        {"value": "must improve", "citation": 1},
        {"value": "well", "citation": 2},
    ]
    assert made["scope"] == {
        "councils": ["Eastmere"],
        "kinds": ["minutes"],
        "from": "2020-01-01",
        "to": None,
    }
    assert made["passages"] == [
        {"document": "d", "page_first": 1, "page_last": 2, "score": 0.5, "text": "text"}
    ]
    assert made["timings_ms"] == {
        "interpret": None, "retrieve": None, "rerank": None, "write": None, "total": 12.5,
    }  # fmt: skip


def test_no_more_than_twenty_passages_are_handed_over():
    many = replace(ANSWERED, hits=ANSWERED.hits * 30)
    assert len(to_json(many)["passages"]) == 20


def test_the_text_is_what_a_reader_sees_without_markup():
    assert to_text(ANSWERED).split("\n\n") == [
        "must improve [1]",
        "Inspection of Eastmere, 2022",
        "Inspection report, Ofsted, 30 August 2022",
        "“The trust must improve.” [1] paragraph 12, page 3",
        "“It must do so soon.” [1] paragraph 12, page 3; [2] Trust is praised, in the text",
        "Trust is praised",
        "Council news, Eastmere Council, date not known",
        "“All is well.” [2] in the text",
        "Sources differ: how the trust is",
        "- “must improve”: Inspection of Eastmere, 2022, inspection report, Ofsted, "
        "30 August 2022 [1]\n"
        "- “well”: Trust is praised, council news, Eastmere Council, date not known [2]",
        "Preferred here: “must improve”. the inspectorate outranks the council.",
        "As at 30 August 2022, the date of the newest evidence used.",
    ]


def test_the_short_answer_comes_first_in_bold_with_its_citation():
    assert to_markdown(ANSWERED, link).startswith("**must improve** [LINK 1]\n\n### Inspection of")


def test_a_short_answer_that_no_statement_holds_is_given_no_citation():
    assert to_markdown(replace(ANSWERED, short_answer="Yes"), link).startswith("**Yes**\n\n")


def test_quotes_are_grouped_by_document_in_quotation_marks():
    made = to_markdown(ANSWERED, link)
    assert made.count("### Inspection of Eastmere, 2022") == 1
    assert "> “The trust must improve.”\n>\n> [LINK 1] *paragraph 12, page 3*" in made


def test_a_statement_without_a_known_citation_is_not_shown():
    unknown = replace(ANSWERED, statements=(Statement("Invented.", (9,)),), conflicts=())
    assert "Invented" not in to_markdown(unknown, link)


def test_a_refusal_says_what_was_searched_and_what_is_near_and_what_to_do():
    blocks = to_text(REFUSED).split("\n\n")
    assert blocks[0] == "The documents held here do not answer this."
    assert blocks[1] == "Searched: 10 documents, 2013 to 2023."
    assert blocks[2] == "Nearest passages (not an answer)"
    assert blocks[3].startswith("“The trust must improve.” [1] Inspection of Eastmere, 2022")
    assert "officer" in blocks[4]


def test_a_question_back_is_shown_alone():
    back = replace(
        REFUSED, status=Status.CLARIFICATION, message="Which council?", nearest=(), searched=""
    )
    assert to_text(back) == "Which council?"


def test_poisoned_words_form_no_markup():
    poison = "![x](https://evil.example/a.png) <script>alert(1)</script>"
    cited = replace(REPORT, title=poison, publisher=poison, paragraph=poison)
    poisoned = replace(
        ANSWERED,
        short_answer=poison,
        message=poison,
        statements=(Statement(poison, (1,)),),
        citations=(cited,),
        conflicts=(Conflict(poison, (Claim(poison, 1),), poison, poison),),
    )
    refused = replace(REFUSED, message=poison, searched=poison, nearest=(cited,))
    for made in (to_markdown(poisoned, link), to_markdown(refused, link)):
        assert "<" not in made
        assert "](" not in made
        assert "://" not in made


def test_a_quote_with_quotation_marks_inside_stands_in_single_ones():
    said = replace(ANSWERED, statements=(Statement('"Too slow," she said.', (1,)),))
    assert '‘"Too slow," she said.’ [1]' in to_text(said)


def test_what_is_out_of_scope_is_not_sent_to_an_officer():
    assert "officer" not in to_text(replace(REFUSED, status=Status.OUT_OF_SCOPE))


def test_what_is_said_in_our_words_stands_without_quotation_marks_above_the_quotes_it_rests_on():
    own = Statement("Eastmere, leadership: good.", (1, 2), is_quote=False)
    text = to_text(replace(ANSWERED, statements=(own,), conflicts=(), short_answer=""))
    assert text.index("- Eastmere, leadership: good. [1] [2]") < text.index(REPORT.title)
    assert "“The trust must improve.” [1]" in text
    assert "“Eastmere" not in text
