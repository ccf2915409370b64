"""A round from its folder to `finished.json`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from pyarrow import parquet
from tiny_run import SCHEMA, gold_of, train, write_run

from hundredfold_trainer.run_folder.canonical_json import canonical_json
from hundredfold_trainer.run_folder.manifest import files_in, sha256_of
from hundredfold_trainer.schema import read_record_schema
from hundredfold_trainer.scoring import Unscorable, score_completion


@pytest.mark.parametrize("family", ["qwen2-vl", "qwen3-vl", "smolvlm"])
def test_every_family_trains(family: str, models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", model=f"tiny/{family}", maxSteps=1)
    assert train(folder, models).code == 0
    assert json.loads((folder / "finished.json").read_text())["plannedSteps"] == 1


def test_a_round_leaves_what_the_contract_says(models: Path, tmp_path: Path) -> None:
    folder = write_run(
        tmp_path / "run", tuning="full", maxSteps=2, checkpointEverySteps=1, validateEverySteps=1, think=True
    )
    trained = train(folder, models)
    assert trained.code == 0
    types = [event["type"] for event in trained.events]
    assert types[:3] == ["progress", "preflight", "started"]
    assert types[-1] == "finished"
    assert [event["step"] for event in trained.of("metrics")] == [1, 2]
    assert [event["step"] for event in trained.of("validation")] == [1, 2]
    needed = {
        "reward", "rewardFormat", "rewardMatching", "precision", "recall", "kl", "entropy", "clipRatio",
        "zeroVariance", "unscorable", "loss", "gradNorm", "learningRate", "completionTokens",
        "truncatedShare", "clipRatioLow", "clipRatioHigh", "stepSeconds", "generateSeconds",
        "rewardSeconds", "updateSeconds", "tokensPerSecond",
    }  # fmt: skip
    assert needed <= set(trained.of("metrics")[0]["metrics"])
    # The learning rate falls to 0 in a straight line.
    assert trained.metrics("learningRate") == pytest.approx([1e-3, 5e-4])
    written = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in written] == trained.events
    assert {path.name for path in (folder / "checkpoints").iterdir()} == {"step-1", "step-2"}
    finished = json.loads((folder / "finished.json").read_text())
    assert (
        finished["checkpoint"]
        == trained.of("checkpoint")[-1]["hash"]
        == trained.of("finished")[0]["checkpoint"]
    )


def test_a_manifest_names_every_file_by_its_hash(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", maxSteps=1)
    trained = train(folder, models)
    checkpoint = folder / "checkpoints" / "step-1"
    text = (checkpoint / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    assert canonical_json(manifest) == text
    assert hashlib.sha256(text.encode()).hexdigest() == trained.of("checkpoint")[0]["hash"]
    assert [entry["name"] for entry in manifest["files"]] == [
        path.relative_to(checkpoint).as_posix() for path in files_in(checkpoint)
    ]
    assert all(entry["sha256"] == sha256_of(checkpoint / entry["name"]) for entry in manifest["files"])
    # No machine stands in it, and the recipe is whole.
    assert str(tmp_path) not in "".join(
        path.read_text(encoding="utf-8") for path in files_in(checkpoint) if path.suffix == ".json"
    )
    assert manifest["recipe"]["clipHigh"] == 0.28


def test_every_rollout_of_a_step_is_kept_and_rewarded_by_the_scorer(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", maxSteps=1, documentsPerStep=2, alpha=0.3)
    trained = train(folder, models)
    rows: list[dict[str, Any]] = parquet.read_table(folder / "completions" / "step-1.parquet").to_pylist()
    assert [row["group"] for row in rows] == [0] * 4 + [1] * 4
    for row in rows:
        requested = None if row["requested"] is None else json.loads(row["requested"])
        scored = score_completion(
            row["completion"],
            gold_of(int(row["document"][1:])),
            think=False,
            schema=read_record_schema(SCHEMA),
            alpha=0.3,
            requested=requested,
        )
        assert not isinstance(scored, Unscorable)
        assert row["reward"] == scored.reward
        assert requested is None or all(f'"{key}"' in row["prompt"] for key in requested)
    # The same group stands in the events, with its advantages: they sum to nothing.
    told = trained.of("rollout")
    assert [event["completion"] for event in told] == [row["completion"] for row in rows[:4]]
    assert sum(event["advantage"] for event in told) == pytest.approx(0, abs=1e-4)
    assert trained.metrics("reward") == [pytest.approx(sum(row["reward"] for row in rows) / 8)]
    counts = [list(event["fields"].values()) for event in told]
    assert all(sum(field["gold"] for field in fields) > 0 for fields in counts)


def test_the_vision_encoder_does_not_move(models: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file

    folder = write_run(tmp_path / "run", tuning="full", maxSteps=2)
    assert train(folder, models).code == 0
    before = load_file(models / "tiny" / "taught" / "model.safetensors")
    after = load_file(folder / "checkpoints" / "step-2" / "model.safetensors")
    moved = {name for name in before if not before[name].equal(after[name])}
    assert moved
    assert not [name for name in moved if "visual" in name]
    assert [name for name in before if "visual" in name]
