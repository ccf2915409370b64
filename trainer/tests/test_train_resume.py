"""Stopped and resumed is as never stopped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from tiny_run import sampled_at, train, write_run

FIGURES = ("loss", "reward", "gradNorm", "entropy", "completionTokens", "learningRate")


@pytest.mark.parametrize(
    "recipe",
    [
        {"tuning": "lora"},
        {"tuning": "full"},
        {"tuning": "full", "innerSteps": 2, "klCoefficient": 0, "fieldWeights": "live-f1"},
        {"tuning": "lora", "microBatch": 2, "zeroVariance": "resample", "gradientCheckpointing": True},
        {"tuning": "full", "documentsPerStep": 4, "groupSize": 2, "zeroVariance": "replay"},
    ],
    ids=["lora", "full", "inner steps", "resampled", "replayed"],
)
def test_a_resumed_run_takes_the_same_path(recipe: dict[str, Any], models: Path, tmp_path: Path) -> None:
    settings: dict[str, Any] = {"maxSteps": 4, **recipe}
    whole = train(write_run(tmp_path / "whole", **settings), models)
    folder = write_run(tmp_path / "parts", **settings)
    first = train(folder, models, stop_when=sampled_at(1 if "innerSteps" in recipe else 2))
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
    if recipe.get("zeroVariance") == "replay":
        # Groups from before the stop came again after it.
        assert rest.metrics("replayedGroups") == whole.metrics("replayedGroups")[2:]
        assert sum(rest.metrics("replayedGroups")) > 0
    # Without a gradient any two runs would be the same.
    assert any(norm > 0 for norm in whole.metrics("gradNorm")[2:])


def test_a_run_that_was_killed_goes_on_from_its_last_state(models: Path, tmp_path: Path) -> None:
    settings: dict[str, Any] = {"maxSteps": 3, "saveEverySteps": 1}
    whole = train(write_run(tmp_path / "whole", **settings), models)
    folder = write_run(tmp_path / "parts", **settings)
    assert train(folder, models, stop_when=sampled_at(3)).code == 0
    states = sorted(path.name for path in (folder / "state").iterdir())
    assert states == ["pass-rates-at-start.json", "step-1", "step-2"]
    # As a crash at the end leaves it: half a state, half a checkpoint, and no word of an end.
    (folder / "finished.json").unlink()
    (folder / "state" / ".partial" / "checkpoint-3").mkdir(parents=True)
    (folder / "checkpoints" / "step-3").rename(folder / "checkpoints" / ".step-3.partial")
    again = train(folder, models)
    assert again.of("started")[0]["resumedFrom"] == 2
    assert again.of("finished")[0]["checkpoint"] == whole.of("finished")[0]["checkpoint"]
    assert [path.name for path in (folder / "checkpoints").iterdir()] == ["step-3"]


def test_a_stop_in_a_warm_start_is_resumed_there(models: Path, tmp_path: Path) -> None:
    settings: dict[str, Any] = {
        "maxSteps": 1,
        "tuning": "full",
        "documentsPerStep": 2,
        "warmStart": {"epochs": 2, "learningRate": 1e-3, "documents": None},
    }
    whole = train(write_run(tmp_path / "whole", **settings), models)
    folder = write_run(tmp_path / "parts", **settings)
    stopped = train(
        folder, models, stop_when=lambda event: event.get("phase") == "warm-start" and event["step"] == 2
    )
    assert stopped.code == 7
    assert not stopped.of("checkpoint")
    rest = train(folder, models)
    assert rest.code == 0
    steps = [event["step"] for event in rest.of("progress") if event["phase"] == "warm-start"]
    assert steps[0] >= 3
    assert [event["hash"] for event in rest.of("checkpoint")] == [
        event["hash"] for event in whole.of("checkpoint")
    ]


def test_an_early_end_hands_back_what_was_reached(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", maxSteps=4, validateEverySteps=10)
    trained = train(folder, models, end_when=sampled_at(2))
    assert trained.code == 0
    finished = json.loads((folder / "finished.json").read_text())
    assert (finished["step"], finished["plannedSteps"], finished["early"]) == (2, 4, True)
    assert trained.of("finished")[0]["folder"] == "checkpoints/step-2"
    assert [event["step"] for event in trained.of("validation")] == [2]
    # What is finished is not begun again.
    assert [event["type"] for event in train(folder, models).events] == ["finished"]
