"""How much memory a run takes on one device: an estimate, on the safe side of what is known beforehand."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

import torch
from torch import nn
from transformers import AutoConfig, AutoModelForImageTextToText

from ..model.load_model import vision_parts
from ..recipe import Recipe

_GIB: Final = 2**30
# What a process with CUDA and its kernels takes before any weight is loaded.
_OVERHEAD: Final = 1.5 * _GIB


@dataclass(frozen=True, slots=True)
class ModelSize:
    parameters: int
    trainable_full: int
    # Parameters of an adapter, for each unit of its rank.
    adapter_per_rank: int
    hidden: int
    intermediate: int
    layers: int
    kv_width: int
    vocabulary: int
    positions: int


def measure_model(source: str) -> ModelSize:
    """Sizes from the configuration alone; no weight is loaded."""
    config = AutoConfig.from_pretrained(source)
    with torch.device("meta"):
        model = AutoModelForImageTextToText.from_config(config)
    text = config.get_text_config()
    vision = {id(weight) for _, part in vision_parts(model) for weight in part.parameters()}
    layers = [
        module
        for name, module in model.named_modules()
        if isinstance(module, nn.Linear) and name.endswith("_proj") and id(module.weight) not in vision
    ]
    heads = text.num_attention_heads
    head = getattr(text, "head_dim", None) or text.hidden_size // heads
    return ModelSize(
        parameters=sum(weight.numel() for weight in model.parameters()),
        trainable_full=sum(weight.numel() for weight in model.parameters() if id(weight) not in vision),
        adapter_per_rank=sum(layer.in_features + layer.out_features for layer in layers),
        hidden=text.hidden_size,
        intermediate=text.intermediate_size,
        layers=text.num_hidden_layers,
        kv_width=2 * getattr(text, "num_key_value_heads", heads) * head,
        vocabulary=text.vocab_size,
        positions=getattr(text, "max_position_embeddings", 0) or 2**31,
    )


def _states(size: ModelSize, recipe: Recipe) -> tuple[float, float]:
    """Bytes of the weights, and of gradients, AdamW's two moments and the reference model."""
    is_lora, is_16 = recipe.tuning == "lora", recipe.precision == "bf16"
    weights = size.parameters * (2 if is_lora and is_16 else 4)
    trainable = size.adapter_per_rank * recipe.lora_rank if is_lora else size.trainable_full
    weights += trainable * 4 if is_lora else 0
    reference = 0 if is_lora or recipe.kl_coefficient == 0 else size.parameters * (2 if is_16 else 4)
    return weights, trainable * 12 + reference


def _activations(size: ModelSize, recipe: Recipe, prompt: int) -> float:
    """Of one micro-batch: what layers keep for the way back, and the logits of the completion."""
    width = 2 if recipe.precision == "bf16" else 4
    tokens = recipe.micro_batch * (prompt + recipe.max_completion_tokens)
    inside = tokens * (16 * size.hidden + 3 * size.intermediate) * width
    kept = (
        tokens * size.hidden * width * size.layers if recipe.gradient_checkpointing else inside * size.layers
    )
    # Logits, their softmax in 32 bits and its gradient.
    logits = recipe.micro_batch * recipe.max_completion_tokens * size.vocabulary * (width + 8)
    return kept + inside + logits


def _generation(size: ModelSize, recipe: Recipe, prompt: int, world: int) -> float:
    """The cache of keys and values of all completions of a step on one device."""
    width = 2 if recipe.precision == "bf16" else 4
    sequences = max(1, recipe.documents_per_step // world) * recipe.group_size
    return sequences * (prompt + recipe.max_completion_tokens) * size.layers * size.kv_width * width


def estimate_memory(
    size: ModelSize, recipe: Recipe, prompt_tokens: int, *, world: int = 1
) -> dict[str, float]:
    """GiB on each device."""
    weights, states = _states(size, recipe)
    if recipe.sharding == "fsdp":
        weights, states = weights / world, states / world
    training = states + _activations(size, recipe, prompt_tokens)
    generation = _generation(size, recipe, prompt_tokens, world)
    total = weights + states + max(training - states, generation) + _OVERHEAD
    figures = {"weights": weights, "training": training, "generation": generation, "total": total}
    return {name: value / _GIB for name, value in figures.items()}


def available_memory() -> float:
    """GiB of the GPU, or of the machine where there is none."""
    if torch.cuda.is_available():
        return float(torch.cuda.mem_get_info()[1]) / _GIB
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / _GIB
