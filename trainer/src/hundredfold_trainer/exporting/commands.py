"""The recipe in other engines' words: a command to start from, to be fitted to the cluster at hand.

Names as of verl 0.9, EasyR1 0.3.2, ms-swift 4.6. Written from their sources; not run here.
"""

from __future__ import annotations

from ..run_folder.spec import RunSpec


def _shell(program: str, settings: dict[str, object]) -> str:
    lines = " \\\n".join([program, *(f"  {key}={_word(value)}" for key, value in settings.items())])
    return f'#!/usr/bin/env bash\nset -euo pipefail\ncd "$(dirname "$0")"\n{lines} "$@"\n'


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def verl_command(spec: RunSpec) -> str:
    recipe = spec.recipe
    model, actor, rollout = "actor_rollout_ref.model", "actor_rollout_ref.actor", "actor_rollout_ref.rollout"
    settings: dict[str, object] = {
        "algorithm.adv_estimator": "grpo",
        "algorithm.norm_adv_by_std_in_grpo": recipe.loss != "dr-grpo",
        "algorithm.filter_groups.enable": recipe.zero_variance == "resample",
        "data.train_files": "train.parquet",
        "data.val_files": "validation.parquet",
        "data.image_key": "images",
        "data.train_batch_size": recipe.documents_per_step,
        "data.max_response_length": recipe.max_completion_tokens,
        "data.filter_overlong_prompts": True,
        "data.truncation": "error",
        f"{model}.path": recipe.model,
        **({f"{model}.lora_rank": recipe.lora_rank, f"{model}.lora_alpha": recipe.lora_alpha,
            f"{model}.exclude_modules": "'.*visual.*'"} if recipe.tuning == "lora" else {}),
        f"{actor}.optim.lr": recipe.learning_rate,
        f"{actor}.ppo_mini_batch_size": recipe.documents_per_step,
        f"{actor}.use_kl_loss": recipe.kl_coefficient > 0,
        f"{actor}.kl_loss_coef": recipe.kl_coefficient,
        f"{actor}.clip_ratio_low": recipe.clip_low,
        f"{actor}.clip_ratio_high": recipe.clip_high,
        f"{actor}.loss_agg_mode": "seq-mean-token-sum-norm" if recipe.loss == "dr-grpo" else "token-mean",
        f"{rollout}.name": "vllm",
        f"{rollout}.n": recipe.group_size,
        f"{rollout}.temperature": recipe.temperature,
        "reward.custom_reward_function.path": "reward.py",
        "reward.custom_reward_function.name": "compute_score",
        "trainer.total_epochs": recipe.epochs,
        "trainer.save_freq": recipe.save_every_steps,
        "trainer.logger": "'[\"console\",\"file\"]'",
        "trainer.default_local_dir": "checkpoints",
    }  # fmt: skip
    return _shell("python3 -m verl.trainer.main_ppo", settings)


def easyr1_command(spec: RunSpec) -> str:
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
    return _shell("python3 -m verl.trainer.main config=examples/config.yaml", settings)


def swift_command(spec: RunSpec) -> str:
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
    lines = " \\\n".join(["swift rlhf", *(f"  --{key} {_word(value)}" for key, value in flags.items())])
    return f'#!/usr/bin/env bash\nset -euo pipefail\ncd "$(dirname "$0")"\n{lines} "$@"\n'
