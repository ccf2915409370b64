"""Whole weights of a model that has an adapter on it; the model itself stays as it is."""

from __future__ import annotations

from typing import Any, Final

from peft.tuners.lora import LoraLayer

_ADAPTER: Final = "default"
_UNDER: Final = ".base_layer."


def merged_weights(model: Any, dtype: Any) -> dict[str, Any]:
    """Under the names of the model below; W + (alpha / rank) · B · A, added up in 32 bits (LoRA, Eq. 3).

    Not `merge_adapter` and back: in 16 bits W + d − d is not W, and training goes on.
    """
    base = model.get_base_model()
    adapted = {name: layer for name, layer in base.named_modules() if isinstance(layer, LoraLayer)}
    whole: dict[str, Any] = {}
    for name, weight in base.state_dict().items():
        if ".lora_" in name:
            continue
        layer = adapted.get(name.split(_UNDER)[0]) if name.endswith(f"{_UNDER}weight") else None
        value = weight if layer is None else weight.float() + layer.get_delta_weight(_ADAPTER).float()
        whole[name.replace(_UNDER, ".")] = value.to(dtype) if value.is_floating_point() else value
    return whole
