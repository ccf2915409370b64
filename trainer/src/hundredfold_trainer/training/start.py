"""The model that a stage starts from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from peft import PeftModel
from transformers import set_seed

from ..model.load_model import (
    adapter_config,
    freeze_vision,
    has_adapter,
    load_base,
    put_adapter,
    weight_dtype,
)
from ..model.source import find_model
from .parent import has_whole_parent, parent_adapter
from .run import Run


def base_source(run: Run) -> str:
    """Folder or hub name of the weights below any adapter: the parent's where that is a whole model."""
    if has_whole_parent(run):
        return str(run.spec.folder / "parent")
    # Told before anything is loaded.
    parent_adapter(run)
    return find_model(run.recipe.model, run.models)


def fresh_adapter(run: Run, model: Any) -> Any:
    """The configuration of the adapter that a trainer is to put on the model; None where it needs none."""
    is_fresh = run.recipe.tuning == "lora" and not isinstance(model, PeftModel)
    return adapter_config(run.recipe) if is_fresh else None


def _adapter_to_go_on_with(run: Run, earlier: Path | None) -> Path | None:
    if earlier is not None:
        return earlier if has_adapter(earlier) else None
    return parent_adapter(run)


def load_start(run: Run, earlier: Path | None) -> Any:
    """The model with its vision frozen, and with an adapter where one goes on; `earlier` is the stage before.

    A model without an adapter, for a recipe of tuning `lora`, gets a fresh one from the trainer.
    """
    recipe = run.recipe
    # A fresh adapter is drawn at random: the same one in every attempt.
    set_seed(recipe.seed)
    adapter = _adapter_to_go_on_with(run, earlier)
    whole = str(earlier) if earlier is not None and adapter is None else base_source(run)
    model = load_base(whole, weight_dtype(recipe))
    freeze_vision(model)
    return model if adapter is None else put_adapter(model, adapter, is_trainable=True)
