"""A sampled completion with what it earned."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..run_folder.dataset import RunDocument
from ..scoring import FieldCounts


@dataclass(frozen=True, slots=True)
class Query:
    """What one group is asked."""

    document: RunDocument
    # None for all.
    requested: list[str] | None
    template: int
    prompt: str


@dataclass(slots=True)
class Rollout:
    query: Query
    group: int
    completion: str
    tokens: int
    truncated: bool
    # None with a reason in `unscorable`.
    reward: float | None = None
    unscorable: str | None = None
    format: float = 0.0
    matching: float = 0.0
    evidence: float = 0.0
    precision: float = 0.0
    recall: float = 0.0
    fields: FieldCounts = field(default_factory=dict)
    advantage: float = 0.0

    def fields_json(self) -> dict[str, Any]:
        return {
            path: {"matched": counts.matched, "predicted": counts.predicted, "gold": counts.gold}
            for path, counts in self.fields.items()
        }
