"""The same steps by the product's trainer and by TRL's own, which the product's is built on."""

from __future__ import annotations

import gc
import time
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import torch
from datasets import Dataset
from peft import LoraConfig
from run_folders import train_for, write_run
from transformers import TrainerCallback
from trl import GRPOConfig, GRPOTrainer

from hundredfold_trainer.model.load_model import adapter_config, freeze_vision, load_base, weight_dtype
from hundredfold_trainer.model.pages import open_pages
from hundredfold_trainer.model.processor import load_processor, suppressed_tokens
from hundredfold_trainer.prompt import prompt_for
from hundredfold_trainer.recipe import read_recipe
from hundredfold_trainer.run_folder.spec import load_documents, read_spec

# The first step of a process warms kernels and caches up.
_WARM_UP = 1


class Task(NamedTuple):
    work: Path
    lines: list[dict[str, Any]]
    schema: dict[str, Any]
    recipe: dict[str, Any]
    steps: int


def _peak() -> float:
    return torch.cuda.max_memory_allocated() / 2**30 if torch.cuda.is_available() else 0.0


def _forget_peak() -> None:
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()


def measure_ours(task: Task, turn: int) -> dict[str, float]:
    """Seconds of a step and its parts, mean over the steps after the first."""
    folder = task.work / f"ours-{turn}"
    write_run(folder, task.lines, task.schema, {**task.recipe, "maxSteps": task.steps + _WARM_UP})
    _forget_peak()
    code, events = train_for(folder, task.work / "models", 9)
    if code != 0:
        raise SystemExit(f"the trainer ended with {code}: {events[-1]}")
    metrics = [event["metrics"] for event in events if event["type"] == "metrics"][_WARM_UP:]
    names = ("stepSeconds", "generateSeconds", "rewardSeconds", "updateSeconds", "tokensPerSecond")
    figures = {name: fmean(step.get(name, 0.0) for step in metrics) for name in names}
    return {
        **figures,
        "completionTokens": fmean(step["completionTokens"] for step in metrics),
        "peakGib": _peak(),
    }


class _Clock(TrainerCallback):  # type: ignore[misc]
    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._begun = 0.0

    def on_step_begin(self, *_: object, **__: object) -> None:
        self._begun = time.perf_counter()

    def on_step_end(self, *_: object, **__: object) -> None:
        if torch.cuda.is_available():
            torch.cuda.synchronize()
        self.seconds.append(time.perf_counter() - self._begun)


def _no_reward(completions: list[Any], **_: object) -> list[float]:
    return [float(len(str(completion)) % 7) for completion in completions]


def _settings(task: Task, is_like_ours: bool) -> tuple[dict[str, Any], Any]:
    """Arguments of TRL's trainer and its adapter: ours, or those of TRL's example for vision-language models.

    That is `examples/scripts/grpo_vlm.py` with the arguments of its docstring (learning rate 1e-5, LoRA on
    q_proj and v_proj, rank 16 and alpha 32 by default, 8 generations), everything else at its default.
    """
    recipe = read_recipe(task.recipe)
    rollouts = recipe.documents_per_step * recipe.group_size
    if not is_like_ours:
        at_once = min(8, rollouts)
        lora = LoraConfig(r=16, lora_alpha=32, target_modules=r".*language_model.*\.(q_proj|v_proj)",
                          task_type="CAUSAL_LM")  # fmt: skip
        return {"per_device_train_batch_size": at_once, "gradient_accumulation_steps": rollouts // at_once,
                "learning_rate": 1e-5}, lora  # fmt: skip
    return {
        "per_device_train_batch_size": recipe.micro_batch,
        "gradient_accumulation_steps": rollouts // recipe.micro_batch,
        "learning_rate": recipe.learning_rate, "beta": recipe.kl_coefficient, "epsilon": recipe.clip_low,
        "epsilon_high": recipe.clip_high, "gradient_checkpointing": recipe.gradient_checkpointing,
        "mask_truncated_completions": recipe.overlong == "mask",
    }, adapter_config(recipe)  # fmt: skip


def measure_trl(task: Task, turn: int, *, is_like_ours: bool) -> dict[str, float]:
    folder = task.work / f"trl-{turn}"
    write_run(folder, task.lines, task.schema, task.recipe)
    spec = read_spec(folder)
    recipe, source = spec.recipe, str(task.work / "models" / spec.recipe.model)
    processor = load_processor(source)
    prompt = prompt_for(spec.schema_json, think=recipe.think)
    count = recipe.documents_per_step * (task.steps + _WARM_UP)
    pages = [open_pages(document, recipe) for document in load_documents(spec)]
    rows = [
        {"prompt": [{"role": "user", "content": prompt}], "images": pages[place % len(pages)]}
        for place in range(count)
    ]
    _forget_peak()
    model = load_base(source, weight_dtype(recipe))
    freeze_vision(model)
    arguments, adapter = _settings(task, is_like_ours)
    clock = _Clock()
    trainer = GRPOTrainer(
        model=model,
        reward_funcs=[_no_reward],
        args=GRPOConfig(
            output_dir=str(folder / "out"),
            max_steps=task.steps + _WARM_UP,
            num_generations=recipe.group_size,
            max_completion_length=recipe.max_completion_tokens,
            bf16=recipe.precision == "bf16",
            use_cpu=not torch.cuda.is_available(),
            save_strategy="no",
            report_to="none",
            disable_tqdm=True,
            # Without it a sampled placeholder ends the run; random weights sample one soon.
            generation_kwargs={"suppress_tokens": suppressed_tokens(processor, model.config)},
            **arguments,
        ),
        train_dataset=Dataset.from_list(rows),
        processing_class=processor,
        peft_config=adapter,
        callbacks=[clock],
    )
    trainer.train()
    return {"stepSeconds": fmean(clock.seconds[_WARM_UP:]), "peakGib": _peak()}
