import subprocess
import sys
from pathlib import Path

import pytest

from docs_store.errors import StoreBusy, StoreError
from docs_store.writer import writing


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path; from docs_store.writer import writing\n"
        f"with writing(Path({str(tmp_path)!r})): print('held', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreBusy, match="wait until it has finished"), writing(tmp_path):
            pass
        other.kill()
    with writing(tmp_path):
        pass


def test_a_folder_that_is_a_file_cannot_be_written_to(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(StoreError, match="cannot be written to"), writing(file):
        pass
