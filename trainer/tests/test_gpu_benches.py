"""The benches for a GPU, in their `--tiny` forms: the same code, with figures of no use."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

BENCHES = Path(__file__).parents[2] / "bench" / "gpu"


@pytest.fixture(autouse=True)
def _benches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHES))


def test_a_step_is_measured_beside_trl_s_own(tmp_path: Path) -> None:
    importlib.import_module("step_time").main(
        ["--tiny", "--work", str(tmp_path), "--out", str(tmp_path / "r")]
    )
    told = (tmp_path / "r").read_text(encoding="utf-8")
    rows = [line for line in told.splitlines() if line.startswith("| ") and "(" in line]
    assert [row.split(" | ")[0] for row in rows] == [
        "| Hundredfold", "| TRL's GRPOTrainer, our settings", "| TRL's example for images, its settings",
    ]  # fmt: skip
    assert "% of a step (target ≤ 1:" in told
    assert "driver" in told


def test_a_small_model_is_taught_and_rewarded_and_scored_before_and_after(tmp_path: Path) -> None:
    importlib.import_module("table1").main(["--tiny", "--work", str(tmp_path), "--out", str(tmp_path / "r")])
    told = (tmp_path / "r").read_text(encoding="utf-8")
    assert "| sampled | on | " in told
    for stage in ("before", "after"):
        predicted = (tmp_path / f"keys-sampled-think-on-{stage}.jsonl").read_text(encoding="utf-8")
        assert len(predicted.splitlines()) == 3
