"""How likely a model holds each token that it takes."""

from __future__ import annotations

from typing import Any

import torch
from transformers import LogitsProcessor


class Likeliest(LogitsProcessor):
    """Notes the probability of the likeliest token of each row, which greedy generation takes.

    The scores of all steps would be vocabulary × tokens; this is a number a token. It must stand behind
    processors that ban tokens, as custom ones do.
    """

    def __init__(self) -> None:
        self._steps: list[Any] = []

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        self._steps.append(torch.exp(scores.float().log_softmax(-1).amax(-1)))
        return scores

    def rows(self) -> list[list[float]]:
        """Probabilities, 0–1, by row and step."""
        by_row: list[list[float]] = torch.stack(self._steps, dim=1).tolist()
        return by_row
