import json
from dataclasses import replace
from datetime import date

from assistant.register.timeline import TOLD, timeline, to_json
from docs_store.documents import DocumentKind
from tests.assistant.register.made import a_shelf
from tests.fakes import make_document


def test_inspections_visits_papers_and_news_stand_in_order_of_time() -> None:
    shelf = a_shelf()
    letter = make_document("letter.pdf", council="Northmere", on_site=date(2020, 5, 5))
    news = make_document(
        "news.html", council="Northmere", kind=DocumentKind.PRESS, on_site=None,
        published=date(2019, 4, 2),
    )  # fmt: skip
    undated = make_document(
        "note.txt", council="Northmere", kind=DocumentKind.OTHER, on_site=None, published=None
    )
    for document in (letter, news, undated):
        shelf.documents[document.id] = document
    events = timeline("Northmere", shelf.register())
    assert [(event.kind, event.when) for event in events] == [
        (TOLD, date(2012, 12, 31)),
        ("inspection report", date(2019, 2, 15)),
        ("press", date(2019, 4, 2)),
        ("monitoring visit letter", date(2020, 5, 5)),
        ("other", None),
    ]


def test_an_inspection_carries_its_grades_under_its_frameworks_names() -> None:
    first = timeline("Eastmere", a_shelf().register())[0]
    grades = {graded.label: graded.grade for graded in first.grades}
    assert grades["leadership, management and governance"] == "inadequate"
    assert first.framework == "SIF"
    assert first.inspectors == ("Bo Elm",)


def test_what_others_tell_of_an_inspection_stands_beside_it() -> None:
    shelf = a_shelf()
    shelf.told("news.html", "Westmere", "outstanding", date(2022, 6, 1), date(2022, 6, 30))
    event = next(e for e in timeline("Westmere", shelf.register()) if e.grades)
    assert [(claim.grade, claim.document_id) for claim in event.claims] == [
        ("outstanding", "news.html")
    ]


def test_a_visit_keeps_its_number_and_has_no_grades() -> None:
    shelf = a_shelf()
    shelf.documents["letter.pdf"] = replace(
        make_document("letter.pdf", council="Westmere"), visit=3
    )
    letter = timeline("Westmere", shelf.register())[0]
    assert (letter.visit, letter.grades) == (3, ())


def test_a_timeline_is_json() -> None:
    events = to_json(timeline("Westmere", a_shelf().register()))
    assert json.loads(json.dumps(events)) == events
    assert events[0]["on_site_to"] == "2022-06-17"
    assert events[0]["grades"][0]["area"] == "overall_effectiveness"


def test_a_council_that_is_not_known_has_an_empty_timeline() -> None:
    assert timeline("Nowhere", a_shelf().register()) == ()
