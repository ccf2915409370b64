"""The recipe in TRL's words."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import torch
from trl import GRPOConfig

from ..failure import RunError
from ..model.processor import suppressed_tokens
from ..run_folder.ranks import world_size
from .generation import generation_arguments
from .run import Run
from .sharded import sharding_arguments

_LOSSES: Final[dict[str, dict[str, Any]]] = {
    "token": {"loss_type": "dapo"},
    "sequence": {"loss_type": "grpo"},
    "dr-grpo": {"loss_type": "dr_grpo", "scale_rewards": "none"},
    "gspo": {"loss_type": "grpo", "importance_sampling_level": "sequence"},
}

# Two-sided clipping (INTELLECT-2, arXiv 2505.07291): the stock bounds leave the ratio of a token with a
# negative advantage open upwards, and tokens of earlier steps can get far.
_MOST_RATIO: Final = 4.0


def common_arguments(run: Run, states: Path) -> dict[str, Any]:
    """What the trainers of all stages are told alike."""
    recipe = run.recipe
    return {
        **sharding_arguments(recipe),
        "output_dir": str(states),
        "seed": recipe.seed,
        "use_cpu": not torch.cuda.is_available(),
        "bf16": recipe.precision == "bf16",
        "gradient_checkpointing": recipe.gradient_checkpointing,
        "logging_steps": 1,
        "logging_nan_inf_filter": False,
        "save_strategy": "no",
        "report_to": "none",
        "disable_tqdm": True,
        "warmup_steps": 0,
        "dataloader_pin_memory": False,
    }


def documents_of_each(run: Run) -> int:
    """Documents of a step that each process has; raises RunError where they cannot be shared evenly."""
    documents, world = run.recipe.documents_per_step, world_size()
    if documents % world != 0:
        raise RunError(
            "bad-input", f"recipe: on {world} devices documentsPerStep must be a multiple of {world}"
        )
    return documents // world


def _accumulation(run: Run) -> int:
    recipe, world = run.recipe, world_size()
    rollouts = documents_of_each(run) * recipe.group_size
    if rollouts % recipe.micro_batch != 0:
        raise RunError("bad-input", "recipe: microBatch must divide what each device has to do in a step")
    if world > 1 and recipe.zero_variance == "resample":
        raise RunError("bad-input", "recipe: zeroVariance resample works on one device; use replay or drop")
    return rollouts // recipe.micro_batch


def grpo_config(run: Run, states: Path, steps: int, model: Any) -> Any:
    recipe = run.recipe
    accumulation = _accumulation(run)
    banned = suppressed_tokens(run.processor, model.config)
    return GRPOConfig(
        **common_arguments(run, states),
        **_LOSSES[recipe.loss],
        **generation_arguments(recipe, banned),
        max_steps=steps,
        learning_rate=recipe.learning_rate,
        lr_scheduler_type=recipe.schedule,
        num_generations=recipe.group_size,
        per_device_train_batch_size=recipe.micro_batch,
        gradient_accumulation_steps=accumulation,
        steps_per_generation=accumulation,
        num_iterations=recipe.inner_steps,
        max_completion_length=recipe.max_completion_tokens,
        temperature=recipe.temperature,
        top_p=recipe.top_p,
        beta=recipe.kl_coefficient,
        epsilon=recipe.clip_low,
        epsilon_high=recipe.clip_high,
        delta=_MOST_RATIO if recipe.zero_variance == "replay" else None,
        mask_truncated_completions=recipe.overlong == "mask",
        shuffle_dataset=False,
        # Of the reference model; the policy is handed over as it is.
        model_init_kwargs={"dtype": torch.bfloat16 if recipe.precision == "bf16" else torch.float32},
    )
