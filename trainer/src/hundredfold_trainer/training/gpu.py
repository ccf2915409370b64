"""What the GPU is at."""

from __future__ import annotations

import torch

_GIB = 2**30


def gpu_figures() -> dict[str, float]:
    """Memory in GiB and use, 0–1; nothing where there is no GPU or its driver does not tell."""
    if not torch.cuda.is_available():
        return {}
    figures = {
        "gpuMemoryGib": torch.cuda.memory_allocated() / _GIB,
        "gpuMemoryPeakGib": torch.cuda.max_memory_allocated() / _GIB,
    }
    try:
        return {**figures, "gpuUse": torch.cuda.utilization() / 100}
    except (ModuleNotFoundError, RuntimeError):
        return figures
