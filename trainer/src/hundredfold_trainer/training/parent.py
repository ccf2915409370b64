"""The checkpoint that a round goes on from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from ..failure import RunError
from ..model.load_model import has_adapter
from .run import Run

# How a checkpoint is used, beside its weights.
PROMPT_FILE: Final = "hundredfold.json"


def _folder(run: Run) -> Path | None:
    return run.spec.folder / "parent" if run.spec.parent is not None else None


def has_whole_parent(run: Run) -> bool:
    """Whether the round stands on a checkpoint of whole weights instead of the model of its recipe."""
    folder = _folder(run)
    return folder is not None and not has_adapter(folder)


def parent_adapter(run: Run) -> Path | None:
    """The folder of the adapter to go on with; raises RunError where it lies on another model, or on none."""
    folder = _folder(run)
    if folder is None or not has_adapter(folder):
        return None
    try:
        base = json.loads((folder / PROMPT_FILE).read_text(encoding="utf-8"))["base"]
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise RunError("bad-input", f"the parent is no checkpoint: {PROMPT_FILE} cannot be read") from error
    if base != run.recipe.model:
        raise RunError(
            "bad-input", f"the parent is an adapter on {base}, the recipe asks for {run.recipe.model}"
        )
    if run.recipe.tuning == "full":
        raise RunError("bad-input", "the parent is an adapter: go on with tuning lora, or merge it first")
    return folder
