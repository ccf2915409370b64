"""Stopped and resumed is as never stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from tiny_run import train, write_run

FIGURES = ("loss", "reward", "gradNorm", "kl", "completionTokens", "learningRate")


@pytest.mark.parametrize(
    "recipe",
    [
        {"tuning": "lora"},
        {"tuning": "full"},
        {"tuning": "full", "innerSteps": 2, "klCoefficient": 0, "fieldWeights": "live-f1"},
        {"tuning": "lora", "microBatch": 2, "zeroVariance": "resample", "gradientCheckpointing": True},
    ],
    ids=["lora", "full", "inner steps", "resampled"],
)
def test_a_resumed_run_takes_the_same_path(recipe: dict[str, Any], models: Path, tmp_path: Path) -> None:
    settings = {"maxSteps": 4, **recipe}
    whole = train(write_run(tmp_path / "whole", **settings), models)
    folder = write_run(tmp_path / "parts", **settings)
    first = train(folder, models, stop_after=1 if "innerSteps" in recipe else 2)
    assert first.code == 7
    assert first.of("stopped") == [
        {"type": "stopped", "at": first.of("stopped")[0]["at"], "step": 2, "reason": "asked"}
    ]
    assert not (folder / "finished.json").exists()
    rest = train(folder, models)
    assert rest.code == whole.code == 0
    assert rest.of("started")[0]["resumedFrom"] == 2
    for figure in FIGURES:
        expected = whole.metrics(figure)
        assert len(expected) == 4
        assert first.metrics(figure) + rest.metrics(figure) == pytest.approx(expected, rel=0, abs=1e-6)
    assert rest.of("finished")[0]["checkpoint"] == whole.of("finished")[0]["checkpoint"]
    # Without a gradient any two runs would be the same.
    assert any(norm > 0 for norm in whole.metrics("gradNorm")[2:])
