from pathlib import Path

import pytest

import app


def test_the_assistant_reads_with_the_encoder_that_was_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    built: list[tuple[Path, str]] = []

    def build(store: Path, *, encoder_model: str) -> None:
        built.append((store, encoder_model))

    monkeypatch.setattr("assistant.build.build_assistant", build)
    monkeypatch.setenv("STORE_ENCODER", "some/model")
    app._assistant(tmp_path)
    assert built == [(tmp_path, "some/model")]
