"""Reward weights by field from live F1 (the idea of RadReason, arXiv 2508.15464)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..scoring import FieldCounts

_DECAY = 0.99
# A field that is always right still counts a third of one that is always wrong.
_FLOOR = 0.5


def weighted_matching(fields: FieldCounts, weights: Mapping[str, float], alpha: float) -> float:
    """Eq. 5 with each leaf counted by the weight of its path, 1 where it has none."""
    matched = predicted = gold = 0.0
    for path, counts in fields.items():
        weight = weights.get(path, 1.0)
        matched += weight * counts.matched
        predicted += weight * counts.predicted
        gold += weight * counts.gold
    if predicted == 0 and gold == 0:
        return 1.0
    precision = matched / predicted if predicted else 0.0
    recall = matched / gold if gold else 0.0
    return alpha * precision + (1 - alpha) * recall


class LiveFieldF1:
    """F1 of each leaf path over recent rollouts, older ones fading."""

    def __init__(self) -> None:
        self._sums: dict[str, list[float]] = {}

    def add(self, fields: FieldCounts) -> None:
        for path, counts in fields.items():
            sums = self._sums.setdefault(path, [0.0, 0.0])
            sums[0] = _DECAY * sums[0] + counts.matched
            sums[1] = _DECAY * sums[1] + counts.predicted + counts.gold

    def weights(self) -> dict[str, float]:
        """0.5 where a field is always right, 1.5 where it is always wrong."""
        return {
            path: _FLOOR + 1 - (2 * matched / size if size else 0.0)
            for path, (matched, size) in self._sums.items()
        }

    def as_json(self) -> dict[str, Any]:
        return dict(self._sums)

    def restore(self, raw: dict[str, Any]) -> None:
        self._sums = {path: [float(value) for value in sums] for path, sums in raw.items()}
