"""Checkpoints that are handed back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from peft import PeftModel

from ..model.merged_weights import merged_weights
from ..model.processor import save_processor
from ..run_folder.manifest import CheckpointRole, write_manifest
from ..run_folder.ranks import is_first_rank
from ..run_folder.whole_folder import whole_folder
from .parent import PROMPT_FILE, has_whole_parent
from .run import Run
from .sharded import whole_weights


def _weights(model: Any, dtype: Any) -> dict[str, Any]:
    return {
        name: weight.to(dtype) if weight.is_floating_point() else weight
        for name, weight in whole_weights(model).items()
    }


def _save_adapter(model: Any, folder: Path, base: str) -> None:
    model.peft_config["default"].base_model_name_or_path = base
    # A stand-still copy named "ref" may lie beside it (KL to a parent's adapter).
    model.save_pretrained(folder, selected_adapters=["default"], save_embedding_layers=False)
    (folder / "README.md").unlink(missing_ok=True)


def _how_to_use(run: Run) -> dict[str, Any]:
    """What `predict` must know: the prompt that was trained, and what it is put on."""
    from ..recipe import recipe_as_json

    return {
        "format": "hundredfold-model/1",
        "recipe": recipe_as_json(run.recipe),
        "schemaText": json.dumps(run.spec.schema_json, ensure_ascii=False),
        "base": run.recipe.model,
        "parent": run.spec.parent,
    }


def write_checkpoint(run: Run, model: Any, name: str, role: CheckpointRole, step: int) -> str:
    """Writes `checkpoints/NAME` whole, says so, and answers the hash of its manifest.

    Where the model is spread over processes all of them ask for it; the first one writes, the others are
    answered nothing.
    """
    dtype = torch.bfloat16 if run.recipe.precision == "bf16" else torch.float32
    weights = {} if isinstance(model, PeftModel) else _weights(model, dtype)
    if not is_first_rank():
        return ""
    target = run.folder.checkpoints / name
    with whole_folder(target) as folder:
        if not isinstance(model, PeftModel):
            model.save_pretrained(folder, state_dict=weights)
        elif has_whole_parent(run):
            # An adapter names the model that it lies on; a checkpoint has no name that is found anywhere.
            model.get_base_model().save_pretrained(folder, state_dict=merged_weights(model, dtype))
        else:
            _save_adapter(model, folder, run.recipe.model)
        save_processor(run.processor, folder)
        (folder / PROMPT_FILE).write_text(json.dumps(_how_to_use(run), ensure_ascii=False), encoding="utf-8")
        checkpoint = write_manifest(folder, run.spec, role, step)
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    run.events.emit(
        "checkpoint",
        step=step,
        name=name,
        hash=checkpoint,
        folder=f"checkpoints/{name}",
        role=role,
        bytes=size,
    )
    return checkpoint
