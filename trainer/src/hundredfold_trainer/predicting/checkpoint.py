"""A checkpoint as it was handed back, ready to read documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import torch

from ..failure import RunError
from ..model.load_model import has_adapter, load_base, put_adapter
from ..model.processor import load_processor
from ..model.source import find_model
from ..recipe import Recipe, read_recipe
from ..run_folder.spec import read_schema_text
from ..schema import RecordSchema
from ..training.parent import PROMPT_FILE


class Checkpoint(NamedTuple):
    folder: Path
    recipe: Recipe
    schema_json: dict[str, Any]
    schema: RecordSchema
    # Name of the model that an adapter lies on; None where the weights are whole.
    base: str | None


def read_checkpoint(folder: Path) -> Checkpoint:
    """Raises RunError where the folder is no checkpoint of this trainer."""
    try:
        raw = json.loads((folder / PROMPT_FILE).read_text(encoding="utf-8"))
        recipe, text, base = raw["recipe"], raw["schemaText"], raw["base"]
    except (OSError, KeyError, ValueError) as error:
        raise RunError(
            "bad-input", f"{folder.name} is no checkpoint: {PROMPT_FILE} cannot be read"
        ) from error
    schema_json, schema = read_schema_text(text)
    return Checkpoint(folder, read_recipe(recipe), schema_json, schema, base if has_adapter(folder) else None)


def load_checkpoint(checkpoint: Checkpoint, models: Path | None) -> tuple[Any, Any]:
    """Model and processor, on the GPU where there is one; an adapter on its base."""
    dtype = torch.bfloat16 if checkpoint.recipe.precision == "bf16" else torch.float32
    source = str(checkpoint.folder) if checkpoint.base is None else find_model(checkpoint.base, models)
    model = load_base(source, dtype)
    if checkpoint.base is not None:
        model = put_adapter(model, checkpoint.folder, is_trainable=False)
    model.to("cuda" if torch.cuda.is_available() else "cpu")
    return model, load_processor(str(checkpoint.folder))
