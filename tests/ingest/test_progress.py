import os
import pty
import subprocess
import sys

import pytest

from ingest.progress import showing_progress

SCRIPT = """
from ingest.progress import showing_progress
with showing_progress() as (tell, progress):
    progress(0, 2); tell("added      [one].pdf"); progress(1, 2); progress(2, 2)
"""


def test_elsewhere_than_in_a_terminal_lines_are_plain(capsys: pytest.CaptureFixture[str]) -> None:
    with showing_progress() as (tell, progress):
        progress(1, 2)
        tell("added      [one].pdf")
    assert capsys.readouterr().out == "added      [one].pdf\n"


def test_in_a_terminal_a_bar_counts_the_files_and_lines_stay_whole() -> None:
    master, slave = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    subprocess.run(
        [sys.executable, "-c", SCRIPT], stdout=slave, stderr=slave, env=environment, check=True
    )
    os.close(slave)
    shown = os.read(master, 65536).decode()
    os.close(master)
    assert "added      [one].pdf" in shown
    assert "2/2" in shown
