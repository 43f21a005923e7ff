"""Whatever a file holds, it is read or set aside with its reason: `python -m tests.ingest.hostile`
meets them all and prints the figures of docs/results.md."""

import sys

import pytest

from ingest.workers import Readers
from tests.ingest.hostile import pdf
from tests.ingest.hostile.files import READERS, bombs, mutants
from tests.ingest.hostile.meeting import load_measured, meet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")

SOAKED, AT_ONCE = 1_000, 100


@pytest.fixture(scope="module")
def strict_readers():
    """Readers with far less time and memory than the product gives."""
    with Readers(
        processes=1, seconds=20, memory_mb=700, ocr_pages=0, load=load_measured
    ) as readers:
        yield readers


@pytest.fixture(scope="module")
def readers():
    """Readers with the product's own limits."""
    with Readers(processes=1, ocr_pages=1, load=load_measured) as readers:
        yield readers


@pytest.mark.parametrize("reader", READERS)
def test_bombs_are_met_in_little_time_and_memory(reader, strict_readers, tmp_path):
    met = list(meet(strict_readers, tmp_path, reader, bombs(reader, "quick")))
    assert [each for each in met if not each.is_foreseen] == []


@pytest.mark.parametrize("reader", READERS)
def test_mutated_files_are_read_or_set_aside(reader, strict_readers, tmp_path):
    met = list(meet(strict_readers, tmp_path, reader, mutants(reader, 0, 20)))
    assert len(met) == 20
    assert [each for each in met if not each.is_foreseen] == []


def test_a_pdf_that_ends_its_reader_is_set_aside_and_the_next_is_read(strict_readers, tmp_path):
    files = iter([next(pdf.fatal_bombs()), ("good", pdf.one_page())])
    last, good = meet(strict_readers, tmp_path, "pdf", files)
    assert last.has_ended_worker
    assert good.reason is None


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("reader", READERS)
def test_the_larger_bombs_are_met_within_the_limits(reader, readers, tmp_path):
    met = list(meet(readers, tmp_path, reader, bombs(reader, "slow")))
    assert [each for each in met if not each.is_foreseen] == []


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("first", range(0, SOAKED, AT_ONCE))
@pytest.mark.parametrize("reader", READERS)
def test_a_thousand_mutated_files_a_reader(reader, first, readers, tmp_path):
    met = list(meet(readers, tmp_path, reader, mutants(reader, first, AT_ONCE)))
    assert len(met) == AT_ONCE
    assert [each for each in met if not each.is_foreseen] == []
