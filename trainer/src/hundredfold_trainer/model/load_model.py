"""Loads a model, freezes its eyes, puts an adapter on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import torch
from peft import LoraConfig, PeftModel
from transformers import AutoModelForImageTextToText

from ..failure import RunError
from ..recipe import Recipe

# Encoder and projector of the known families; what is none of these is the language model.
_VISION_PARTS: Final = ("visual", "vision_model", "vision_tower", "connector", "multi_modal_projector")
# On the language side alone: the vision encoder has layers of the same names.
_ADAPTED: Final = (
    r".*\.(language_model|text_model)\..*\.(q_proj|k_proj|v_proj|o_proj|gate_proj|up_proj|down_proj)"
)
ADAPTER_FILE: Final = "adapter_config.json"


def has_adapter(folder: str | Path) -> bool:
    return (Path(folder) / ADAPTER_FILE).is_file()


def weight_dtype(recipe: Recipe) -> Any:
    """16 bits where the weights stand still; where they move, 32: a step of 1e-6 is lost in 16 bits."""
    return torch.bfloat16 if recipe.precision == "bf16" and recipe.tuning == "lora" else torch.float32


def load_base(source: str, dtype: Any) -> Any:
    """Raises RunError where the folder or hub name has no vision-language model that can be read."""
    try:
        return AutoModelForImageTextToText.from_pretrained(source, dtype=dtype)
    except (OSError, ValueError, KeyError) as error:
        raise RunError("bad-input", f"the model cannot be loaded: {type(error).__name__}: {error}") from error


def vision_parts(model: Any) -> list[tuple[str, Any]]:
    return [(name, part) for name, part in model.named_modules() if name.rsplit(".", 1)[-1] in _VISION_PARTS]


def freeze_vision(model: Any) -> None:
    parts = vision_parts(model)
    if not parts:
        raise RunError("bad-input", f"{type(model).__name__}: no vision encoder was found to freeze")
    for _, part in parts:
        part.requires_grad_(False)


def adapter_config(recipe: Recipe) -> Any:
    return LoraConfig(
        r=recipe.lora_rank,
        lora_alpha=recipe.lora_alpha,
        target_modules=_ADAPTED,
        task_type="CAUSAL_LM",
    )


def put_adapter(model: Any, folder: str | Path, *, is_trainable: bool) -> Any:
    return PeftModel.from_pretrained(model, str(folder), is_trainable=is_trainable)
