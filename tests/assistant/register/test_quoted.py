from pathlib import Path

from assistant.register.quoted import passages_quoted
from docs_store.catalogue_writer import CatalogueWriter
from tests.assistant.register.made import a_shelf, answered
from tests.assistant.register.test_command import keep


def test_the_passages_that_hold_the_quotes_come_with_the_answer(tmp_path: Path) -> None:
    writer = CatalogueWriter.create(tmp_path)
    shelf = a_shelf()
    keep(shelf, writer)
    answer = answered(shelf.ask("westmere overall grade"))
    (hit,) = passages_quoted(answer.citations, writer)
    assert hit.passage.text == "Overall effectiveness Good"
    writer.close()
