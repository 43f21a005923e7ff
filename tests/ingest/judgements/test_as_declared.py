from dataclasses import replace
from datetime import date

from docs_store.documents import Dates, DocumentKind
from docs_store.judgements import Basis
from ingest.judgements.as_declared import as_declared
from tests.ingest.judgements.made_up import extracted, made_up
from tests.ingest.judgements.test_judged import ILACS_2023


def test_a_declared_council_and_days_are_those_of_its_judgements_and_others_keep_theirs():
    guessed = made_up()
    text = f"{ILACS_2023}\n\nCroydon council was judged inadequate in the 2017 inspection.\n"
    declared = replace(
        guessed, council="Fordham", dates=Dates(date(2023, 11, 6), date(2023, 11, 17))
    )
    found = list(as_declared(extracted(guessed, text), guessed, declared))
    judged = [j for j in found if j.basis is Basis.JUDGED]
    assert {(j.council, j.inspected_from, j.inspected_to) for j in judged} == {
        ("Fordham", date(2023, 11, 6), date(2023, 11, 17))
    }
    assert [j.council for j in found if j.basis is Basis.TOLD] == ["Croydon"]


def test_a_document_declared_to_be_no_report_has_judged_nothing():
    guessed = made_up()
    declared = replace(guessed, kind=DocumentKind.PRESS)
    assert list(as_declared(extracted(guessed, ILACS_2023), guessed, declared)) == []
