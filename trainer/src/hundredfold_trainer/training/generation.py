"""How rollouts are sampled, in TRL's words; and what none of them may hold."""

from __future__ import annotations

import os
from collections.abc import Collection
from importlib.util import find_spec
from typing import Any, Final

import torch

from ..failure import RunError
from ..recipe import Recipe

# The address of a server started by `vllm serve`, as in `http://gpu-2:8000`; never part of a recipe.
SERVER_VARIABLE: Final = "HUNDREDFOLD_VLLM_SERVER"
_SERVER: Final = "vllm-server"


def require_generation(recipe: Recipe) -> None:
    """Raises RunError where this machine lacks what the recipe samples with; loads nothing."""
    if recipe.generation == "transformers":
        return
    asked = f"recipe: generation {recipe.generation}"
    if find_spec("vllm") is None:
        raise RunError(
            "bad-input", f"{asked}: vLLM is not installed on this machine; install it or use transformers"
        )
    if recipe.generation == _SERVER and not os.environ.get(SERVER_VARIABLE, "").startswith("http"):
        raise RunError("bad-input", f"{asked}: {SERVER_VARIABLE} is not set to the server's address")
    if not torch.cuda.is_available():
        raise RunError("bad-input", f"{asked}: vLLM needs a GPU, and this machine has none")


def generation_arguments(recipe: Recipe, banned: Collection[int]) -> dict[str, Any]:
    """Arguments of `GRPOConfig`; `banned` are the tokens that may not be sampled."""
    if recipe.generation == "transformers":
        return {"generation_kwargs": {"suppress_tokens": list(banned)}}
    # vLLM has no suppress_tokens. Its lowest bias: before the temperature, so it weighs most at a low one.
    arguments: dict[str, Any] = {
        "use_vllm": True,
        "generation_kwargs": {"logit_bias": dict.fromkeys(banned, -100.0)},
    }
    if recipe.generation == _SERVER:
        address = os.environ[SERVER_VARIABLE].rstrip("/")
        return {**arguments, "vllm_mode": "server", "vllm_server_base_url": address}
    return {**arguments, "vllm_mode": "colocate"}


def cut_at_banned(
    ids: list[list[int]], logps: list[list[Any]] | None, banned: Collection[int], end: int
) -> tuple[list[list[int]], list[list[Any]] | None]:
    """Completions up to the first token that may not be in them, whatever let it through.

    A bias makes a token unlikely, not impossible, and one image placeholder more breaks training. One that
    begins so says nothing at all.
    """
    forbidden = frozenset(banned)
    cut = [next((at for at, token in enumerate(row) if token in forbidden), len(row)) for row in ids]
    kept = [row[:at] or [end] for row, at in zip(ids, cut, strict=True)]
    if logps is None:
        return kept, None
    return kept, [row[:at] or [None] for row, at in zip(logps, cut, strict=True)]
