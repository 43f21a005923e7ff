from pathlib import Path

import pytest

from assistant.answers import Question, Status
from assistant.build import build_assistant
from docs_store.catalogue_writer import CatalogueWriter
from docs_store.errors import StoreMissing


def test_a_store_without_documents_is_said_to_be_empty(tmp_path: Path) -> None:
    CatalogueWriter.create(tmp_path).close()
    with pytest.raises(StoreMissing, match="holds no documents"):
        build_assistant(tmp_path)


def test_the_sample_store_answers_with_the_embedded_model(sample_store: Path) -> None:
    assistant = build_assistant(sample_store)
    try:
        answer = assistant.ask(Question("Who was the lead inspector in 2022?"))
    finally:
        assistant.close()
    assert answer.status is Status.ANSWERED
    assert answer.citations
