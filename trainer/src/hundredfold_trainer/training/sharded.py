"""One model spread over several processes (FSDP). What it is asked for, all of them must ask."""

from __future__ import annotations

from typing import Any, Final

from torch import distributed
from torch.distributed.checkpoint.state_dict import StateDictOptions, get_model_state_dict
from torch.distributed.fsdp import FSDPModule

from ..recipe import Recipe
from ..run_folder.ranks import world_size

# States keep each process's share: nobody must have room for the whole.
_FSDP: Final = {"version": 2, "state_dict_type": "SHARDED_STATE_DICT", "reshard_after_forward": True}


def sharding_arguments(recipe: Recipe) -> dict[str, Any]:
    """What the trainers are told; nothing where each process has the whole model."""
    is_sharded = recipe.sharding == "fsdp" and world_size() > 1
    return {"fsdp": True, "fsdp_config": dict(_FSDP)} if is_sharded else {}


def wait_for_others() -> None:
    if distributed.is_available() and distributed.is_initialized():
        distributed.barrier()


def is_spread(model: Any) -> bool:
    return isinstance(model, FSDPModule)


def whole_weights(model: Any) -> dict[str, Any]:
    """All weights on the CPU of the first process; the others, which must ask as well, are given none."""
    if not is_spread(model):
        return dict(model.state_dict())
    options = StateDictOptions(full_state_dict=True, cpu_offload=True)
    # Gathered, a weight that two layers share is there twice: it is kept under its first name.
    once = {name for name, _ in model.named_parameters()}
    doubles = {name for name, _ in model.named_parameters(remove_duplicate=False)} - once
    gathered = get_model_state_dict(model, options=options)
    return {name: weight for name, weight in gathered.items() if name not in doubles}


def generate_together(model: Any) -> None:
    """Has `generate` go on until the last process is done: each step needs the shares of all."""
    if is_spread(model):
        # transformers sets it where it shards a model itself, and asks for it in `generate`.
        model._is_fsdp_managed_module = True
