"""A round from its folder to `finished.json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from tiny_run import train, write_run


@pytest.mark.parametrize("family", ["qwen2.5-vl", "qwen2-vl", "qwen3-vl", "smolvlm"])
def test_every_family_trains(family: str, models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", model=f"tiny/{family}")
    trained = train(folder, models)
    assert trained.code == 0
    assert json.loads((folder / "finished.json").read_text())["step"] == 2
    assert len(trained.of("metrics")) == 2
