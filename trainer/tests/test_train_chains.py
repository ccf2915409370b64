"""Rounds that go on from checkpoints of earlier rounds."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from safetensors.torch import load_file
from tiny_run import Trained, read_lines, train, write_run

from hundredfold_trainer.predicting.merge import merge
from hundredfold_trainer.predicting.predict import predict


def _go_on(parent: Path, folder: Path, models: Path, **recipe: Any) -> Trained:
    """A round whose parent is that checkpoint."""
    write_run(folder, spec={"parent": "0" * 64}, **{"maxSteps": 1, "keys": "all", **recipe})
    (folder / "parent").symlink_to(parent)
    return train(folder, models)


def _completions(checkpoint: Path, folder: Path, models: Path | None) -> list[str]:
    output = io.BytesIO()
    dataset, images = folder / "dataset.jsonl", folder / "images"
    assert predict(checkpoint, dataset, images, output, models=models, batch=5) == 0
    return [line["completion"] for line in read_lines(output.getvalue())]


def test_adapters_go_on_as_adapters_of_the_named_model(models: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert train(write_run(first, maxSteps=1, keys="all"), models).code == 0
    trained = _go_on(first / "checkpoints" / "step-1", second, models)
    assert trained.code == 0
    checkpoint = second / "checkpoints" / "step-1"
    assert json.loads((checkpoint / "manifest.json").read_text())["parent"] == "0" * 64
    names = {path.name for path in checkpoint.iterdir()}
    assert "adapter_model.safetensors" in names
    assert "ref" not in names
    # The reference of the KL term is the parent, from which nothing has moved yet.
    assert trained.metrics("kl")[0] == pytest.approx(0, abs=1e-6)
    assert merge(checkpoint, tmp_path / "whole", models=models) == 0
    assert _completions(tmp_path / "whole", second, None) == _completions(checkpoint, second, models)
    # On another model the adapter would be put on weights that it does not know.
    for recipe, words in (
        ({"model": "tiny/qwen2.5-vl"}, "an adapter on tiny/taught, the recipe asks for tiny/qwen2.5-vl"),
        ({"tuning": "full"}, "merge it first"),
    ):
        refused = _go_on(checkpoint, tmp_path / f"refused-{len(recipe)}-{words[:3]}", models, **recipe)
        assert refused.code == 2
        assert words in refused.of("failed")[0]["reason"]


def test_what_is_learnt_on_whole_weights_is_handed_back_whole(models: Path, tmp_path: Path) -> None:
    first, second, third = tmp_path / "first", tmp_path / "second", tmp_path / "third"
    assert train(write_run(first, maxSteps=1, tuning="full", learningRate=1e-5), models).code == 0
    parent = first / "checkpoints" / "step-1"
    every = {"saveEverySteps": 1, "checkpointEverySteps": 1, "documentsPerStep": 4}
    trained = _go_on(parent, second, models, maxSteps=2, tuning="lora", **every)
    assert trained.code == 0
    before = load_file(parent / "model.safetensors")
    after = load_file(second / "checkpoints" / "step-1" / "model.safetensors")
    assert before.keys() == after.keys()
    moved = {name for name in before if not before[name].equal(after[name])}
    # What lies in the state of that step is the adapter that was trained: W + (alpha / rank) B A.
    adapter = load_file(second / "state" / "step-1" / "trainable.safetensors")
    deltas = {
        name.split("layers.")[1].removesuffix(".lora_A.default.weight"): (
            adapter[name.replace("lora_A", "lora_B")] @ weight
        )
        for name, weight in adapter.items()
        if "lora_A" in name
    }
    found = {name.split("layers.")[1].removesuffix(".weight"): name for name in before if "layers." in name}
    assert trained.metrics("gradNorm")[0] > 0
    assert moved == {found[place] for place in deltas}
    for place, delta in deltas.items():
        assert after[found[place]].allclose(before[found[place]] + delta, atol=1e-6)
    # It stands by itself, for reading and for the round after it.
    checkpoint = second / "checkpoints" / "step-2"
    assert not (checkpoint / "adapter_config.json").exists()
    read = _completions(checkpoint, second, None)
    assert _go_on(checkpoint, third, models, tuning="lora", learningRate=1e-9).code == 0
    assert _completions(third / "checkpoints" / "step-1", second, None) == read
