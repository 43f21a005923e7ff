import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.answers import Question, Status
from assistant.build import build_assistant
from docs_store.catalogue_writer import CatalogueWriter
from docs_store.errors import StoreDamaged, StoreMissing


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


def test_a_store_whose_vector_index_is_gone_says_how_to_make_it_anew(own_store: Path) -> None:
    shutil.rmtree(own_store / "chroma")
    with pytest.raises(StoreDamaged, match=r"holds 0 of .* passages: make it anew"):
        build_assistant(own_store)


ADD = """
import sys
from pathlib import Path
from ingest.pipeline import ingest_paths
ingest_paths([Path(sys.argv[1])], Path(sys.argv[2]))
"""


@pytest.mark.slow
def test_what_another_process_adds_is_found_by_meaning_at_the_next_question(
    own_store: Path, tmp_path: Path
) -> None:
    assistant = build_assistant(own_store)
    try:
        assistant.ask(Question("Who was the lead inspector in 2022?"))
        note = tmp_path / "pond.txt"
        note.write_text("Amphibians thrive in the garden of the residential unit at Far Wold.\n")
        subprocess.run([sys.executable, "-c", ADD, str(note), str(own_store)], check=True)
        answer = assistant.ask(Question("Do frogs and newts live outside the kids' house?"))
        near = assistant._vectors.nearest(
            assistant._encoder.encode_question("frogs and newts in the garden").dense, 1
        )
    finally:
        assistant.close()
    assert answer.hits[0].passage.document_id == "pond.txt"
    assert near[0][0] == "pond.txt#0"
