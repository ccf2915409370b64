"""The recipe in verl's words, and as a job of a Ray cluster.

Keys and defaults as of verl 0.9 and of its main branch in August 2026 (`_generated_ppo_trainer.yaml`); not
run here.
"""

from __future__ import annotations

import math
from typing import Final

from ..recipe import PRESETS, Recipe
from ..run_folder.spec import RunSpec
from .shell import Facts, shell_script

# Pixels that become one token in the models of Qwen 2 and 2.5, and room for the prompt's words.
_PIXELS_OF_A_TOKEN: Final = 28 * 28
_WORDS: Final = 4096
_AGGREGATIONS: Final = {
    "token": "token-mean",
    "sequence": "seq-mean-token-mean",
    "dr-grpo": "seq-mean-token-sum-norm",
    "gspo": "seq-mean-token-mean",
}
_ACTOR: Final = "actor_rollout_ref.actor"
_MODEL: Final = "actor_rollout_ref.model"
_ROLLOUT: Final = "actor_rollout_ref.rollout"

# The reward needs this package on every node: it goes along with the job.
SUBMIT: Final = """#!/usr/bin/env bash
# Submits run.sh to the Ray cluster at RAY_ADDRESS (http://HEAD:8265; RAY_AUTH_TOKEN where it wants one).
# This folder lies where all nodes see it under the same path; they have verl.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
package="$(python3 -c 'import hundredfold_trainer as it; print(it.__path__[0])')"
ray job submit --no-wait --runtime-env-json "{\\"py_modules\\": [\\"$package\\"]}" -- bash "$here/run.sh" "$@"
"""


# Whole paths: verl's own workers are at home elsewhere.
def _data(recipe: Recipe, facts: Facts) -> dict[str, object]:
    longest = facts.pages * math.ceil(recipe.max_pixels / _PIXELS_OF_A_TOKEN) + _WORDS
    return {
        "data.train_files": '"$PWD"/train.parquet',
        "data.val_files": '"$PWD"/validation.parquet' if facts.has_validation else '"$PWD"/train.parquet',
        "data.image_key": "images",
        "data.train_batch_size": recipe.documents_per_step,
        # Longer ones are left out, and verl's own bound is 512 tokens: less than a page.
        "data.max_prompt_length": longest,
        "data.max_response_length": recipe.max_completion_tokens,
        "data.filter_overlong_prompts": True,
        "data.truncation": "error",
        f"{_ACTOR}.use_dynamic_bsz": True,
        f"{_ACTOR}.ppo_max_token_len_per_gpu": max(16384, longest + recipe.max_completion_tokens),
    }


def _tuning(recipe: Recipe) -> dict[str, object]:
    if recipe.tuning == "full":
        return {f"{_ACTOR}.freeze_vision_tower": True}
    return {
        f"{_MODEL}.lora_rank": recipe.lora_rank,
        f"{_MODEL}.lora_alpha": recipe.lora_alpha,
        f"{_MODEL}.exclude_modules": "'.*visual.*'",
        # With an adapter the engine that samples begins from the model's own weights.
        f"{_ROLLOUT}.load_format": "safetensors",
    }


def _update(recipe: Recipe) -> dict[str, object]:
    is_resampled = recipe.zero_variance == "resample"
    return {
        "algorithm.adv_estimator": "grpo",
        "algorithm.norm_adv_by_std_in_grpo": recipe.loss != "dr-grpo",
        "algorithm.filter_groups.enable": is_resampled,
        **({"algorithm.filter_groups.metric": "seq_reward"} if is_resampled else {}),
        f"{_ACTOR}.optim.lr": recipe.learning_rate,
        f"{_ACTOR}.ppo_mini_batch_size": recipe.documents_per_step,
        f"{_ACTOR}.ppo_epochs": recipe.inner_steps,
        f"{_ACTOR}.use_kl_loss": recipe.kl_coefficient > 0,
        f"{_ACTOR}.kl_loss_coef": recipe.kl_coefficient,
        f"{_ACTOR}.clip_ratio_low": recipe.clip_low,
        f"{_ACTOR}.clip_ratio_high": recipe.clip_high,
        f"{_ACTOR}.loss_agg_mode": _AGGREGATIONS[recipe.loss],
        **({f"{_ACTOR}.policy_loss.loss_mode": "gspo"} if recipe.loss == "gspo" else {}),
    }


def verl_settings(spec: RunSpec, facts: Facts) -> dict[str, object]:
    """Overrides of verl's configuration: key → value as Hydra reads it."""
    recipe = spec.recipe
    steps = {} if recipe.max_steps is None else {"trainer.total_training_steps": recipe.max_steps}
    return {
        **_data(recipe, facts),
        f"{_MODEL}.path": recipe.model,
        f"{_MODEL}.enable_gradient_checkpointing": recipe.gradient_checkpointing,
        **_tuning(recipe),
        **_update(recipe),
        f"{_ROLLOUT}.name": "vllm",
        f"{_ROLLOUT}.n": recipe.group_size,
        f"{_ROLLOUT}.temperature": recipe.temperature,
        f"{_ROLLOUT}.top_p": recipe.top_p,
        f"{_ROLLOUT}.tensor_model_parallel_size": 1,
        "reward.custom_reward_function.path": '"$PWD"/reward.py',
        "reward.custom_reward_function.name": "compute_score",
        "trainer.nnodes": 1,
        "trainer.n_gpus_per_node": recipe.workers or PRESETS[recipe.preset].workers,
        "trainer.total_epochs": recipe.epochs,
        **steps,
        "trainer.save_freq": recipe.save_every_steps,
        "trainer.test_freq": recipe.validate_every_steps or -1,
        "trainer.val_before_train": False,
        "trainer.logger": '\'["console","file"]\'',
        "trainer.project_name": "hundredfold",
        "trainer.experiment_name": spec.round_id,
        "trainer.default_local_dir": '"$PWD"/checkpoints',
    }


def verl_command(spec: RunSpec, facts: Facts) -> str:
    return shell_script("python3 -m verl.trainer.main_ppo", verl_settings(spec, facts))
