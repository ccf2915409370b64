"""Reading with a checkpoint, merging it, and handing a run to other engines."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from pyarrow import parquet
from tiny_run import SCHEMA, document, gold_of, read_lines, train, write_run

from hundredfold_trainer.exporting import export_run
from hundredfold_trainer.failure import RunError
from hundredfold_trainer.predicting.merge import merge
from hundredfold_trainer.predicting.predict import predict
from hundredfold_trainer.schema import read_record_schema
from hundredfold_trainer.scoring import Unscorable, parse_completion, score_completion


def _predict(checkpoint: Path, folder: Path, models: Path | None, batch: int) -> list[dict[str, Any]]:
    output = io.BytesIO()
    dataset, images = folder / "dataset.jsonl", folder / "images"
    assert predict(checkpoint, dataset, images, output, models=models, batch=batch) == 0
    return read_lines(output.getvalue())


def _check_confidence(lines: list[dict[str, Any]], checkpoint: Path, folder: Path, models: Path) -> None:
    """They are what the model says of the same tokens when it is shown them all at once."""
    import torch

    from hundredfold_trainer.predicting.certainty import certainty
    from hundredfold_trainer.predicting.checkpoint import load_checkpoint, read_checkpoint
    from hundredfold_trainer.predicting.completion import read_tokens
    from hundredfold_trainer.predicting.generate import inputs_of
    from hundredfold_trainer.prompt import prompt_for
    from hundredfold_trainer.run_folder.dataset import read_dataset

    read = read_checkpoint(checkpoint)
    model, processor = load_checkpoint(read, models)
    documents = read_dataset((folder / "dataset.jsonl").read_text(), folder / "images")
    for line, known in zip(lines, documents, strict=True):
        if line["record"] is None:
            continue
        shown = inputs_of(processor, [known], prompt_for(SCHEMA, think=False), read.recipe)
        ids = processor.tokenizer(line["completion"], return_tensors="pt")["input_ids"]
        width = shown["input_ids"].shape[1]
        shown["input_ids"] = torch.cat([shown["input_ids"], ids], dim=1)
        shown["attention_mask"] = torch.ones_like(shown["input_ids"])
        if "mm_token_type_ids" in shown:
            kinds = shown["mm_token_type_ids"]
            shown["mm_token_type_ids"] = torch.cat([kinds, torch.zeros_like(ids)], dim=1)
        with torch.no_grad():
            likely = model(**shown).logits[0, width - 1 : -1].softmax(-1)
        chosen = likely.gather(1, ids[0].unsqueeze(1)).squeeze(1).tolist()
        expected = certainty(
            read_tokens(processor.tokenizer, ids[0].tolist(), chosen), json.loads(line["record"])
        )
        assert line["confidence"] == pytest.approx(expected, abs=5e-3)


def test_a_checkpoint_reads_documents_and_a_merged_one_reads_the_same(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", maxSteps=2, keys="all")
    assert train(folder, models).code == 0
    checkpoint = folder / "checkpoints" / "step-2"
    lines = _predict(checkpoint, folder, models, 3)
    assert [line["id"] for line in lines] == ["d0", "d1", "d2", "d3", "d9"]
    for line in lines:
        record = parse_completion(line["completion"], think=False).record
        assert (None if line["record"] is None else json.loads(line["record"])) == record
    assert any(line["completion"].startswith("<answer>") for line in lines)
    assert any(line["confidence"] for line in lines)
    _check_confidence(lines, checkpoint, folder, models)
    assert merge(checkpoint, tmp_path / "whole", models=models) == 0
    # Whole weights need no base model beside them.
    again = _predict(tmp_path / "whole", folder, None, 2)
    assert [line["completion"] for line in again] == [line["completion"] for line in lines]
    for mine, before in zip(again, lines, strict=True):
        assert mine["confidence"] == pytest.approx(before["confidence"], abs=1e-3)
    with pytest.raises(RunError, match="whole already"):
        merge(tmp_path / "whole", tmp_path / "again", models=models)


def _reward_of(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("exported_reward", folder / "reward.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


COMPLETION = '<answer>{"name": "Ann Lee", "rows": []}</answer>'


def _expected(truth: str, alpha: float) -> float:
    asked = json.loads(truth)
    scored = score_completion(
        COMPLETION,
        asked["gold"],
        think=False,
        schema=read_record_schema(SCHEMA),
        alpha=alpha,
        requested=asked["requested"],
    )
    assert not isinstance(scored, Unscorable)
    return scored.reward


def _exported(tmp_path: Path, engine: str) -> Path:
    lines = [document(0), document(1), document(2, gold="[]"), document(9, "validation")]
    folder = write_run(tmp_path / "run", lines, alpha=0.3)
    assert export_run(engine, folder, tmp_path / engine) == 0
    subprocess.run(["bash", "-n", str(tmp_path / engine / "run.sh")], check=True)
    return tmp_path / engine


def test_a_run_is_exported_for_verl(tmp_path: Path) -> None:
    out = _exported(tmp_path, "verl")
    rows = parquet.read_table(out / "train.parquet").to_pylist()
    # Gold that cannot be scored is left out: its reward would be an error.
    assert {row["extra_info"]["id"].split("-")[0] for row in rows} == {"d0", "d1"}
    reward = _reward_of(out)
    for row in rows:
        assert row["prompt"][0]["content"].count("<image>") == len(row["images"]) == 1
        truth = row["reward_model"]["ground_truth"]
        earned = reward.compute_score(row["data_source"], COMPLETION, truth, row["extra_info"])
        assert earned["score"] == _expected(truth, 0.3)
    with pytest.raises(ValueError, match="cannot be scored"):
        reward.compute_score("hundredfold", COMPLETION, '{"gold": [], "requested": null}')


# Of verl's own list of keys (0.9 and later), with the kind of value that it takes.
VERL_KEYS: dict[str, type] = {
    "data.train_files": str, "data.val_files": str, "data.image_key": str, "data.train_batch_size": int,
    "data.max_prompt_length": int, "data.max_response_length": int, "data.filter_overlong_prompts": bool,
    "data.truncation": str, "actor_rollout_ref.model.path": str,
    "actor_rollout_ref.model.enable_gradient_checkpointing": bool, "actor_rollout_ref.model.lora_rank": int,
    "actor_rollout_ref.model.lora_alpha": int, "actor_rollout_ref.model.exclude_modules": str,
    "actor_rollout_ref.actor.freeze_vision_tower": bool, "actor_rollout_ref.actor.use_dynamic_bsz": bool,
    "actor_rollout_ref.actor.ppo_max_token_len_per_gpu": int, "actor_rollout_ref.actor.optim.lr": float,
    "actor_rollout_ref.actor.ppo_mini_batch_size": int, "actor_rollout_ref.actor.ppo_epochs": int,
    "actor_rollout_ref.actor.use_kl_loss": bool, "actor_rollout_ref.actor.kl_loss_coef": float,
    "actor_rollout_ref.actor.clip_ratio_low": float, "actor_rollout_ref.actor.clip_ratio_high": float,
    "actor_rollout_ref.actor.loss_agg_mode": str, "actor_rollout_ref.actor.policy_loss.loss_mode": str,
    "actor_rollout_ref.rollout.name": str, "actor_rollout_ref.rollout.n": int,
    "actor_rollout_ref.rollout.temperature": float, "actor_rollout_ref.rollout.top_p": float,
    "actor_rollout_ref.rollout.load_format": str, "actor_rollout_ref.rollout.tensor_model_parallel_size": int,
    "reward.custom_reward_function.path": str, "reward.custom_reward_function.name": str,
    "algorithm.adv_estimator": str, "algorithm.norm_adv_by_std_in_grpo": bool,
    "algorithm.filter_groups.enable": bool, "algorithm.filter_groups.metric": str, "trainer.nnodes": int,
    "trainer.n_gpus_per_node": int, "trainer.total_epochs": int, "trainer.total_training_steps": int,
    "trainer.save_freq": int, "trainer.test_freq": int, "trainer.val_before_train": bool,
    "trainer.logger": list, "trainer.project_name": str, "trainer.experiment_name": str,
    "trainer.default_local_dir": str,
}  # fmt: skip


def _heard(script: Path, tool: str, tmp_path: Path, *more: str) -> list[str]:
    """The words that a script gives to a tool, which is a stand-in here."""
    stand_ins = tmp_path / f"bin-{tool}"
    stand_ins.mkdir(exist_ok=True)
    scripts = {
        "python3": f'exec {sys.executable} "$@"',
        tool: 'for word in "$@"; do printf "%s\\n" "$word"; done',
    }
    for name, text in scripts.items():
        (stand_ins / name).write_text(f"#!/bin/sh\n{text}\n")
        (stand_ins / name).chmod(0o755)
    path = f"{stand_ins}:{os.environ['PATH']}"
    told = subprocess.run(
        [script, *more], env={**os.environ, "PATH": path}, check=True, capture_output=True, text=True
    )
    return told.stdout.splitlines()


@pytest.mark.parametrize(
    "recipe", [{}, {"tuning": "full", "loss": "gspo", "zeroVariance": "resample"}], ids=["lora", "full"]
)
def test_what_verl_is_told_are_keys_that_it_has(recipe: dict[str, Any], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert export_run("verl", write_run(tmp_path / "run", **recipe), out) == 0
    words = _heard(out / "run.sh", "python3", tmp_path, "trainer.nnodes=2")
    assert words[:2] == ["-m", "verl.trainer.main_ppo"]
    # What is given on the command line comes last.
    assert words[-1] == "trainer.nnodes=2"
    told = dict(word.split("=", 1) for word in words[2:-1])
    assert told.keys() <= VERL_KEYS.keys()
    for key, value in told.items():
        kind = VERL_KEYS[key]
        read = value if kind is str else json.loads(value)
        assert isinstance(read, (int, float) if kind is float else kind), key
        # What Hydra would take for something else than text stands in quotes.
        assert kind is not str or not set(value) & set("{}[],=") or value.startswith("'")
    assert Path(told["data.train_files"]).is_file()
    assert Path(told["data.val_files"]).is_file()
    assert Path(told["reward.custom_reward_function.path"]).is_file()
    # A page of so many pixels, and the prompt: verl leaves out what is longer.
    assert int(told["data.max_prompt_length"]) > 8192 // 784 + 1000
    image = parquet.read_table(out / "train.parquet").to_pylist()[0]["images"][0]
    assert (image["min_pixels"], image["max_pixels"]) == (1024, 8192)


def test_a_run_for_verl_is_submitted_to_a_ray_cluster(tmp_path: Path) -> None:
    out = _exported(tmp_path, "verl")
    words = _heard(out / "submit.sh", "ray", tmp_path, "trainer.nnodes=2")
    end = words.index("--")
    assert words[:3] == ["job", "submit", "--no-wait"]
    assert words[end + 1 :] == ["bash", str(out / "run.sh"), "trainer.nnodes=2"]
    (package,) = json.loads(words[words.index("--runtime-env-json") + 1])["py_modules"]
    assert (Path(package) / "scoring").is_dir()


@pytest.mark.parametrize("engine", ["easyr1", "swift"])
def test_a_run_is_exported_as_lines_with_its_images(engine: str, tmp_path: Path) -> None:
    out = _exported(tmp_path, engine)
    for name in ("train", "validation"):
        rows = read_lines((out / f"{name}.jsonl").read_bytes())
        assert rows
        for row in rows:
            content = row["problem"] if engine == "easyr1" else row["messages"][0]["content"]
            assert content.count("<image>") == len(row["images"])
            assert all((out / image).is_file() for image in row["images"])
    truth = rows[0]["answer"] if engine == "easyr1" else rows[0]["solution"]
    assert json.loads(truth)["gold"] == gold_of(9)
    if engine == "easyr1":
        given = [{"response": COMPLETION, "ground_truth": truth}]
        assert _reward_of(out).compute_score(given)[0]["overall"] == _expected(truth, 0.3)
