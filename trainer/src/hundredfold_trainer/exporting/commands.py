"""The recipe in other engines' words: a command to start from, to be fitted to the cluster at hand.

Names as of EasyR1 0.3.2 and ms-swift 4.6 (`verl.py` has verl's). Written from their sources; not run here.
"""

from __future__ import annotations

from ..run_folder.spec import RunSpec
from .shell import Facts, shell_script, word


def easyr1_command(spec: RunSpec, _: Facts) -> str:
    recipe = spec.recipe
    settings: dict[str, object] = {
        "data.train_files": "train.jsonl",
        "data.val_files": "validation.jsonl",
        "data.prompt_key": "problem",
        "data.answer_key": "answer",
        "data.image_key": "images",
        "data.rollout_batch_size": recipe.documents_per_step,
        "data.max_response_length": recipe.max_completion_tokens,
        "data.min_pixels": recipe.min_pixels,
        "data.max_pixels": recipe.max_pixels,
        "algorithm.adv_estimator": "grpo",
        "algorithm.use_kl_loss": recipe.kl_coefficient > 0,
        "algorithm.kl_coef": recipe.kl_coefficient,
        "algorithm.online_filtering": recipe.zero_variance == "resample",
        "worker.actor.model.model_path": recipe.model,
        "worker.actor.model.freeze_vision_tower": True,
        "worker.actor.optim.lr": recipe.learning_rate,
        "worker.actor.clip_ratio_low": recipe.clip_low,
        "worker.actor.clip_ratio_high": recipe.clip_high,
        "worker.rollout.n": recipe.group_size,
        "worker.rollout.temperature": recipe.temperature,
        "worker.reward.reward_function": "reward.py:compute_score",
        "trainer.total_epochs": recipe.epochs,
        "trainer.save_checkpoint_path": "checkpoints",
    }
    return shell_script("python3 -m verl.trainer.main config=examples/config.yaml", settings)


def swift_command(spec: RunSpec, _: Facts) -> str:
    recipe = spec.recipe
    losses = {"token": "dapo", "sequence": "grpo", "dr-grpo": "dr_grpo", "gspo": "grpo"}
    flags: dict[str, object] = {
        "rlhf_type": "grpo",
        "model": recipe.model,
        "dataset": "train.jsonl",
        "external_plugins": "reward.py",
        "reward_funcs": "hundredfold",
        "tuner_type": recipe.tuning,
        "freeze_vit": True,
        "learning_rate": recipe.learning_rate,
        "lr_scheduler_type": recipe.schedule,
        "num_train_epochs": recipe.epochs,
        "num_generations": recipe.group_size,
        "max_completion_length": recipe.max_completion_tokens,
        "temperature": recipe.temperature,
        "beta": recipe.kl_coefficient,
        "epsilon": recipe.clip_low,
        "epsilon_high": recipe.clip_high,
        "loss_type": losses[recipe.loss],
        **({"importance_sampling_level": "sequence"} if recipe.loss == "gspo" else {}),
        "dynamic_sample": recipe.zero_variance == "resample",
        "overlong_filter": recipe.overlong == "mask",
        "max_pixels": recipe.max_pixels,
        "output_dir": "checkpoints",
    }
    lines = " \\\n".join(["swift rlhf", *(f"  --{key} {word(value)}" for key, value in flags.items())])
    return f'#!/usr/bin/env bash\nset -euo pipefail\ncd "$(dirname "$0")"\n{lines} "$@"\n'
